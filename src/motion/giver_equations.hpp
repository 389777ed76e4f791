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
    residuals_.push_back(r);
    rows_.insert(rows_.end(), row.data(), row.data() + kUnknowns);
    for (auto at = rows_.end() - kUnknowns; at != rows_.end(); ++at) *at /= scale;
  }
  template <class Rows>
  void add3(const Vec3& residual, const Rows& rows, double scale) {
    for (int i = 0; i < 3; ++i) add(residual[i], rows.row(i), scale);
  }
  /// All rows at once into matrix and slope; nothing is added after that.
  void finish() {
    using Rows = Eigen::Matrix<double, kUnknowns, Eigen::Dynamic>;
    const auto count = static_cast<Eigen::Index>(residuals_.size());
    const Eigen::Map<const Rows> rows(rows_.data(), kUnknowns, count);
    slope.noalias() = rows * Eigen::Map<const Eigen::VectorXd>(residuals_.data(), count);
    matrix.selfadjointView<Eigen::Lower>().rankUpdate(rows);
    rows_ = {};
    residuals_ = {};
  }

 private:
  std::vector<double> rows_;  ///< a column each
  std::vector<double> residuals_;
};

struct Watched;

/// What a pose costs and which way that falls. `sharp`: how much more touches and skin count than usual.
Equations equations_at(const GiverBody& body, const hand::DistanceField& receiver, const GiverTask& task,
                       const Watched& watched, const Pose& pose, double sharp);

}  // namespace thenar::motion
