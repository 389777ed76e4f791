// Softening values on a surface.
#pragma once

#include "thenar/hand/geometry.hpp"

namespace thenar::hand {

/// Values (a row a vertex) after implicit diffusion with the cotangent Laplacian (Desbrun et al. 1999): four
/// steps that spread a point over about `width` metres, each vertex its own. Rows keep their sum.
Eigen::MatrixXd diffused(const TriangleMesh& mesh, const Eigen::MatrixXd& values,
                         const std::vector<double>& width);

}  // namespace thenar::hand
