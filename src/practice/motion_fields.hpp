// The fields of motion.hpp; see fields.hpp.
#pragma once

#include "thenar/practice/motion.hpp"
#include "work_fields.hpp"

namespace thenar {

template <class A>
void describe(A& a, PressureLevel& v) {
  a.required("level", v.level, kLevel);
  a.required("min_n", v.min_n, kNotNegative);
  a.required("typ_n", v.typ_n, kPositive);
  a.required("max_n", v.max_n, kPositive);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, TissueKind& v) {
  a.required("segment", v.segment);
  a.required("face", v.face);
  a.required("least_mm", v.least_mm, kPositive);
  a.required("most_mm", v.most_mm, kPositive);
  a.required("shear_kpa", v.shear_kpa, kPositive);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, JointTurn& v) {
  a.required("joint", v.joint);
  a.required("deg", v.deg, kDegrees);
  a.optional("aside", v.aside);
}

template <class A>
void describe(A& a, Way& v) {
  a.required("id", v.id);
  a.required("group", v.group);
  a.optional("part", v.part);
  a.optional("techniques", v.techniques);
  a.optional("turns", v.turns);
  a.required("through", v.through);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, JointMotion& v) {
  a.required("id", v.id);
  a.required("technique", v.technique);
  a.required("group", v.group);
  a.optional("part", v.part);
  a.optional("held", v.held);
  a.required("turns", v.turns);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

}  // namespace thenar
