// The fields of shelf.hpp; see fields.hpp.
#pragma once

#include "ranges.hpp"
#include "thenar/practice/shelf.hpp"

namespace thenar {

template <class A>
void describe(A& a, Claim& v) {
  a.required("id", v.id);
  a.optional("goals", v.goals);
  a.required("grade", v.grade);
  a.optional("may_say", v.may_say);
  a.optional("by_medium", v.by_medium);
  a.optional("sources", v.sources);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, Medium& v) {
  a.required("id", v.id);
  a.optional("slips", v.slips);
  a.optional("oily", v.oily);
  a.optional("allergens", v.allergens);
  a.optional("is_default", v.is_default);
  a.optional("offered", v.offered);
  a.optional("ml_per_hand_min", v.ml_per_hand_min, kNotNegative);
  a.optional("ml_per_hand_max", v.ml_per_hand_max, kNotNegative);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, ChecklistItem& v) {
  a.required("id", v.id);
  a.optional("before", v.before);
  a.optional("partner_only", v.partner_only);
  a.optional("needs_lubricant", v.needs_lubricant);
  a.optional("needs_oil", v.needs_oil);
  a.optional("heat", v.heat);
  a.optional("matters", v.matters, Range{0, 3});
  a.optional("goals", v.goals);
  a.optional("numbers", v.numbers);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, EmergencyNumber& v) {
  a.required("country", v.country);
  a.required("number", v.number);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

}  // namespace thenar
