// Small meshes with known answers.
#pragma once

#include "thenar/hand/subdivision.hpp"

namespace thenar::hand::test {

/// The cube of [-1, 1]³.
inline QuadMesh cube() {
  QuadMesh mesh;
  for (int i = 0; i < 8; ++i)
    mesh.positions.emplace_back((i & 1) != 0 ? 1 : -1, (i & 2) != 0 ? 1 : -1, (i & 4) != 0 ? 1 : -1);
  mesh.quads = {{0, 2, 3, 1}, {4, 5, 7, 6}, {0, 1, 5, 4}, {2, 6, 7, 3}, {0, 4, 6, 2}, {1, 3, 7, 5}};
  return mesh;
}

/// After some steps of subdivision.
inline QuadMesh refined(QuadMesh mesh, int times) {
  for (int i = 0; i < times; ++i) {
    const Refinement step = refine(mesh.positions.size(), mesh.quads);
    mesh = {step(mesh.positions, Vec3(Vec3::Zero())), step.quads};
  }
  return mesh;
}

}  // namespace thenar::hand::test
