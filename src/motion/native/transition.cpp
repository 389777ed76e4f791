#include "transition.hpp"

#include <algorithm>
#include <limits>

namespace thenar::motion {
namespace {

constexpr std::array<double, 6> kLifts{kLiftM, 0.02, 0.03, 0.045, 0.07, 0.1};
constexpr std::array<double, 3> kOpenings{0, 0.5, 1};  ///< of the way to a flat hand
constexpr int kLookedAt = 8;                           ///< moments of a lift or a travel
constexpr std::array<double, 8> kBows{0.015, 0.03, 0.05, 0.08, 0.12, 0.16, 0.2, 0.26};
constexpr double kBetter = 0.0005;  ///< metres; less is no reason to lift another way

/// Ways off the skin that are worth trying, the normals of what touches first.
std::vector<Vec3> ways_off(const hand::DistanceField& receiver, const Sample& sample) {
  std::vector<Vec3> ways;
  Vec3 mean = Vec3::Zero();
  for (const Contact& contact : sample.contacts) {
    if (contact.rests) continue;
    if (ways.empty()) ways.push_back(contact.out);
    mean += contact.out;
  }
  if (mean.norm() > 0.2) ways.push_back(mean.normalized());
  const Vec3 gradient = receiver.at(sample.giver.hand.translation).gradient;
  if (gradient.norm() > 0.1) ways.push_back(gradient.normalized());
  // Out of its own back, and along its fingers, as a hand leaves what it holds.
  for (const Vec3& own : {Vec3(Vec3::UnitZ()), Vec3(-Vec3::UnitY())})
    ways.push_back(sample.giver.hand.rotation * own);
  for (const Vec3& fixed : {Vec3(Vec3::UnitZ()), Vec3(-Vec3::UnitZ()), Vec3(Vec3::UnitX()),
                            Vec3(-Vec3::UnitX()), Vec3(Vec3::UnitY())})
    ways.push_back(fixed);
  return ways;
}

/// Fingers and thumb straightened by a share.
Pose opened(const GiverBody& body, Pose pose, double share) {
  const auto flat = body.model.skeleton.rest_pose().angles;
  for (auto i = static_cast<std::size_t>(hand::Angle::cmc_flexion); i < hand::kAngles; ++i)
    pose.angles[i] += share * (flat[i] - pose.angles[i]);
  return pose;
}

/// How much nearer than wanted a lifted hand is, and how much deeper in the skin than at either end it is on
/// its way, metres.
double fault_of(const GiverBody& body, const hand::DistanceField& receiver, const Pose& lifted,
                const Pose& touching) {
  const std::array<const hand::DistanceField*, 1> around{&receiver};
  const double near = std::max(kClearM - clearance(body, around, lifted), 0.0);
  const double pressed = std::min(clearance(body, around, touching), 0.0);
  double deeper = 0;
  for (int i = 1; i < kLookedAt; ++i)
    deeper = std::max(
        deeper,
        pressed - clearance(body, around, mixed(lifted, touching, static_cast<double>(i) / kLookedAt)));
  return near + deeper;
}

}  // namespace

double eased(double share) {
  const double t = std::clamp(share, 0.0, 1.0);
  return t * t * t * (10 + t * (6 * t - 15));
}

Pose mixed(const Pose& a, const Pose& b, double share) {
  Pose pose;
  pose.hand.translation = (1 - share) * a.hand.translation + share * b.hand.translation;
  pose.hand.rotation = a.hand.rotation.slerp(share, b.hand.rotation);
  for (std::size_t i = 0; i < hand::kAngles; ++i)
    pose.angles[i] = (1 - share) * a.angles[i] + share * b.angles[i];
  return pose;
}

double clearance(const GiverBody& body, std::span<const hand::DistanceField* const> receivers,
                 const Pose& pose) {
  const auto bones = hand::bones_at(body.model.skeleton, pose);
  double least = receivers.empty() ? kClearM : receivers.front()->band();
  for (const PadPoint& skin : body.skin) {
    const Vec3 at = bones[skin.bone] * skin.point;
    for (const auto* receiver : receivers) least = std::min(least, receiver->at(at).distance);
  }
  return least;
}

Hover hover_over(const GiverBody& body, const hand::DistanceField& receiver, const Sample& sample) {
  Hover best{sample.giver, Vec3::UnitZ()};
  double least = std::numeric_limits<double>::max();
  for (const Vec3& way : ways_off(receiver, sample))
    for (const double opening : kOpenings)
      for (const double lift : kLifts) {
        Hover tried{opened(body, sample.giver, opening), way};
        tried.pose.hand.translation += lift * way;
        const double fault = fault_of(body, receiver, tried.pose, sample.giver);
        if (fault < least - kBetter) {
          least = fault;
          best = tried;
        }
        if (least < kBetter) return best;
      }
  return best;
}

Travel::Travel(const GiverBody& body, std::span<const hand::DistanceField* const> receivers,
               const Hover& from, const Hover& to)
    : from_(from.pose), to_(to.pose) {
  double most = least_clearance(body, receivers);
  Vec3 best = Vec3::Zero();
  std::vector<Vec3> ways;
  if ((from.way + to.way).norm() > 0.2) ways.push_back((from.way + to.way).normalized());
  for (const Vec3& fixed : {Vec3(Vec3::UnitZ()), Vec3(-Vec3::UnitZ()), Vec3(Vec3::UnitX()),
                            Vec3(-Vec3::UnitX()), Vec3(Vec3::UnitY())})
    ways.push_back(fixed);
  for (const double height : kBows) {
    if (most >= kClearM) break;
    for (const Vec3& way : ways) {
      bow_ = height * way;
      const double clear = least_clearance(body, receivers);
      if (clear <= most) continue;
      most = clear;
      best = bow_;
      if (most >= kClearM) break;
    }
  }
  bow_ = best;
}

Pose Travel::at(double share) const {
  Pose pose = mixed(from_, to_, share);
  pose.hand.translation += 4 * share * (1 - share) * bow_;
  return pose;
}

double Travel::least_clearance(const GiverBody& body,
                               std::span<const hand::DistanceField* const> receivers) const {
  double least = 1;
  for (int i = 0; i <= 2 * kLookedAt; ++i)
    least = std::min(least, clearance(body, receivers, at(static_cast<double>(i) / (2 * kLookedAt))));
  return least;
}

}  // namespace thenar::motion
