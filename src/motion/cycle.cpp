#include "cycle.hpp"

#include <algorithm>

namespace thenar::motion {
namespace {

constexpr std::array<double, 4> kSmoothing{1.5, 2, 3,
                                           4};  ///< how near to the middle of its neighbours, each time

constexpr double kJump = 0.1;  ///< radians from the middle: perhaps another valley

bool alike(const GiverTask& a, const GiverTask& b) {
  return std::equal(a.touches.begin(), a.touches.end(), b.touches.begin(), b.touches.end(),
                    [](const Touch& x, const Touch& y) {
                      return x.at.isApprox(y.at, 1e-9) && std::abs(x.depth_m - y.depth_m) < 1e-9;
                    });
}

bool is_still(const std::vector<GiverTask>& tasks) {
  return std::all_of(tasks.begin(), tasks.end(),
                     [&](const GiverTask& task) { return alike(task, tasks.front()); });
}

Pose between(const Pose& a, const Pose& b) {
  Pose middle;
  middle.hand.rotation = a.hand.rotation.slerp(0.5, b.hand.rotation);
  middle.hand.translation = 0.5 * (a.hand.translation + b.hand.translation);
  for (std::size_t i = 0; i < hand::kAngles; ++i) middle.angles[i] = 0.5 * (a.angles[i] + b.angles[i]);
  return middle;
}

/// The largest difference of an angle.
double apart(const Pose& a, const Pose& b) {
  double most = 0;
  for (std::size_t i = 0; i < hand::kAngles; ++i) most = std::max(most, std::abs(a.angles[i] - b.angles[i]));
  return most;
}

/// The pose of a moment ago, carried along with what leads.
Pose carried(Pose pose, const GiverTask& from, const GiverTask& to) {
  const Touch& a = from.touches.front();
  const Touch& b = to.touches.front();
  pose.hand.translation += (b.at - b.depth_m * b.out) - (a.at - a.depth_m * a.out);
  return pose;
}

GiverPose near(const GiverBody& body, const hand::DistanceField& receiver, GiverTask& task,
               const Pose& before, std::vector<Pose> starts) {
  task.before = before;
  task.starts = std::move(starts);
  return solve_giver(body, receiver, task);
}

Cycle followed(const GiverBody& body, const hand::DistanceField& receiver, std::vector<GiverTask>& tasks,
               std::size_t from, const GiverPose& start) {
  const std::size_t n = tasks.size();
  Cycle cycle;
  cycle.poses.assign(n, start);
  for (std::size_t k = 1; k <= 2 * n; ++k) {
    const std::size_t at = (from + k) % n;
    const std::size_t last = (from + k - 1) % n;
    const Pose before = carried(cycle.poses[last].pose, tasks[last], tasks[at]);
    cycle.poses[at] = near(body, receiver, tasks[at], before, {before});
  }
  for (const GiverPose& each : cycle.poses) cycle.cost += each.cost / static_cast<double>(n);
  return cycle;
}

}  // namespace

std::vector<Cycle> followed_cycles(const GiverBody& body, const hand::DistanceField& receiver,
                                   std::vector<GiverTask> tasks, const std::vector<Pose>& starts,
                                   std::size_t most) {
  const auto deepest = std::max_element(tasks.begin(), tasks.end(), [](const auto& a, const auto& b) {
    return a.touches.front().depth_m < b.touches.front().depth_m;
  });
  const auto from = static_cast<std::size_t>(deepest - tasks.begin());
  tasks[from].starts = starts;
  const auto found = solve_from_all(body, receiver, tasks[from]);
  std::vector<Cycle> cycles;
  for (std::size_t i = 0; i < found.size() && cycles.size() < most; ++i) {
    // The same valley again tells nothing new.
    if (i > 0 && found[i].cost - found[i - 1].cost < 1e-3 * found[i].cost) continue;
    cycles.push_back(is_still(tasks) ? Cycle{std::vector<GiverPose>(tasks.size(), found[i]), found[i].cost}
                                     : followed(body, receiver, tasks, from, found[i]));
  }
  std::stable_sort(cycles.begin(), cycles.end(),
                   [](const auto& a, const auto& b) { return a.cost < b.cost; });
  return cycles;
}

void smooth(const GiverBody& body, const hand::DistanceField& receiver, std::vector<GiverTask>& tasks,
            Cycle& cycle) {
  if (is_still(tasks)) return;
  const std::size_t n = tasks.size();
  for (const double near_by : kSmoothing)
    for (std::size_t at = 0; at < n; ++at) {
      const std::size_t last = (at + n - 1) % n;
      const std::size_t next = (at + 1) % n;
      const Pose middle = between(carried(cycle.poses[last].pose, tasks[last], tasks[at]),
                                  carried(cycle.poses[next].pose, tasks[next], tasks[at]));
      tasks[at].near = near_by;
      std::vector<Pose> starts{cycle.poses[at].pose};
      if (apart(starts[0], middle) > kJump) starts.push_back(middle);
      cycle.poses[at] = near(body, receiver, tasks[at], middle, std::move(starts));
    }
}

}  // namespace thenar::motion
