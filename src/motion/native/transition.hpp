// How a giving hand goes from one place to another: off the skin, clear of the receiver, and down again.
#pragma once

#include "thenar/hand/distance_field.hpp"
#include "thenar/motion/clip.hpp"

namespace thenar::motion {

/// How far a hand lifts off at least, and how near it may come to the receiver on its way, metres.
inline constexpr double kLiftM = 0.012;
inline constexpr double kClearM = 0.010;

/// A hand that is where it can leave from.
struct Hover {
  Pose pose;
  Vec3 way = Vec3::UnitZ();  ///< unit vector away from the skin
};

/// How near the skin of a giver comes to any of the receivers, metres; negative inside, and what is far is as
/// far as their fields reach.
double clearance(const GiverBody& body, std::span<const hand::DistanceField* const> receivers,
                 const Pose& pose);

/// Where a hand is lifted to from a sample: along the normal of what touches as far as that frees it, else
/// another way with its fingers opened.
Hover hover_over(const GiverBody& body, const hand::DistanceField& receiver, const Sample& sample);

/// The pose at a share of the way between two hovers; bows out so far that it stays clear of both receivers.
class Travel {
 public:
  Travel(const GiverBody& body, std::span<const hand::DistanceField* const> receivers, const Hover& from,
         const Hover& to);
  Pose at(double share) const;

 private:
  double least_clearance(const GiverBody& body, std::span<const hand::DistanceField* const> receivers) const;

  Pose from_;
  Pose to_;
  Vec3 bow_ = Vec3::Zero();
};

/// A pose between two: slerp of the hand, straight lines for place and angles.
Pose mixed(const Pose& a, const Pose& b, double share);

/// A motion of least jerk: share of the way by share of the time.
double eased(double share);

}  // namespace thenar::motion
