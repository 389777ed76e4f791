// The fields of the practice files, in one place: reading practice data and writing it as JSON both follow
// these lists.
#pragma once

#include "body_fields.hpp"
#include "measure_fields.hpp"
#include "motion_fields.hpp"
#include "programme_fields.hpp"
#include "rule_fields.hpp"
#include "shelf_fields.hpp"
#include "thenar/practice/practice.hpp"
#include "work_fields.hpp"

namespace thenar {

template <class A>
void describe(A& a, Practice& v) {
  a.format("thenar.practice/1");
  a.required("version", v.version);
  a.optional("reviewed_by", v.reviewed_by);
  a.required("zones", v.zones);
  a.required("regions", v.regions);
  a.required("groups", v.groups);
  a.optional("places", v.places);
  a.optional("joint_ranges", v.joint_ranges);
  a.optional("hand_lengths", v.hand_lengths);
  a.optional("pressure_levels", v.pressure_levels);
  a.optional("tissues", v.tissues);
  a.optional("ways", v.ways);
  a.optional("joint_motions", v.joint_motions);
  a.required("tools", v.tools);
  a.required("techniques", v.techniques);
  a.required("combos", v.combos);
  a.required("points", v.points);
  a.required("technique_rates", v.technique_rates);
  a.required("point_rates", v.point_rates);
  a.required("goal_relevance", v.goal_relevance);
  a.required("planning", v.planning);
  a.required("gates", v.gates);
  a.required("rules", v.rules);
  a.required("screening", v.screening);
  a.required("guidance", v.guidance);
  a.required("programmes", v.programmes);
  a.required("claims", v.claims);
  a.required("measures", v.measures);
  a.optional("grip", v.grip);
  a.optional("joint_angles", v.joint_angles);
  a.required("outcomes", v.outcomes);
  a.required("media", v.media);
  a.required("checklist", v.checklist);
  a.required("emergency_numbers", v.emergency_numbers);
  a.required("forbidden_words", v.forbidden_words);
  a.required("words", v.words);
}

}  // namespace thenar
