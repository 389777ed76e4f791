// The fields of body.hpp; see fields.hpp.
#pragma once

#include "ranges.hpp"
#include "thenar/practice/body.hpp"

namespace thenar {

template <class A>
void describe(A& a, Zone& v) {
  a.required("id", v.id);
  a.required("face", v.face);
  a.required("segment", v.segment);
  a.optional("ray", v.ray, Range{0, 5});
  a.required("box_mm", v.box_mm);
  a.optional("share", v.share, kPositive);
  a.optional("max_level", v.max_level, kLevel);
  a.optional("max_static_level", v.max_static_level, kLevel);
  a.optional("max_force_n", v.max_force_n, kNotNegative);
  a.optional("excluded", v.excluded);
  a.optional("delicate", v.delicate);
  a.optional("techniques_off", v.techniques_off);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, Region& v) {
  a.required("id", v.id);
  a.required("side", v.side);
  a.optional("next_to", v.next_to);
  a.optional("order", v.order);
}

template <class A>
void describe(A& a, GroupPart& v) {
  a.required("id", v.id);
  a.required("zones", v.zones);
}

template <class A>
void describe(A& a, NamedPlace& v) {
  a.required("id", v.id);
  a.required("zones", v.zones);
}

template <class A>
void describe(A& a, Group& v) {
  a.required("id", v.id);
  a.required("region", v.region);
  a.optional("zones", v.zones);
  a.optional("of", v.of);
  a.optional("parts", v.parts);
  a.required("cap_seconds", v.cap_seconds, kSomeSeconds);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, JointRange& v) {
  a.required("joints", v.joints);
  a.required("min_deg", v.min_deg, kDegrees);
  a.required("max_deg", v.max_deg, kDegrees);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, HandLength& v) {
  a.required("years", v.years, kAge);
  a.optional("sex", v.sex);
  a.required("p5_mm", v.p5_mm, kHandMm);
  a.required("p50_mm", v.p50_mm, kHandMm);
  a.required("p95_mm", v.p95_mm, kHandMm);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

}  // namespace thenar
