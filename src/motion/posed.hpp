// A pose of the giver with all that moves in it.
#pragma once

#include "giver_equations.hpp"

namespace thenar::motion {

using PointRows = Eigen::Matrix<double, 3, kUnknowns>;

/// Bones and levers of a pose.
class Posed {
 public:
  Posed(const GiverBody& body, const Pose& pose)
      : pose_(pose),
        bones_(hand::bones_at(body.model.skeleton, pose)),
        levers_(hand::levers_at(body.model.skeleton, pose)) {}

  Vec3 at(const PadPoint& p) const { return bones_[p.bone] * p.point; }
  const hand::Rigid& bone(std::size_t bone) const { return bones_[bone]; }
  Vec3 facing(const PadPoint& p) const { return bones_[p.bone].rotation * p.normal; }

  /// How the point moves with each unknown: 0–2 the hand, 3–5 its turn about its origin, then the angles.
  PointRows rows_at(std::size_t bone, const Vec3& point) const {
    PointRows rows = turns(bone, point - pose_.hand.translation, &point);
    rows.leftCols<3>().setIdentity();
    return rows;
  }
  /// The same of a direction.
  PointRows rows_of(std::size_t bone, const Vec3& direction) const { return turns(bone, direction, nullptr); }

 private:
  PointRows turns(std::size_t bone, const Vec3& arm, const Vec3* point) const {
    PointRows rows = PointRows::Zero();
    for (int axis = 0; axis < 3; ++axis) rows.col(3 + axis) = Vec3::Unit(axis).cross(arm);
    for (std::size_t i = 0; i < hand::kAngles; ++i)
      if (levers_[i].moves.test(bone))
        rows.col(6 + static_cast<int>(i)) =
            levers_[i].axis.cross(point != nullptr ? Vec3(*point - levers_[i].centre) : arm);
    return rows;
  }
  const Pose& pose_;
  std::array<hand::Rigid, hand::kBones> bones_;
  std::array<hand::Lever, hand::kAngles> levers_;
};

}  // namespace thenar::motion
