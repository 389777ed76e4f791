// Finds the pose of a giving hand.
#include <Eigen/Cholesky>
#include <algorithm>
#include <cmath>
#include <numbers>

#include "thenar/motion/giver.hpp"

namespace thenar::motion {
namespace {

constexpr int kUnknowns = 6 + static_cast<int>(hand::kAngles);
using Row = Eigen::Matrix<double, 1, kUnknowns>;
using PointRows = Eigen::Matrix<double, 3, kUnknowns>;

constexpr double kRadian = std::numbers::pi / 180;

// What a residual of one means: a tenth of a millimetre of a touch weighs as much as …
constexpr double kTouchM = 0.0001;
constexpr double kResting = 0.004;
constexpr double kInsideM = 0.0002;
constexpr double kLimit = 0.5 * kRadian;
constexpr double kFacing = 0.6;  ///< of pads, as the sine of the angle between them
constexpr double kComfort = 60 * kRadian;
constexpr double kCoupling = 25 * kRadian;
constexpr double kForearm = 1.0;  ///< as the chord of the angle
constexpr double kNear = 12 * kRadian;
constexpr double kNearM = 0.02;
constexpr double kClearM = 0.0003;  ///< skin that does not touch stays this far away
constexpr double kPatchM = 0.014;   ///< around a pad skin may sink in with it
constexpr double kDipOfPip = 0.6;
constexpr int kSteps = 60;

/// The sum of squares as its normal equations.
struct Equations {
  Eigen::Matrix<double, kUnknowns, kUnknowns> matrix = decltype(matrix)::Zero();
  Eigen::Matrix<double, kUnknowns, 1> slope = decltype(slope)::Zero();
  double cost = 0;

  void add(double residual, const Row& row, double scale) {
    const double r = residual / scale;
    cost += r * r;
    slope += row.transpose() * (r / scale);
    matrix.selfadjointView<Eigen::Lower>().rankUpdate(row.transpose() / scale);
  }
  template <class Rows>
  void add3(const Vec3& residual, const Rows& rows, double scale) {
    for (int i = 0; i < 3; ++i) add(residual[i], rows.row(i), scale);
  }
};

/// A pose with all that moves in it.
class Posed {
 public:
  Posed(const GiverBody& body, const Pose& pose)
      : pose_(pose),
        bones_(hand::bones_at(body.model.skeleton, pose)),
        levers_(hand::levers_at(body.model.skeleton, pose)) {}

