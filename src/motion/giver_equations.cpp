#include "giver_equations.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <tuple>

#include "posed.hpp"
#include "thenar/motion/arrangement.hpp"
#include "watched.hpp"

namespace thenar::motion {
namespace {

constexpr double kRadian = std::numbers::pi / 180;

// What a residual of one means: a tenth of a millimetre of a touch weighs as much as …
constexpr double kTouchM = 0.00004;
constexpr double kBesideM = 0.0003;
constexpr double kLooseM = 0.003;  ///< along the skin, of touches after the first
constexpr double kBroadM = 0.0015;
constexpr double kKeepOffM = 0.009;  ///< between the middle of a pad and a place that is kept out of
constexpr double kKeptOffM = 0.0005;
constexpr double kResting = 0.004;
constexpr double kFacing = 0.6;  ///< of pads, as the sine of the angle between them …
constexpr double kFlat = 0.1;    ///< … and of what is broad, which lies flat
constexpr double kComfort = 40 * kRadian;
constexpr double kWristComfort = 20 * kRadian;
constexpr double kWristMost = 27 * kRadian;  ///< either way: 38 both together
constexpr double kWristBeyond = 1.5 * kRadian;
constexpr double kSplayComfort = 10 * kRadian;
constexpr std::size_t kWristAngles = 2;  ///< flexion and deviation come first
constexpr double kFingersM = 0.0005;
constexpr double kCoupling = 25 * kRadian;
constexpr double kForearm = 0.08;  ///< as the chord of the angle
constexpr double kForearmBeyond = 0.03;
constexpr double kNear = 12 * kRadian;
constexpr double kNearM = 0.02;
constexpr double kDipOfPip = 0.6;

Row angle_row(std::size_t angle) {
  Row row = Row::Zero();
  row[6 + static_cast<int>(angle)] = 1;
  return row;
}

void add_touches(Equations& equations, const GiverBody& body, const Posed& posed, const GiverTask& task,
                 double sharp) {
  double in_plane_m = kTouchM / sharp;  // of the first, which leads
  for (const Touch& touch : task.touches) {
    const PadPoint& pad = body.pads[static_cast<std::size_t>(touch.pad)];
    const Vec3 at = posed.at(pad);
    const Vec3 off = at - (touch.at - touch.depth_m * touch.out);
    const PointRows rows = posed.rows_at(pad.bone, at);
    const hand::Mat3 in_plane = hand::Mat3::Identity() - touch.out * touch.out.transpose();
    equations.add3(in_plane * off, PointRows(in_plane * rows), in_plane_m);
    equations.add(touch.out.dot(off), touch.out.transpose() * rows,
                  is_broad(touch.pad) ? kBroadM : kTouchM / sharp);
    in_plane_m = kLooseM;
    const Vec3 facing = posed.facing(pad);
    const Vec3 wanted = touch.facing.isZero() ? Vec3(-touch.out) : touch.facing;
    equations.add3(facing - wanted, posed.rows_of(pad.bone, facing), is_broad(touch.pad) ? kFlat : kFacing);
  }
}

void add_beside(Equations& equations, const GiverBody& body, const Posed& posed,
                const hand::DistanceField& receiver, const GiverTask& task, double sharp) {
  for (const Beside& beside : task.beside) {
    const PadPoint& pad = body.pads[static_cast<std::size_t>(beside.pad)];
    const Vec3 at = posed.at(pad);
    const auto value = receiver.at(at);
    if (value.gradient.isZero()) continue;
    equations.add(value.distance + beside.depth_m, value.gradient.transpose() * posed.rows_at(pad.bone, at),
                  kBesideM / sharp);
    const Vec3 facing = posed.facing(pad);
    equations.add3(facing + value.gradient.normalized(), posed.rows_of(pad.bone, facing), kFacing);
  }
}

/// Keeps all pads but the first off places that nothing may press.
void add_kept_out(Equations& equations, const GiverBody& body, const Posed& posed, const GiverTask& task) {
  const auto keep_off = [&](Pad which) {
    if (is_broad(which)) return;
    const PadPoint& pad = body.pads[static_cast<std::size_t>(which)];
    const Vec3 at = posed.at(pad);
    const Vec3* nearest = nullptr;
    double squared = kKeepOffM * kKeepOffM;
    for (const Vec3& point : task.kept_out)
      if (const double far = (point - at).squaredNorm(); far < squared) {
        squared = far;
        nearest = &point;
      }
    const double distance = std::sqrt(squared);
    if (nearest == nullptr || distance < 1e-6) return;
    const Vec3 way = (at - *nearest) / distance;
    equations.add(distance - kKeepOffM, way.transpose() * posed.rows_at(pad.bone, at), kKeptOffM);
  };
  for (std::size_t i = 1; i < task.touches.size(); ++i) keep_off(task.touches[i].pad);
  for (const Beside& beside : task.beside) keep_off(beside.pad);
}

void add_resting(Equations& equations, const GiverBody& body, const Posed& posed,
                 const hand::DistanceField& receiver, const GiverTask& task) {
  for (const Pad pad : task.resting) {
    const PadPoint& point = body.pads[static_cast<std::size_t>(pad)];
    const Vec3 at = posed.at(point);
    const auto value = receiver.at(at);
    equations.add(value.distance, value.gradient.transpose() * posed.rows_at(point.bone, at), kResting);
  }
}

/// Keeps the giver's skin out of the receiver's.
void add_giver_skin(Equations& equations, const GiverBody& body, const Posed& posed,
                    const hand::DistanceField& receiver, const Watched& watched, double sharp) {
  for (const std::size_t i : watched.giver) {
    const PadPoint& skin = body.skin[i];
    const Vec3 at = posed.at(skin);
    const double allowed = (*watched.allowed)[i];
    if (receiver.distance(at) + allowed >= 0) continue;
    const auto value = receiver.at(at);
    const double over = value.distance + allowed;
    equations.add(over, value.gradient.transpose() * posed.rows_at(skin.bone, at), kInsideM / sharp);
  }
}

double comfort_of(std::size_t angle) {
  if (angle < kWristAngles) return kWristComfort;
  for (int finger = 2; finger <= 5; ++finger)
    if (angle == static_cast<std::size_t>(hand::finger_angle(finger, 1))) return kSplayComfort;
  return kComfort;
}

/// Where two phalanges are nearest to each other, as shares of their lengths (Ericson, 2005, 5.1.9).
std::pair<double, double> nearest_shares(const Vec3& p, const Vec3& d, const Vec3& q, const Vec3& e) {
  const Vec3 r = p - q;
  const double a = d.squaredNorm();
  const double b = d.dot(e);
  const double c = d.dot(r);
  const double f = e.dot(r);
  const double g = e.squaredNorm();
  const double cross = a * g - b * b;
  double s = cross > 1e-12 ? std::clamp((b * f - c * g) / cross, 0.0, 1.0) : 0.5;
  const double t = std::clamp((b * s + f) / g, 0.0, 1.0);
  s = std::clamp((b * t - c) / a, 0.0, 1.0);
  return {s, t};
}

/// Keeps two phalanges from entering each other.
void add_pair(Equations& equations, const GiverBody& body, const Posed& posed, std::pair<int, int> one,
              std::pair<int, int> other) {
  const auto ends = [&](std::pair<int, int> phalanx) {
    const auto& joints = body.model.skeleton.joints.digits[static_cast<std::size_t>(phalanx.first - 1)];
    const std::size_t bone = hand::bone_of(phalanx.first, phalanx.second);
    const auto part = static_cast<std::size_t>(phalanx.second);
    return std::tuple{bone, posed.at({bone, joints[part - 1], {}}), posed.at({bone, joints[part], {}})};
  };
  const auto [bone_a, a0, a1] = ends(one);
  const auto [bone_b, b0, b1] = ends(other);
  const auto [s, t] = nearest_shares(a0, a1 - a0, b0, b1 - b0);
  const Vec3 a = a0 + s * (a1 - a0);
  const Vec3 b = b0 + t * (b1 - b0);
  const double distance = (a - b).norm();
  const double over = distance - (body.radius_m[bone_a] + body.radius_m[bone_b]);
  if (over >= 0 || distance < 1e-6) return;
  const Vec3 way = (a - b) / distance;
  equations.add(over, way.transpose() * (posed.rows_at(bone_a, a) - posed.rows_at(bone_b, b)), kFingersM);
}

void add_fingers(Equations& equations, const GiverBody& body, const Posed& posed) {
  for (int finger = 2; finger <= 4; ++finger)
    for (int part = 2; part <= 3; ++part)
      for (int beside = 2; beside <= 3; ++beside)
        add_pair(equations, body, posed, {finger, part}, {finger + 1, beside});
  for (int part = 2; part <= 3; ++part)
    for (int finger = 2; finger <= 5; ++finger)
      for (int beside = 1; beside <= 3; ++beside)
        add_pair(equations, body, posed, {1, part}, {finger, beside});
}

void add_joints(Equations& equations, const Pose& pose, const GiverTask& task) {
  for (std::size_t i = 0; i < hand::kAngles; ++i) {
    equations.add(pose.angles[i] - task.ease[i], angle_row(i), comfort_of(i));
    if (task.before) equations.add(pose.angles[i] - task.before->angles[i], angle_row(i), kNear / task.near);
    const double bent = std::abs(pose.angles[i]) - kWristMost;
    if (i < kWristAngles && bent > 0)
      equations.add(std::copysign(bent, pose.angles[i]), angle_row(i), kWristBeyond);
  }
  for (int finger = 2; finger <= 5; ++finger) {
    const auto pip = static_cast<std::size_t>(hand::finger_angle(finger, 2));
    const auto dip = static_cast<std::size_t>(hand::finger_angle(finger, 3));
    equations.add(pose.angles[dip] - kDipOfPip * pose.angles[pip],
                  angle_row(dip) - kDipOfPip * angle_row(pip), kCoupling);
  }
}

void add_forearm(Equations& equations, const GiverBody& body, const Posed& posed, const Pose& pose,
                 const GiverTask& task) {
  const std::size_t bone = static_cast<std::size_t>(hand::Bone::forearm_1);
  const PadPoint elbow{bone, body.model.skeleton.joints.elbow, {}};
  const Vec3 way = posed.at(elbow) - pose.hand.translation;
  const double length = way.norm();
  const Vec3 off = way / length - task.forearm;
  const PointRows turns = posed.rows_of(bone, way / length);
  equations.add3(off, turns, kForearm * task.forearm_loose);
  const double most = 2 * std::sin(task.forearm_most_rad / 2);
  if (off.norm() > most)
    equations.add(off.norm() - most, off.normalized().transpose() * turns, kForearmBeyond);
  if (!task.before) return;
  PointRows rows = PointRows::Zero();
  rows.leftCols<3>().setIdentity();
  equations.add3(pose.hand.translation - task.before->hand.translation, rows, kNearM / task.near);
}

}  // namespace

Equations equations_at(const GiverBody& body, const hand::DistanceField& receiver, const GiverTask& task,
                       const Watched& watched, const Pose& pose, double sharp) {
  Equations equations;
  const Posed posed(body, pose);
  add_touches(equations, body, posed, task, sharp);
  add_beside(equations, body, posed, receiver, task, sharp);
  add_kept_out(equations, body, posed, task);
  add_resting(equations, body, posed, receiver, task);
  add_giver_skin(equations, body, posed, receiver, watched, sharp);
  add_receiver_skin(equations, body, posed, watched, sharp);
  add_joints(equations, pose, task);
  add_fingers(equations, body, posed);
  add_forearm(equations, body, posed, pose, task);
  equations.finish();
  return equations;
}

}  // namespace thenar::motion
