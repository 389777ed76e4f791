// A pose of the giver with all that moves in it.
#pragma once

#include "giver_equations.hpp"

namespace thenar::motion {

using PointRows = Eigen::Matrix<double, 3, kUnknowns>;

/// The bones of a pose as matrices, which move many points faster.
class Bones {
 public:
  Bones(const GiverBody& body, const Pose& pose) {
    const auto bones = hand::bones_at(body.model.skeleton, pose);
    for (std::size_t i = 0; i < hand::kBones; ++i) {
      turns_[i] = bones[i].rotation.toRotationMatrix();
      shifts_[i] = bones[i].translation;
    }
  }
  Vec3 at(std::size_t bone, const Vec3& point) const { return turns_[bone] * point + shifts_[bone]; }
  Vec3 back(std::size_t bone, const Vec3& point) const {
    return turns_[bone].transpose() * (point - shifts_[bone]);
  }
  Vec3 turned(std::size_t bone, const Vec3& direction) const { return turns_[bone] * direction; }

 private:
  std::array<hand::Mat3, hand::kBones> turns_;
  std::array<Vec3, hand::kBones> shifts_;
};

/// Bones and levers of a pose.
class Posed {
 public:
  Posed(const GiverBody& body, const Pose& pose)
      : pose_(pose), bones_(body, pose), levers_(hand::levers_at(body.model.skeleton, pose)) {}

  const Bones& bones() const { return bones_; }
  Vec3 at(const PadPoint& p) const { return bones_.at(p.bone, p.point); }
  Vec3 facing(const PadPoint& p) const { return bones_.turned(p.bone, p.normal); }

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
  Bones bones_;
  std::array<hand::Lever, hand::kAngles> levers_;
};

}  // namespace thenar::motion
