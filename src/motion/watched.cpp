#include "watched.hpp"

#include <algorithm>
#include <cmath>

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

/// The shell that is nearest to a point, if the point lies beside it.
const Shell* nearest_shell(const GiverBody& body, const std::array<hand::Rigid, hand::kBones>& back,
                           const Vec3& point) {
  const Shell* nearest = nullptr;
  double least = kWatchedM;
  for (const Shell& shell : body.shells) {
    const Vec3 from = back[shell.bone] * point - shell.a;
    const Vec3 along = shell.b - shell.a;
    const double t = from.dot(along) / along.squaredNorm();
    const double distance = (from - std::clamp(t, 0.0, 1.0) * along).norm() - shell.radius_m;
    if (distance >= least) continue;
    least = distance;
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
  const auto bones = hand::bones_at(body.model.skeleton, pose);
  for (std::size_t i = 0; i < body.skin.size(); ++i)
    if (receiver.at(bones[body.skin[i].bone] * body.skin[i].point).distance < kWatchedM)
      watched.giver.push_back(i);
  auto back = bones;
  for (hand::Rigid& bone : back) bone = bone.inverse();
  for (const Vec3& point : task.skin) {
    const Shell* shell = nearest_shell(body, back, point);
    if (shell == nullptr) continue;
    const double deep = allowed_by(task, [&](Pad pad) {
      const PadPoint& place = body.pads[static_cast<std::size_t>(pad)];
      return (point - bones[place.bone] * place.point).norm();
    });
    watched.receiver.push_back({point, shell->bone, deep});
  }
  return watched;
}

void add_receiver_skin(Equations& equations, const GiverBody& body, const Posed& posed,
                       const Watched& watched, double sharp) {
  for (const auto& [point, bone, allowed] : watched.receiver) {
    const hand::Rigid& moved = posed.bone(bone);
    Vec3 at = moved.inverse() * point;
    if (body.left) at.x() = -at.x();
    auto value = body.at_rest->at(at);
    const double over = value.distance + allowed;
    if (over >= 0) continue;
    if (body.left) value.gradient.x() = -value.gradient.x();
    const Vec3 way = moved.rotation * value.gradient;
    equations.add(over, -way.transpose() * posed.rows_at(bone, point), kInsideM / sharp);
  }
}

}  // namespace thenar::motion