  Vec3 at(const PadPoint& p) const { return bones_[p.bone] * p.point; }
  Vec3 facing(const PadPoint& p) const { return bones_[p.bone].rotation * p.normal; }

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
  std::array<hand::Rigid, hand::kBones> bones_;
  std::array<hand::Lever, hand::kAngles> levers_;
};

Row angle_row(std::size_t angle) {
  Row row = Row::Zero();
  row[6 + static_cast<int>(angle)] = 1;
  return row;
}

void add_touches(Equations& equations, const GiverBody& body, const Posed& posed, const GiverTask& task) {
  for (const Touch& touch : task.touches) {
    const PadPoint& pad = body.pads[static_cast<std::size_t>(touch.pad)];
    const Vec3 at = posed.at(pad);
    equations.add3(at - (touch.at - touch.depth_m * touch.out), posed.rows_at(pad.bone, at), kTouchM);
    const Vec3 facing = posed.facing(pad);
    equations.add3(facing + touch.out, posed.rows_of(pad.bone, facing), kFacing);
  }
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

/// How deep a point of the giver's skin may be inside the receiver's: under a pad as deep as the pad, and
/// less around it.
double allowed_depth(const GiverBody& body, const GiverTask& task, const PadPoint& skin) {
  double depth = -kClearM;
  for (const Touch& touch : task.touches) {
    const PadPoint& pad = body.pads[static_cast<std::size_t>(touch.pad)];
    const double share = (skin.point - pad.point).squaredNorm() / (patch_m(touch.pad) * patch_m(touch.pad));
    if (share < 1) depth = std::max(depth, touch.depth_m * (1 - share * share));
  }
  return depth;
}

void add_skin(Equations& equations, const GiverBody& body, const Posed& posed,
              const hand::DistanceField& receiver, const std::vector<double>& allowed) {
  for (std::size_t i = 0; i < body.skin.size(); ++i) {
    const PadPoint& skin = body.skin[i];
    const Vec3 at = posed.at(skin);
    const auto value = receiver.at(at);
    const double over = value.distance + allowed[i];
    if (over >= 0) continue;
    equations.add(over, value.gradient.transpose() * posed.rows_at(skin.bone, at), kInsideM);
  }
}

void add_joints(Equations& equations, const GiverBody& body, const Pose& pose, const GiverTask& task) {
  for (std::size_t i = 0; i < hand::kAngles; ++i) {
    const double least = body.limits.least[i];
    const double most = body.limits.most[i];
    const double over = std::max(0.0, pose.angles[i] - most) - std::max(0.0, least - pose.angles[i]);
    if (over != 0) equations.add(over, angle_row(i), kLimit);
    equations.add(pose.angles[i] - task.ease[i], angle_row(i), kComfort);
    if (task.before) equations.add(pose.angles[i] - task.before->angles[i], angle_row(i), kNear);
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
  equations.add3(way / length - task.forearm, posed.rows_of(bone, way / length), kForearm);
  if (!task.before) return;
  PointRows rows = PointRows::Zero();
  rows.leftCols<3>().setIdentity();
  equations.add3(pose.hand.translation - task.before->hand.translation, rows, kNearM);
}

Equations equations_at(const GiverBody& body, const hand::DistanceField& receiver, const GiverTask& task,
                       const std::vector<double>& allowed, const Pose& pose) {
  Equations equations;
  const Posed posed(body, pose);
  add_touches(equations, body, posed, task);
  add_resting(equations, body, posed, receiver, task);
  add_skin(equations, body, posed, receiver, allowed);
  add_joints(equations, body, pose, task);
  add_forearm(equations, body, posed, pose, task);
  return equations;
}

Pose moved(const Pose& pose, const Eigen::Matrix<double, kUnknowns, 1>& step) {
  Pose next = pose;
  next.hand.translation += step.head<3>();
  const Vec3 turn = step.segment<3>(3);
  if (turn.norm() > 0)
    next.hand.rotation =
        (hand::Quat(Eigen::AngleAxisd(turn.norm(), turn.normalized())) * pose.hand.rotation).normalized();
  for (std::size_t i = 0; i < hand::kAngles; ++i) next.angles[i] += step[6 + static_cast<int>(i)];
  return next;
}

/// Levenberg and Marquardt from one start.
std::pair<Pose, double> descend(const GiverBody& body, const hand::DistanceField& receiver,
                                const GiverTask& task, const std::vector<double>& allowed, Pose pose) {
  Equations here = equations_at(body, receiver, task, allowed, pose);
  double damping = 1e-3;
  for (int i = 0; i < kSteps && damping < 1e8; ++i) {
    Eigen::Matrix<double, kUnknowns, kUnknowns> matrix = here.matrix.selfadjointView<Eigen::Lower>();
    matrix.diagonal() += damping * (matrix.diagonal().array() + 1e-6).matrix();
    const Eigen::Matrix<double, kUnknowns, 1> step = -matrix.ldlt().solve(here.slope);
    const Pose next = moved(pose, step);
    Equations there = equations_at(body, receiver, task, allowed, next);
    if (!(there.cost < here.cost)) {
      damping *= 6;
      continue;
    }
    const bool settled = here.cost - there.cost < 1e-7 * here.cost;
    pose = next;
    here = std::move(there);
    damping = std::max(damping / 5, 1e-9);
    if (settled) break;
  }
  return {pose, here.cost};
}

}  // namespace

GiverPose solve_giver(const GiverBody& body, const hand::DistanceField& receiver, const GiverTask& task) {
  std::vector<double> allowed;
  for (const PadPoint& skin : body.skin) allowed.push_back(allowed_depth(body, task, skin));
  std::vector<Pose> starts = task.starts;
  if (starts.empty() && task.before) starts.push_back(*task.before);
  GiverPose best;
  for (const Pose& start : starts) {
    const auto [pose, cost] = descend(body, receiver, task, allowed, start);
    if (best.cost > 0 && cost >= best.cost) continue;
    best.pose = pose;
    best.cost = cost;
  }
  const auto bones = hand::bones_at(body.model.skeleton, best.pose);
  for (const Touch& touch : task.touches) {
    const PadPoint& pad = body.pads[static_cast<std::size_t>(touch.pad)];
    const double error = (bones[pad.bone] * pad.point - (touch.at - touch.depth_m * touch.out)).norm();
    best.contact_error_m = std::max(best.contact_error_m, error);
  }
  best.beyond_limits_rad = hand::beyond(body.limits, best.pose);
  return best;
}

}  // namespace thenar::motion
