#include "thenar/motion/travel.hpp"

#include <algorithm>
#include <limits>

namespace thenar::motion {
namespace {

constexpr std::array<double, 6> kLifts{kLiftM, 0.02, 0.03, 0.045, 0.07, 0.1};
constexpr std::array<double, 3> kOpenings{0, 0.5, 1};  ///< of the way to a flat hand
constexpr int kLookedAt = 8;                           ///< moments of a way at least
constexpr std::array<double, 9> kBows{0, 0.015, 0.03, 0.05, 0.08, 0.12, 0.16, 0.22, 0.3};
constexpr std::array<double, 5> kAways{0, 0.06, 0.12, 0.2, 0.3};
constexpr double kStepM = 0.004;  ///< between moments of a lift that are looked at
constexpr std::array<double, 6> kFar{0.015, 0.03, 0.05, 0.08, 0.12, 0.17};
constexpr double kBetter = 0.0005;  ///< metres; less is no reason to lift another way

std::vector<Vec3> fixed_ways() {
  const Vec3 x = Vec3::UnitX();
  const Vec3 y = Vec3::UnitY();
  const Vec3 z = Vec3::UnitZ();
  return {z, -z, x, -x, y, (x + y).normalized(), (y - x).normalized()};
}

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
  for (const Vec3& fixed : fixed_ways()) ways.push_back(fixed);
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

/// Of some ways, the one in which a lifted hand stays farthest from the receiver; the first that is clear.
Vec3 away_from(const GiverBody& body, const hand::DistanceField& receiver, const Pose& lifted,
               const std::vector<Vec3>& ways, const Vec3& first) {
  const std::array<const hand::DistanceField*, 1> around{&receiver};
  Vec3 best = first;
  double most = -1;
  std::vector<Vec3> all{first};
  all.insert(all.end(), ways.begin(), ways.end());
  for (const Vec3& way : all) {
    double least = 1;
    for (const double far : kFar) {
      Pose pose = lifted;
      pose.hand.translation += far * way;
      least = std::min(least, clearance(body, around, pose));
    }
    if (least > most) {
      most = least;
      best = way;
    }
    if (most >= kClearM) break;
  }
  return best;
}

}  // namespace

double receivers_share(double share) {
  return eased(2 * share - 0.5);
}

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
  const double arm_ends_y = arm_ends_y_of(body.model.skeleton);  // both hands of a scene are of one size
  for (const PadPoint& skin : body.skin) {
    const Vec3 at = bones[skin.bone] * skin.point;
    if (at.y() < arm_ends_y) continue;
    for (const auto* receiver : receivers) least = std::min(least, receiver->at(at).distance);
  }
  return least;
}

Hover hover_over(const GiverBody& body, const hand::DistanceField& receiver, const Sample& sample) {
  const auto ways = ways_off(receiver, sample);
  Hover best{sample.giver, Vec3::UnitZ(), Vec3::UnitZ()};
  double least = std::numeric_limits<double>::max();
  for (const Vec3& way : ways)
    for (const double opening : kOpenings)
      for (const double lift : kLifts) {
        if (least < kBetter) break;
        Hover tried{opened(body, sample.giver, opening), way, way};
        tried.pose.hand.translation += lift * way;
        const double fault = fault_of(body, receiver, tried.pose, sample.giver);
        if (fault >= least - kBetter) continue;
        least = fault;
        best = tried;
      }
  best.away = away_from(body, receiver, best.pose, ways, best.way);
  return best;
}

Travel::Travel(const GiverBody& body, const Receivers& receivers, const Hover& from, const Hover& to)
    : from_(from.pose), to_(to.pose) {
  std::vector<Vec3> sides = fixed_ways();
  if ((from.way + to.way).norm() > 0.2) sides.insert(sides.begin(), (from.way + to.way).normalized());
  double most = -1;
  Bow best;
  for (const bool turns_late : {false, true})
    for (const double away : kAways)
      for (const double height : kBows)
        for (const Vec3& side : sides) {
          if (most >= kClearM) break;
          const Bow bow{away * from.away, height * side, away * to.away, turns_late};
          const double clear = clear_with(bow, body, receivers, most);
          if (clear <= most) continue;
          most = clear;
          best = bow;
        }
  bow_ = best;
}

Pose Travel::at(double share) const {
  const double left = 1 - share;
  const double late = std::clamp(2 * share - 0.5, 0.0, 1.0);
  Pose pose = mixed(from_, to_, bow_.turns_late ? late * late * (3 - 2 * late) : share);
  pose.hand.translation = left * from_.hand.translation + share * to_.hand.translation +
                          6.75 * share * left * (left * bow_.first + share * bow_.last) +
                          4 * share * left * bow_.middle;
  return pose;
}

double Travel::length_m() const {
  double length = 0;
  for (int i = 0; i < 2 * kLookedAt; ++i)
    length += (at((i + 1.0) / (2 * kLookedAt)).hand.translation - at(i / (2.0 * kLookedAt)).hand.translation)
                  .norm();
  return length;
}

double Travel::clear_with(const Bow& bow, const GiverBody& body, const Receivers& receivers,
                          double at_least) {
  bow_ = bow;
  const std::array<const hand::DistanceField*, 2> both{&receivers.before, &receivers.after};
  double least = 1;
  for (const int step : {1, 2, 4}) {  // the coarsest first: there most ways end
    const int count = kLookedAt * step;
    for (int i = 1; i < count && least > at_least; ++i) {
      if (step > 1 && i % 2 == 0) continue;
      const double share = static_cast<double>(i) / count;
      const double moved = receivers_share(share);
      const auto there = std::span(both).subspan(moved < 1 ? 0 : 1, moved > 0 && moved < 1 ? 2 : 1);
      least = std::min(least, clearance(body, there, at(share)));
    }
  }
  return least;
}

}  // namespace thenar::motion
