#include "watched.hpp"

#include <Eigen/Geometry>
#include <algorithm>
#include <cmath>
#include <span>

#include "thenar/motion/arrangement.hpp"
#include "thenar/motion/yielding.hpp"

namespace thenar::motion {
namespace {

constexpr double kSoftM = 0.0008;       ///< all skin yields this much
constexpr double kBroadDepthM = 0.001;  ///< two broad soft pads yield this much as soon as they meet
constexpr double kWatchedM = 0.02;
constexpr double kBeyond = 0.15;  ///< of a bone's length: how far past its ends its shell counts

/// How deep skin may be by all pads of a task; `from` tells how far from a pad it is.
template <class From>
double allowed_by(const GiverTask& task, From from) {
  double depth = kSoftM;
  const auto allow = [&](Pad pad, double pressed_m) {
    if (pressed_m < 0) return;
    const double r = from(pad);
    if (is_broad(pad)) {
      if (r < patch_m(pad)) depth = std::max({depth, pressed_m, kBroadDepthM});
      return;
    }
    const double share = r / patch_m(pad);
    const double with_pad = share < 1 ? 1 - std::pow(share, 4) : 0;
    const double yields = dent_share(r, radius_m(pad), kReachRadii * radius_m(pad));
    depth = std::max(depth, pressed_m * std::max(with_pad, yields));
  };
  for (const Touch& touch : task.touches) allow(touch.pad, touch.depth_m);
  for (const Beside& beside : task.beside) allow(beside.pad, beside.depth_m);
  return depth;
}

/// A shell where a pose has it.
struct PosedShell {
  Vec3 a;
  Vec3 along;
  double squared;
  double length;
  double radius;
  std::size_t bone;
};

std::vector<PosedShell> posed_shells(const GiverBody& body, const Bones& bones) {
  std::vector<PosedShell> out;
  for (const Shell& shell : body.shells) {
    const Vec3 a = bones.at(shell.bone, shell.a);
    const Vec3 along = bones.at(shell.bone, shell.b) - a;
    out.push_back({a, along, along.squaredNorm(), along.norm(), shell.radius_m, shell.bone});
  }
  return out;
}

/// Neighbours in a list of skin lie together: so many of them are looked at as one first.
constexpr std::size_t kTogether = 32;

/// Shells that are near enough to some of the points, in their order.
std::vector<const PosedShell*> shells_near(const std::vector<PosedShell>& shells,
                                           std::span<const Vec3> points) {
  Eigen::AlignedBox3d box;
  for (const Vec3& point : points) box.extend(point);
  const Vec3 middle = box.center();
  const double reach = kWatchedM + box.diagonal().norm() / 2;
  std::vector<const PosedShell*> near;
  for (const PosedShell& shell : shells) {
    const Vec3 from = middle - shell.a;
    const double t = std::clamp(from.dot(shell.along) / shell.squared, 0.0, 1.0);
    const double far = reach + shell.radius;
    if (far > 0 && (from - t * shell.along).squaredNorm() < far * far) near.push_back(&shell);
  }
  return near;
}

/// The shell that is nearest to a point, if the point lies beside it.
const PosedShell* nearest_shell(const std::vector<const PosedShell*>& shells, const Vec3& point) {
  const PosedShell* nearest = nullptr;
  double least = kWatchedM;
  for (const PosedShell* each : shells) {
    const PosedShell& shell = *each;
    const Vec3 from = point - shell.a;
    const double far = least + shell.radius;
    const double beyond = far + shell.length;  // farther from one end, and it is farther from all of it
    if (far <= 0 || from.squaredNorm() > beyond * beyond) continue;
    const double t = from.dot(shell.along) / shell.squared;
    const double squared = (from - std::clamp(t, 0.0, 1.0) * shell.along).squaredNorm();
    if (squared >= far * far) continue;
    least = std::sqrt(squared) - shell.radius;
    nearest = t > -kBeyond && t < 1 + kBeyond ? &shell : nullptr;
  }
  return nearest;
}

}  // namespace

double allowed_depth(const GiverBody& body, const GiverTask& task, const PadPoint& skin) {
  return allowed_by(
      task, [&](Pad pad) { return (skin.point - body.pads[static_cast<std::size_t>(pad)].point).norm(); });
}

Watched watched_at(const GiverBody& body, const hand::DistanceField& receiver, const GiverTask& task,
                   const std::vector<double>& allowed, const Pose& pose) {
  Watched watched{&allowed, {}, {}};
  const Bones bones(body, pose);
  for (std::size_t i = 0; i < body.skin.size(); ++i)
    if (receiver.distance(bones.at(body.skin[i].bone, body.skin[i].point)) < kWatchedM)
      watched.giver.push_back(i);
  const auto shells = posed_shells(body, bones);
  for (std::size_t from = 0; from < task.skin.size(); from += kTogether) {
    const auto points = std::span(task.skin).subspan(from, std::min(kTogether, task.skin.size() - from));
    const auto near = shells_near(shells, points);
    if (near.empty()) continue;
    for (const Vec3& point : points) {
      const PosedShell* shell = nearest_shell(near, point);
      if (shell == nullptr) continue;
      const double deep = allowed_by(task, [&](Pad pad) {
        const PadPoint& place = body.pads[static_cast<std::size_t>(pad)];
        return (point - bones.at(place.bone, place.point)).norm();
      });
      watched.receiver.push_back({point, shell->bone, deep});
    }
  }
  return watched;
}

void add_receiver_skin(Equations& equations, const GiverBody& body, const Posed& posed,
                       const Watched& watched, double sharp) {
  for (const auto& [point, bone, allowed] : watched.receiver) {
    Vec3 at = posed.bones().back(bone, point);
    if (body.left) at.x() = -at.x();
    if (body.at_rest->distance(at) + allowed >= 0) continue;
    auto value = body.at_rest->at(at);
    const double over = value.distance + allowed;
    if (body.left) value.gradient.x() = -value.gradient.x();
    const Vec3 way = posed.bones().turned(bone, value.gradient);
    equations.add(over, -way.transpose() * posed.rows_at(bone, point), kInsideM / sharp);
  }
}

}  // namespace thenar::motion
