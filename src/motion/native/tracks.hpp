// What changes with time in a scene: keys, kept only where something happens.
#pragma once

#include "gltf.hpp"

namespace thenar::motion {

/// Times of keys that tracks share.
using Times = std::vector<float>;

/// Adds tracks to one animation of a document. A track that stays as it is becomes the node's own value, not
/// keys; of keys in a row that are the same only the first and the last are kept.
class Tracks {
 public:
  explicit Tracks(Gltf& gltf) : gltf_(gltf) {}

  void translation(GltfIndex node, const Times& times, const std::vector<hand::Vec3>& values);
  void rotation(GltfIndex node, const Times& times, std::vector<hand::Quat> values);
  /// The same in all directions, from each time on until the next.
  void scale(GltfIndex node, const Times& times, const std::vector<double>& values);
  /// As many weights a time as the node's mesh has targets.
  void weights(GltfIndex node, const Times& times, const std::vector<std::vector<double>>& values);

  bool empty() const { return channels_.empty(); }
  /// The animation; the document must not get tracks after it.
  Json finish(const std::string& name) &&;

 private:
  void channel(GltfIndex node, const char* path, GltfIndex times, GltfIndex values, bool steps);

  Gltf& gltf_;
  Json channels_ = Json::array();
  Json samplers_ = Json::array();
};

}  // namespace thenar::motion
