// A hand as a skinned mesh of a scene.
#pragma once

#include <string>

#include "dent_targets.hpp"
#include "tracks.hpp"

namespace thenar::motion {

/// The bone that carries each bone; the hand itself has none.
std::optional<std::size_t> parent_of(std::size_t bone);

/// Where each bone turns, at rest: with it a bone that only turns keeps its place in its parent.
std::array<Vec3, hand::kBones> pivots_of(const hand::Skeleton& skeleton);

/// A hand in a scene. Its bones are joints, one below the other; a mirrored one is the mirror image in x of
/// what its model does.
class Actor {
 public:
  /// Adds mesh, skin and nodes below `stage`. `dents` are of the receiver and stay in their order.
  Actor(Gltf& gltf, GltfIndex stage, const hand::HandModel& model, bool mirror, const std::string& name,
        GltfIndex material, std::span<const DentTarget* const> dents);

  /// A pose to show at a time; times rise.
  void show(float time, const Pose& pose, std::vector<double> dent_weights);

  /// Adds the tracks of all that was shown, and when the hand is there at all.
  void add_tracks(Tracks& tracks, const Times& times, const std::vector<bool>& there) const;

  GltfIndex mesh_node() const { return mesh_node_; }

 private:
  GltfIndex add_mesh(Gltf& gltf, const std::string& name, GltfIndex material,
                     std::span<const DentTarget* const> dents) const;
  void add_joints(Gltf& gltf, GltfIndex stage, const std::string& name);

  const hand::HandModel& model_;
  bool mirror_;
  std::array<Vec3, hand::kBones> pivots_;
  GltfIndex root_ = 0;
  GltfIndex mesh_node_ = 0;
  std::array<GltfIndex, hand::kBones> joints_{};
  Times times_;
  std::array<std::vector<hand::Quat>, hand::kBones> rotations_;
  std::array<std::vector<Vec3>, hand::kBones> translations_;
  std::vector<std::vector<double>> weights_;
};

}  // namespace thenar::motion
