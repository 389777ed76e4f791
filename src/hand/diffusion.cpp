#include "diffusion.hpp"

#include <Eigen/Sparse>
#include <algorithm>

namespace thenar::hand {
namespace {

constexpr int kSteps = 4;
using Entry = Eigen::Triplet<double>;

}  // namespace

Eigen::MatrixXd diffused(const TriangleMesh& mesh, const Eigen::MatrixXd& values,
                         const std::vector<double>& width) {
  const auto n = static_cast<Eigen::Index>(mesh.positions.size());
  Eigen::VectorXd mass = Eigen::VectorXd::Zero(n);
  std::vector<Entry> entries;
  for (const Triangle& t : mesh.triangles) {
    for (std::size_t c = 0; c < 3; ++c) {
      const auto a = static_cast<std::size_t>(t[c]);
      const auto b = static_cast<std::size_t>(t[(c + 1) % 3]);
      const auto o = static_cast<std::size_t>(t[(c + 2) % 3]);
      const Vec3 u = mesh.positions[a] - mesh.positions[o];
      const Vec3 v = mesh.positions[b] - mesh.positions[o];
      const double area2 = u.cross(v).norm();
      mass[static_cast<Eigen::Index>(o)] += area2 / 6;
      // The variance of four implicit steps of t each is 8t in the plane: (2 · width)² of it.
      const double mean = 0.5 * (width[a] + width[b]);
      const double step = mean * mean / (4.0 * kSteps);
      const double conductance = std::max(0.0, 0.5 * u.dot(v) / area2) * step;
      const auto i = static_cast<int>(a);
      const auto j = static_cast<int>(b);
      entries.insert(entries.end(),
                     {{i, i, conductance}, {j, j, conductance}, {i, j, -conductance}, {j, i, -conductance}});
    }
  }
  for (Eigen::Index i = 0; i < n; ++i)
    entries.emplace_back(static_cast<int>(i), static_cast<int>(i), mass[i]);
  Eigen::SparseMatrix<double> matrix(n, n);
  matrix.setFromTriplets(entries.begin(), entries.end());
  const Eigen::SimplicialLDLT<Eigen::SparseMatrix<double>> solver(matrix);
  Eigen::MatrixXd result = values;
  for (int step = 0; step < kSteps; ++step) result = solver.solve(mass.asDiagonal() * result);
  return result;
}

}  // namespace thenar::hand
