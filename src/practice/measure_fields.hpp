// Fields of measures and of how change is told.
#pragma once

#include "ranges.hpp"
#include "thenar/practice/measures.hpp"

namespace thenar {

template <class A>
void describe(A& a, Measure& v) {
  a.required("id", v.id);
  a.required("flag", v.flag);
  a.optional("licence", v.licence);
  a.optional("goals", v.goals);
  a.optional("unit", v.unit);
  a.required("low", v.low);
  a.required("high", v.high);
  a.required("better", v.better);
  a.required("of", v.of);
  a.optional("scoring", v.scoring);
  a.optional("rating", v.rating);
  a.optional("loinc", v.loinc);
  a.optional("by_giver", v.by_giver);
  a.optional("items", v.items, Range{1});
  a.optional("min_items", v.min_items, Range{1});
  a.optional("item_low", v.item_low);
  a.optional("item_high", v.item_high);
  a.optional("reverse", v.reverse, Range{1});
  a.optional("resolution", v.resolution, Range{0.001});
  a.optional("formula", v.formula);
  a.optional("sem", v.sem, kNotNegative);
  a.optional("mdc95", v.mdc95, kNotNegative);
  a.optional("sem_other", v.sem_other, kNotNegative);
  a.optional("mdc95_other", v.mdc95_other, kNotNegative);
  a.optional("important_change", v.important_change, kNotNegative);
  a.optional("important_change_percent", v.important_change_percent, kNotNegative);
  a.optional("important_change_source", v.important_change_source);
  a.optional("important_change_confidence", v.important_change_confidence);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, GripNorm& v) {
  a.required("age_low", v.age_low, kAge);
  a.required("age_high", v.age_high, kAge);
  a.required("men_right", v.men_right, kNotNegative);
  a.required("men_left", v.men_left, kNotNegative);
  a.required("women_right", v.women_right, kNotNegative);
  a.required("women_left", v.women_left, kNotNegative);
}
template <class A>
void describe(A& a, GripRules& v) {
  a.required("low_men_kg", v.low_men_kg, kNotNegative);
  a.required("low_women_kg", v.low_women_kg, kNotNegative);
  a.required("low_from_age", v.low_from_age, kAge);
  a.required("norms", v.norms);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, JointAngle& v) {
  a.required("joint", v.joint);
  a.required("movement", v.movement);
  a.required("degrees", v.degrees, kDegrees);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, OutcomeRules& v) {
  a.required("trend_days", v.trend_days, Range{5});
  a.required("window_days", v.window_days, Range{1, 90});
  a.required("window_values", v.window_values, Range{2, 100});
  a.required("weeks", v.weeks, Range{1, 520});
  a.required("bad_entry", v.bad_entry, kShare);
  a.required("estimated_from", v.estimated_from, Range{3});
  a.required("tam_usual", v.tam_usual, kNotNegative);
  a.required("tam_thumb_usual", v.tam_thumb_usual, kNotNegative);
  a.required("tam_bands", v.tam_bands, kNotNegative);
  a.required("share_bands", v.share_bands, kNotNegative);
  a.required("strickland_bands", v.strickland_bands, kNotNegative);
  a.required("strickland_adjusted_bands", v.strickland_adjusted_bands, kNotNegative);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

}  // namespace thenar
