// The giver's pose as a sum of squares.
#pragma once

#include "thenar/motion/giver.hpp"

namespace thenar::motion {

/// The position of the hand, its turn, and its angles.
inline constexpr int kUnknowns = 6 + static_cast<int>(hand::kAngles);
using Row = Eigen::Matrix<double, 1, kUnknowns>;

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

/// How deep a point of the giver's skin may be inside the receiver's: with a pad as deep as the pad, and
/// around it as deep as the skin there yields.
double allowed_depth(const GiverBody& body, const GiverTask& task, const PadPoint& skin);

/// The points of both skins that could enter the other hand soon.
struct Watched {
  const std::vector<double>* allowed;  ///< depth of each point of the body's skin
  std::vector<std::size_t> giver;      ///< of the body's skin
  std::vector<std::size_t> receiver;   ///< of the task's skin
};
Watched watched_at(const GiverBody& body, const hand::DistanceField& receiver, const GiverTask& task,
                   const std::vector<double>& allowed, const Pose& pose);

/// What a pose costs and which way that falls. `sharp`: how much more touches and skin count than usual.
Equations equations_at(const GiverBody& body, const hand::DistanceField& receiver, const GiverTask& task,
                       const Watched& watched, const Pose& pose, double sharp);

}  // namespace thenar::motion
