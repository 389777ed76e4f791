// Which bones the skin follows, and by how much.
#pragma once

#include "thenar/hand/asset.hpp"

namespace thenar::hand {

/// Weights of every bone for every vertex, rows adding up to 1.
using Weights = std::vector<std::array<double, kBones>>;

/// Joint ramps: every vertex belongs to the digit whose bone it sees nearest, softly (implicit diffusion with
/// the cotangent Laplacian, after Desbrun et al. 1999); within a digit weights go over from bone to bone
/// across the plane that halves the angle of each joint, by way of the joint's helper. The mesh must be in
/// the frame of the hand and without its targets' folds: open, fingers apart.
Weights joint_ramps(const QuadMesh& mesh, const Joints& joints);

/// The four largest of each row, adding up to 1 again.
std::vector<Influence> largest_four(const Weights& weights);

}  // namespace thenar::hand
