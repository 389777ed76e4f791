// A document of glTF 2.0 while it is put together: its JSON and its one buffer.
#pragma once

#include <map>
#include <span>
#include <vector>

#include "thenar/base/json.hpp"
#include "thenar/hand/geometry.hpp"

namespace thenar::motion {

/// The place of something in a list of the document.
using GltfIndex = std::size_t;

/// Adds numbers to the buffer and says by which accessor they are read. Lists must not be empty.
class Gltf {
 public:
  Gltf();

  /// Adds to a list of the document ("nodes", "meshes" …) and gives its place there.
  GltfIndex add(const char* list, Json value);
  /// What was added.
  Json& at(const char* list, GltfIndex index) { return json_[list][index]; }
  Json& root() { return json_; }

  /// Times in seconds, rising; the same times are stored once.
  GltfIndex times(const std::vector<float>& times);
  /// Vectors of floats; of positions the format wants to know the box.
  GltfIndex vectors(std::span<const Eigen::Vector3f> values, bool with_box, bool of_vertices);
  /// Unit quaternions, kept to 1/32767.
  GltfIndex rotations(std::span<const hand::Quat> values);
  /// Shares from 0 to 1, kept to 1/255.
  GltfIndex shares(std::span<const double> values);
  GltfIndex joints(std::span<const std::array<std::uint8_t, 4>> values);
  GltfIndex weights(std::span<const std::array<float, 4>> values);
  GltfIndex matrices(std::span<const Eigen::Matrix4f> values);
  GltfIndex corners(std::span<const hand::Triangle> triangles);

  /// `count` vectors that are zero but at some places; `indices` rise.
  GltfIndex sparse(std::size_t count, std::span<const std::uint32_t> indices,
                   std::span<const Eigen::Vector3f> values, bool with_box);
  /// The same places as another sparse accessor's.
  GltfIndex sparse_like(GltfIndex other, std::span<const Eigen::Vector3f> values);

  /// The whole as a .glb file.
  std::vector<std::uint8_t> finish() &&;

 private:
  template <class T>
  GltfIndex view(std::span<const T> values, int target = 0);
  GltfIndex accessor(GltfIndex view, int component, const char* type, std::size_t count);

  Json json_;
  std::vector<std::uint8_t> bytes_;
  std::map<std::vector<float>, GltfIndex> times_;
};

}  // namespace thenar::motion
