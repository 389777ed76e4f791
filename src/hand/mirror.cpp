// A left hand.
#include <algorithm>

#include "thenar/hand/model.hpp"

namespace thenar::hand {
namespace {

Vec3 place(const Vec3& p) {
  return {-p.x(), p.y(), p.z()};
}

/// An axis turns the other way round in a mirror.
Vec3 axis(const Vec3& a) {
  return {a.x(), -a.y(), -a.z()};
}

}  // namespace

HandModel mirrored(const HandModel& model) {
  HandModel out = model;
  for (Vec3& p : out.positions) p = place(p);
  for (Quad& q : out.quads) std::swap(q[1], q[3]);
  // Both triangles of a quad keep its first corner: the cut stays on the same diagonal.
  for (std::size_t i = 0; i + 1 < out.triangles.size(); i += 2) {
    const Triangle& a = model.triangles[i];
    const Triangle& b = model.triangles[i + 1];
    out.triangles[i] = {b[0], b[2], b[1]};
    out.triangles[i + 1] = {a[0], a[2], a[1]};
  }
  Skeleton& s = out.skeleton;
  s.joints.each([](Vec3& joint) { joint = place(joint); });
  for (auto& digit : s.flexion)
    for (Vec3& bend : digit) bend = axis(bend);
  for (Vec3& away : s.abduction) away = axis(away);
  for (Vec3* turn : {&s.cmc_rotation, &s.wrist_flexion, &s.wrist_deviation, &s.pronation})
    *turn = axis(*turn);
  return out;
}

}  // namespace thenar::hand
