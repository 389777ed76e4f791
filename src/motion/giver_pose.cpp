// Finds the pose of a giving hand.
#include <Eigen/Cholesky>
#include <algorithm>
#include <cmath>
#include <tuple>

#include "watched.hpp"

namespace thenar::motion {
namespace {

constexpr double kSettled = 1e-5;
constexpr int kFirstSteps = 10;
constexpr std::array<double, 3> kApproach{0.03, 0.012, 0.004};  ///< metres
constexpr std::size_t kKept = 8;
constexpr double kSharp = 4;
constexpr int kLookAround = 6;  ///< steps after which other skin may be near

/// The pose after a step; joints stop at their limits.
Pose moved(const hand::Limits& limits, const Pose& pose, const Eigen::Matrix<double, kUnknowns, 1>& step) {
  Pose next = pose;
  next.hand.translation += step.head<3>();
  const Vec3 turn = step.segment<3>(3);
  if (turn.norm() > 0)
    next.hand.rotation =
        (hand::Quat(Eigen::AngleAxisd(turn.norm(), turn.normalized())) * pose.hand.rotation).normalized();
  for (std::size_t i = 0; i < hand::kAngles; ++i)
    next.angles[i] =
        std::clamp(pose.angles[i] + step[6 + static_cast<int>(i)], limits.least[i], limits.most[i]);
  return next;
}

/// Takes out of a step what would carry joints beyond the limits that they are at.
void hold_at_limits(const hand::Limits& limits, const Pose& pose,
                    Eigen::Matrix<double, kUnknowns, kUnknowns>& matrix,
                    Eigen::Matrix<double, kUnknowns, 1>& slope) {
  for (std::size_t i = 0; i < hand::kAngles; ++i) {
    const auto at = static_cast<Eigen::Index>(6 + i);
    const bool low = pose.angles[i] <= limits.least[i] && slope[at] > 0;
    const bool high = pose.angles[i] >= limits.most[i] && slope[at] < 0;
    if (!low && !high) continue;
    matrix.row(at).setZero();
    matrix.col(at).setZero();
    matrix(at, at) = 1;
    slope[at] = 0;
  }
}

/// Levenberg and Marquardt from one start. `sharp`: how much more touches and skin count than usual.
std::pair<Pose, double> descend(const GiverBody& body, const hand::DistanceField& receiver,
                                const GiverTask& task, const std::vector<double>& allowed, Pose pose,
                                double sharp, int steps) {
  Watched watched = watched_at(body, receiver, task, allowed, pose);
  Equations here = equations_at(body, receiver, task, watched, pose, sharp);
  double damping = 1e-3;
  for (int i = 0; i < steps && damping < 1e8; ++i) {
    if (i > 0 && i % kLookAround == 0) {
      watched = watched_at(body, receiver, task, allowed, pose);
      here = equations_at(body, receiver, task, watched, pose, sharp);
    }
    Eigen::Matrix<double, kUnknowns, kUnknowns> matrix = here.matrix.selfadjointView<Eigen::Lower>();
    hold_at_limits(body.limits, pose, matrix, here.slope);
    matrix.diagonal() += damping * (matrix.diagonal().array() + 1e-6).matrix();
    const Eigen::Matrix<double, kUnknowns, 1> step = -matrix.ldlt().solve(here.slope);
    const Pose next = moved(body.limits, pose, step);
    Equations there = equations_at(body, receiver, task, watched, next, sharp);
    if (!(there.cost < here.cost)) {
      damping *= 6;
      continue;
    }
    const bool settled = here.cost - there.cost < kSettled * here.cost;
    pose = next;
    here = std::move(there);
    damping = std::max(damping / 5, 1e-9);
    if (settled) break;
  }
  return {pose, here.cost};
}

/// The task some way off the skin.
GiverTask lifted(GiverTask task, double height_m) {
  for (Touch& touch : task.touches) touch.depth_m -= height_m;
  for (Beside& beside : task.beside) beside.depth_m -= height_m;
  return task;
}

}  // namespace

std::vector<GiverPose> solve_from_all(const GiverBody& body, const hand::DistanceField& receiver,
                                      const GiverTask& task) {
  std::vector<double> allowed;
  for (const PadPoint& skin : body.skin) allowed.push_back(allowed_depth(body, task, skin));
  std::vector<Pose> starts = task.starts;
  if (starts.empty() && task.before) starts.push_back(*task.before);
  // Followed poses are near already; from afar the soft way leads to better valleys, and most starts to none.
  if (!task.before) {
    std::vector<std::pair<Pose, double>> tried;
    for (const Pose& start : starts) {
      Pose pose = start;
      for (const double height : kApproach) {  // from above, so that fingers do not begin inside
        const GiverTask off = lifted(task, height);
        pose =
            descend(body, receiver, off, std::vector<double>(allowed.size(), 0), pose, 1, kFirstSteps).first;
      }
      tried.push_back(descend(body, receiver, task, allowed, pose, 1, kFirstSteps));
    }
    std::stable_sort(tried.begin(), tried.end(),
                     [](const auto& a, const auto& b) { return a.second < b.second; });
    if (tried.size() > kKept) tried.resize(kKept);
    starts.clear();
    for (const auto& [pose, cost] : tried)
      starts.push_back(descend(body, receiver, task, allowed, pose, 1, task.steps).first);
  }
  std::vector<GiverPose> found;
  for (const Pose& start : starts) {
    GiverPose giver;
    std::tie(giver.pose, giver.cost) = descend(body, receiver, task, allowed, start, kSharp, task.steps);
    const auto bones = hand::bones_at(body.model.skeleton, giver.pose);
    if (!task.touches.empty()) {
      const Touch& lead = task.touches.front();
      const PadPoint& pad = body.pads[static_cast<std::size_t>(lead.pad)];
      Vec3 off = bones[pad.bone] * pad.point - (lead.at - lead.depth_m * lead.out);
      if (is_broad(lead.pad)) off -= off.dot(lead.out) * lead.out;
      giver.contact_error_m = off.norm();
    }
    giver.beyond_limits_rad = hand::beyond(body.limits, giver.pose);
    found.push_back(giver);
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.cost < b.cost; });
  return found;
}

GiverPose solve_giver(const GiverBody& body, const hand::DistanceField& receiver, const GiverTask& task) {
  const auto found = solve_from_all(body, receiver, task);
  return found.empty() ? GiverPose{} : found.front();
}

}  // namespace thenar::motion
