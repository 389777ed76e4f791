// The fields of work.hpp; see fields.hpp.
#pragma once

#include "ranges.hpp"
#include "thenar/practice/work.hpp"

namespace thenar {

template <class A>
void describe(A& a, Tool& v) {
  a.required("id", v.id);
  a.optional("needs_giver", v.needs_giver);
  a.optional("uses_thumb", v.uses_thumb);
  a.optional("latex", v.latex);
  a.optional("max_level", v.max_level, kLevel);
  a.optional("groups", v.groups);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, Dose& v) {
  a.required("min_seconds", v.min_seconds, kSomeSeconds);
  a.required("typ_seconds", v.typ_seconds, kSomeSeconds);
  a.required("max_seconds", v.max_seconds, kSomeSeconds);
}

template <class A>
void describe(A& a, Tempo& v) {
  a.required("min_per_minute", v.min_per_minute, kNotNegative);
  a.required("typ_per_minute", v.typ_per_minute, kNotNegative);
  a.required("max_per_minute", v.max_per_minute, kNotNegative);
}

template <class A>
void describe(A& a, CompositePart& v) {
  a.required("id", v.id);
  a.optional("seconds", v.seconds, kSeconds);
  a.optional("repeats", v.repeats);
}

template <class A>
void describe(A& a, Technique& v) {
  a.required("id", v.id);
  a.required("kind", v.kind);
  a.optional("tools", v.tools);
  a.optional("direction", v.direction);
  a.optional("direction_by_group", v.direction_by_group);
  a.optional("direction_swelling", v.direction_swelling);
  a.optional("tempo", v.tempo);
  a.optional("speed_cm_s", v.speed_cm_s, kPositive);
  a.optional("stroke_phases", v.stroke_phases, kShare);
  a.optional("sway_mm", v.sway_mm, kNotNegative);
  a.optional("is_static", v.is_static);
  a.optional("level_default", v.level_default, kLevel);
  a.optional("level_max", v.level_max, kLevel);
  a.required("dose", v.dose);
  a.optional("dose_by_group", v.dose_by_group);
  a.optional("max_repetitions", v.max_repetitions, kNotNegative);
  a.optional("hold_seconds", v.hold_seconds, kPositive);
  a.optional("max_force_n", v.max_force_n, kPositive);
  a.optional("lubricant", v.lubricant);
  a.optional("without_lubricant", v.without_lubricant);
  a.optional("groups", v.groups);
  a.optional("self", v.self);
  a.optional("partner", v.partner);
  a.optional("self_instead", v.self_instead);
  a.optional("only_when_chosen", v.only_when_chosen);
  a.required("phase", v.phase);
  a.optional("max_discomfort", v.max_discomfort, kRating);
  a.optional("composite", v.composite);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, ComboPart& v) {
  a.required("technique", v.technique);
  a.required("dose", v.dose);
}

template <class A>
void describe(A& a, Combo& v) {
  a.required("id", v.id);
  a.required("group", v.group);
  a.optional("zones", v.zones);
  a.required("parts", v.parts);
  a.optional("worth_factor", v.worth_factor, kPositive);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, Placement& v) {
  a.required("along", v.along);
  a.required("t", v.t, Range{-0.5, 1.5});
  a.optional("u", v.u, Range{-1, 1});
  a.required("side", v.side);
}

template <class A>
void describe(A& a, Point& v) {
  a.required("id", v.id);
  a.required("kind", v.kind);
  a.required("zone", v.zone);
  a.optional("group", v.group);
  a.required("placement", v.placement);
  a.optional("alternate", v.alternate);
  a.optional("radius_mm", v.radius_mm, kPositive);
  a.required("max_level", v.max_level, kLevel);
  a.optional("moving", v.moving);
  a.optional("in_plans", v.in_plans);
  a.required("dose", v.dose);
  a.optional("tools", v.tools);
  a.optional("claim", v.claim);
  a.optional("aliases", v.aliases);
  a.optional("avoid", v.avoid);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

}  // namespace thenar
