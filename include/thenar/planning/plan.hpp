// The plan: ordered steps that fit a clearance and some minutes (thenar.plan/1).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "thenar/base/fields.hpp"
#include "thenar/base/ids.hpp"
#include "thenar/screening/screening.hpp"

namespace thenar {

/// A stretch of a step: one finger of the fingers, one technique of a combo, one part of a composite.
struct StepPart {
  std::string id;  ///< group part (D2), technique (STRETCH) or composite part (hold)
  TechniqueId technique;
  ZoneSet zones;
  int seconds = 0;
  std::optional<int> level;  ///< as the step's, but never above what its own technique takes
};

/// Why a step is there: the goal it serves, the evidence grade of that benefit, and a sentence.
struct Why {
  Goal goal = Goal::pain;
  Grade grade = Grade::C;
  std::string text;
};

/// One technique on one work group of one hand. It begins with `changeover_seconds` for moving there (and for
/// changing hands or wiping) and then lasts `seconds`.
struct Step {
  int index = 0;
  Hand hand = Hand::left;  ///< the receiving hand
  RegionId region;
  GroupId group;  ///< none for a programme step over several groups
  Phase phase = Phase::knead;
  TechniqueId technique;
  ComboId combo;  ///< none unless several techniques belong together
  ZoneSet zones;  ///< where it works
  std::vector<PointId> points;
  ToolId tool;  ///< none where nothing touches
  Side side = Side::both;
  std::optional<int> level;  ///< L0–L3; null where nothing presses
  int changeover_seconds = 0;
  int seconds = 0;
  std::vector<StepPart> parts;  ///< in order; their seconds add up to `seconds`. Empty: one part
  double tempo_per_minute = 0;  ///< strokes a minute; 0 where there is no beat
  int strokes = 0;              ///< in the whole step
  MediumId medium;              ///< what is on the skin then
  int programme_step = -1;      ///< position in the programme's own steps; -1 otherwise
  std::vector<Why> why;
  RuleSet rules;  ///< precautions that shaped it
};

/// Something that is not in the plan, and why.
struct LeftOut {
  TechniqueId technique;
  ZoneSet zones;
  Hand hand = Hand::left;
  std::string because;
};

/// A plan, or a refusal: then `steps` is empty and `advice` says what to do.
struct Plan {
  std::string practice_version;
  Request request;
  Clearance clearance;
  Verdict verdict = Verdict::clear;
  std::vector<Advice> advice;
  std::vector<Step> steps;
  int total_seconds = 0;                       ///< sum of changeover_seconds and seconds
  std::vector<std::string> shortened_because;  ///< empty when the wished minutes are filled
  std::int64_t objective = 0;  ///< millionths, before left-over time is given to the closing stroke
  std::vector<LeftOut> left_out;
  std::vector<std::string> preparation;
  std::vector<std::string> aftercare;
  bool quiet = false;  ///< calm, sleep or dementia: no countdown speech
};

inline constexpr const char* kPlanFormat = "thenar.plan/1";

template <class A>
void describe(A& a, StepPart& v) {
  a.required("id", v.id);
  a.required("technique", v.technique);
  a.required("zones", v.zones);
  a.required("seconds", v.seconds, Range{0, 3600});
  a.optional("level", v.level, Range{0, kMaxLevel});
}
template <class A>
void describe(A& a, Why& v) {
  a.required("goal", v.goal);
  a.required("grade", v.grade);
  a.required("text", v.text);
}
template <class A>
void describe(A& a, Step& v) {
  a.required("index", v.index, Range{0, 1000});
  a.required("hand", v.hand);
  a.required("region", v.region);
  a.optional("group", v.group);
  a.required("phase", v.phase);
  a.required("technique", v.technique);
  a.optional("combo", v.combo);
  a.required("zones", v.zones);
  a.required("points", v.points);
  a.optional("tool", v.tool);
  a.required("side", v.side);
  a.optional("level", v.level, Range{0, kMaxLevel});
  a.required("changeover_seconds", v.changeover_seconds, Range{0, 3600});
  a.required("seconds", v.seconds, Range{1, 3600});
  a.required("parts", v.parts);
  a.required("tempo_per_minute", v.tempo_per_minute, Range{0, 600});
  a.required("strokes", v.strokes, Range{0, 36000});
  a.optional("medium", v.medium);
  a.required("programme_step", v.programme_step, Range{-1, 1000});
  a.required("why", v.why);
  a.required("rules", v.rules);
}

}  // namespace thenar
