// How a giving hand goes from one place to another: off the skin, clear of the receiver, and down again.
#pragma once

#include "thenar/hand/distance_field.hpp"
#include "thenar/motion/clip.hpp"

namespace thenar::motion {

/// How far a hand lifts off at least, and how near it should come to the receiver on its way, metres.
inline constexpr double kLiftM = 0.012;
inline constexpr double kClearM = 0.0135;

/// A hand that is where it can leave from.
struct Hover {
  Pose pose;
  Vec3 way = Vec3::UnitZ();   ///< unit vector off the skin
  Vec3 away = Vec3::UnitZ();  ///< unit vector in which it can go on far
};

/// How near the skin of a giver comes to any of the receivers, metres; negative inside, and what is far is as
/// far as their fields reach.
double clearance(const GiverBody& body, std::span<const hand::DistanceField* const> receivers,
                 const Pose& pose);

/// Where a hand is lifted to from a sample: along the normal of what touches as far as that frees it, else
/// another way with its fingers opened.
Hover hover_over(const GiverBody& body, const hand::DistanceField& receiver, const Sample& sample);

/// The receiver before and after a way.
struct Receivers {
  const hand::DistanceField& before;
  const hand::DistanceField& after;
};

/// The way from a hover to another that stays clear of the receiver, as near to the straight one as that
/// allows.
class Travel {
 public:
  Travel(const GiverBody& body, const Receivers& receivers, const Hover& from, const Hover& to);

  /// The pose at a share of the way.
  Pose at(double share) const;

  /// How far the wrist goes, metres.
  double length_m() const;

 private:
  /// What is added to the straight way.
  struct Bow {
    Vec3 first = Vec3::Zero();  ///< a third of the way along
    Vec3 middle = Vec3::Zero();
    Vec3 last = Vec3::Zero();  ///< two thirds of the way along
    bool turns_late = false;   ///< the hand turns while it is far away
  };
  double clear_with(const Bow& bow, const GiverBody& body, const Receivers& receivers, double at_least);

  Pose from_;
  Pose to_;
  Bow bow_;
};

/// A pose between two: slerp of the hand, straight lines for place and angles.
Pose mixed(const Pose& a, const Pose& b, double share);

/// How far the receiver is on its own way when the giver is at a share of its: it moves in the middle.
double receivers_share(double share);

/// A motion of least jerk: share of the way by share of the time.
double eased(double share);

}  // namespace thenar::motion
