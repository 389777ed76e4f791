// The fields of programmes.hpp; see fields.hpp.
#pragma once

#include "ranges.hpp"
#include "thenar/practice/programmes.hpp"

namespace thenar {

template <class A>
void describe(A& a, TechniqueRates& v) {
  a.required("technique", v.technique);
  a.required("goals", v.goals, kRate);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, PointRates& v) {
  a.required("point", v.point);
  a.required("goals", v.goals, kRate);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, GoalRelevance& v) {
  a.required("goal", v.goal);
  a.required("groups", v.groups);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, FixedPart& v) {
  a.required("id", v.id);
  a.required("techniques", v.techniques);
  a.optional("groups", v.groups);
  a.required("seconds", v.seconds, kSeconds);
  a.required("from_hand_seconds", v.from_hand_seconds, kSeconds);
  a.optional("level", v.level, kLevel);
  a.optional("only_goals", v.only_goals);
  a.optional("not_goals", v.not_goals);
  a.optional("spares_tender", v.spares_tender);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, PlanningRules& v) {
  a.optional("quantum_seconds", v.quantum_seconds, kSomeSeconds);
  a.optional("step_cost_quanta", v.step_cost_quanta, kNotNegative);
  a.optional("region_cost_quanta", v.region_cost_quanta, kNotNegative);
  a.optional("hand_change_seconds", v.hand_change_seconds, kSeconds);
  a.optional("wipe_seconds", v.wipe_seconds, kSeconds);
  a.required("phi_min", v.phi_min, kShare);
  a.required("phi_max", v.phi_max, Range{1});
  a.optional("focus", v.focus, Range{1});
  a.optional("relevance_other", v.relevance_other, kShare);
  a.optional("chosen_factor", v.chosen_factor, Range{1});
  a.required("grade_factor", v.grade_factor, kShare);
  a.optional("max_techniques_per_group", v.max_techniques_per_group, kNotNegative);
  a.optional("second_technique_from_seconds", v.second_technique_from_seconds, kSeconds);
  a.optional("max_acupoints_per_hand", v.max_acupoints_per_hand, kNotNegative);
  a.optional("max_trigger_points", v.max_trigger_points, kNotNegative);
  a.optional("min_hand_share", v.min_hand_share, kShare);
  a.optional("programme_beyond", v.programme_beyond, kShare);
  a.optional("side_flip_cost", v.side_flip_cost, kNotNegative);
  a.optional("jump_cost", v.jump_cost, kNotNegative);
  a.optional("tool_change_cost", v.tool_change_cost, kNotNegative);
  a.optional("max_turn_seconds", v.max_turn_seconds, kSomeSeconds);
  a.optional("tool_change_after_seconds", v.tool_change_after_seconds, kSomeSeconds);
  a.optional("min_minutes", v.min_minutes, Range{1});
  a.optional("max_minutes", v.max_minutes, Range{1});
  a.optional("default_goals", v.default_goals);
  a.optional("exclusive_goals", v.exclusive_goals);
  a.optional("proximal_first_goals", v.proximal_first_goals);
  a.optional("dry_glide_max_level", v.dry_glide_max_level, kLevel);
  a.optional("calm_goals", v.calm_goals);
  a.required("fixed", v.fixed);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, ProgrammeStep& v) {
  a.required("technique", v.technique);
  a.optional("groups", v.groups);
  a.optional("zones", v.zones);
  a.optional("points", v.points);
  a.optional("level", v.level, kLevel);
  a.required("seconds", v.seconds, kSomeSeconds);
  a.optional("part_seconds", v.part_seconds, kSomeSeconds);
  a.optional("optional", v.optional);
  a.optional("otherwise", v.otherwise);
  a.optional("cue", v.cue);
}

template <class A>
void describe(A& a, Programme& v) {
  a.required("id", v.id);
  a.optional("goals", v.goals);
  a.required("hands", v.hands, Range{1, 2});
  a.required("published_seconds", v.published_seconds, kSomeSeconds);
  a.required("modes", v.modes);
  a.optional("position", v.position);
  a.optional("needs_lubricant", v.needs_lubricant);
  a.optional("quiet", v.quiet);
  a.optional("needs_release", v.needs_release);
  a.optional("blocked_by", v.blocked_by);
  a.optional("only_with", v.only_with);
  a.optional("paced_breathing", v.paced_breathing);
  a.optional("review_weeks", v.review_weeks, kNotNegative);
  a.optional("measures", v.measures);
  a.required("steps", v.steps);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

}  // namespace thenar
