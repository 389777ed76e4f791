// What is composed of them as data: how well work serves each goal, the planner's numbers, the programmes.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "thenar/base/fields.hpp"
#include "thenar/base/ids.hpp"
#include "thenar/base/vocabulary.hpp"
#include "thenar/practice/work.hpp"

namespace thenar {

/// How well a technique serves each goal, 0–3.
struct TechniqueRates {
  TechniqueId technique;
  std::map<Goal, int> goals;
  Source source;
};
/// The same for a point.
struct PointRates {
  PointId point;
  std::map<Goal, int> goals;
  Source source;
};
/// Groups a goal is about beyond what its programmes work on.
struct GoalRelevance {
  Goal goal = Goal::pain;
  GroupSet groups;
  Source source;
};

/// A step that every plan has, outside the optimisation.
struct FixedPart {
  std::string id;  ///< opening_touch, warming, closing_tap, closing_stroke, closing_touch, or essential
  std::vector<TechniqueId> techniques;  ///< the first that is allowed
  GroupSet groups;                      ///< where
  std::vector<int> seconds;             ///< by length of the hand's time: see from_hand_seconds
  std::vector<int> from_hand_seconds;   ///< seconds[i] holds for hand times from from_hand_seconds[i] on
  int level = 0;
  std::vector<Goal> only_goals;  ///< only when one of these is wished
  std::vector<Goal> not_goals;   ///< never when one of these is wished
  bool spares_tender = false;    ///< not on places whose mark asks to begin softly
  Source source;
};

/// Numbers of the planner (all design choices; see docs/decisions.md).
struct PlanningRules {
  int quantum_seconds = 5;
  int step_cost_quanta = 1;
  int region_cost_quanta = 1;
  int hand_change_seconds = 10;
  int wipe_seconds = 10;
  double phi_min = 0;  ///< worth at the least dose, as a share of rate × typical
  double phi_max = 0;  ///< worth at the most
  double focus = 1.5;
  double relevance_other = 0.5;
  double chosen_factor = 1;              ///< for what is asked for by name
  std::map<Grade, double> grade_factor;  ///< how a claim's grade scales a technique's table value
  int max_techniques_per_group = 2;
  int second_technique_from_seconds = 0;  ///< a hand with less time gets one technique on a group
  int max_acupoints_per_hand = 2;
  int max_trigger_points = 3;
  double min_hand_share = 0.4;
  double programme_beyond = 0.1;
  int side_flip_cost = 6;
  int jump_cost = 3;
  int tool_change_cost = 1;
  int max_turn_seconds = 300;  ///< in self-massage the hands change roles at least this often
  int tool_change_after_seconds = 60;
  int min_minutes = 1;
  int max_minutes = 60;
  std::map<Goal, double> default_goals;    ///< what is wished when a request names no goal
  std::vector<Goal> exclusive_goals;       ///< when wished, only techniques that serve them are proposed
  std::vector<Goal> proximal_first_goals;  ///< when wished, what lies nearer to the body is worked first
  int dry_glide_max_level = 1;             ///< gliding over dry skin presses at most this much
  std::vector<Goal> calm_goals;            ///< goals of quiet sessions
  std::vector<FixedPart> fixed;
  Source source;
};

/// One step of a programme. Word: programme.<ID>.cue.<n> where there is one.
struct ProgrammeStep {
  TechniqueId technique;
  GroupSet groups;
  ZoneSet zones;  ///< in addition to groups
  PointSet points;
  std::optional<int> level;  ///< a ceiling; null where nothing presses
  int seconds = 0;
  std::optional<int> part_seconds;  ///< where the source gives seconds a digit or groove
  bool optional = false;
  TechniqueId otherwise;  ///< takes the seconds when the step falls away
  std::string cue;        ///< word key, or empty
};

/// A named protocol. Words: programme.<ID>.name, .for, .frequency, .adjuncts.
struct Programme {
  std::string id;
  std::vector<Goal> goals;
  int hands = 2;              ///< how many hands its published time covers
  int published_seconds = 0;  ///< the whole, all hands
  std::vector<Mode> modes;
  Position position = Position::desk;
  bool needs_lubricant = true;
  bool quiet = false;          ///< calm, sleep, dementia: no countdown speech
  bool needs_release = false;  ///< only after a clinician's release (S20–S24)
  RuleSet blocked_by;          ///< entry filter: not with these
  RuleSet only_with;           ///< offered only when one of these was answered (empty: to everyone)
  bool paced_breathing = false;
  int review_weeks = 0;  ///< 0: none
  std::vector<MeasureId> measures;
  std::vector<ProgrammeStep> steps;
  Source source;
};

}  // namespace thenar
