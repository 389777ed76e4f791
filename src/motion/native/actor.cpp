#include "actor.hpp"

#include <algorithm>

namespace thenar::motion {
namespace {

using hand::Bone;
using hand::Rigid;

constexpr std::size_t index_of(Bone bone) {
  return static_cast<std::size_t>(bone);
}

Vec3 in_mirror(const Vec3& v) {
  return {-v.x(), v.y(), v.z()};
}
Rigid in_mirror(const Rigid& r) {
  return {{r.rotation.w(), r.rotation.x(), -r.rotation.y(), -r.rotation.z()}, in_mirror(r.translation)};
}

std::vector<Eigen::Vector3f> stored(std::span<const Vec3> values, bool mirror) {
  std::vector<Eigen::Vector3f> out;
  for (const Vec3& value : values) out.emplace_back((mirror ? in_mirror(value) : value).cast<float>());
  return out;
}

std::string name_of_bone(std::size_t bone) {
  static constexpr std::array<const char*, 5> kDigits{"thumb", "index", "middle", "ring", "little"};
  if (bone == index_of(Bone::hand)) return "hand";
  if (bone == index_of(Bone::helper_wrist)) return "wrist_helper";
  const auto digit = [](std::size_t i) {
    return std::string(kDigits[i / 3]) + "_" + std::to_string(i % 3 + 1);
  };
  if (bone >= index_of(Bone::helper_thumb_1)) return digit(bone - index_of(Bone::helper_thumb_1)) + "_helper";
  if (bone >= index_of(Bone::forearm_1)) return "forearm_" + std::to_string(bone - 15);
  return digit(bone - 1);
}

/// Influences as the format wants them: what has no weight names the first joint, and the sum is 1.
std::pair<std::vector<std::array<std::uint8_t, 4>>, std::vector<std::array<float, 4>>> influences(
    const std::vector<hand::Influence>& skin) {
  std::pair<std::vector<std::array<std::uint8_t, 4>>, std::vector<std::array<float, 4>>> out;
  for (const hand::Influence& influence : skin) {
    std::array<std::uint8_t, 4> bones{};
    auto weights = influence.weights;
    double sum = 0;
    std::size_t most = 0;
    for (std::size_t i = 0; i < 4; ++i) {
      if (weights[i] > 0) bones[i] = influence.bones[i];
      sum += static_cast<double>(weights[i]);
      if (weights[i] > weights[most]) most = i;
    }
    weights[most] += static_cast<float>(1 - sum);
    out.first.push_back(bones);
    out.second.push_back(weights);
  }
  return out;
}

}  // namespace

std::optional<std::size_t> parent_of(std::size_t bone) {
  if (bone == index_of(Bone::hand)) return {};
  if (bone == index_of(Bone::helper_wrist) || bone == index_of(Bone::forearm_1)) return index_of(Bone::hand);
  if (bone > index_of(Bone::helper_wrist)) return parent_of(bone - 20);
  if (bone > index_of(Bone::forearm_1)) return bone - 1;
  return (bone - 1) % 3 == 0 ? index_of(Bone::hand) : bone - 1;
}

std::array<Vec3, hand::kBones> pivots_of(const hand::Skeleton& skeleton) {
  std::array<Vec3, hand::kBones> pivots;
  pivots.fill(skeleton.joints.wrist);
  for (int digit = 1; digit <= 5; ++digit)
    for (int part = 1; part <= 3; ++part) {
      const Vec3& joint =
          skeleton.joints.digits[static_cast<std::size_t>(digit - 1)][static_cast<std::size_t>(part - 1)];
      pivots[hand::bone_of(digit, part)] = joint;
      pivots[hand::helper_of(digit, part)] = joint;
    }
  for (std::size_t i = 0; i < 4; ++i)
    pivots[index_of(Bone::forearm_1) + i] +=
        static_cast<double>(i) / 4 * (skeleton.joints.elbow - skeleton.joints.wrist);
  return pivots;
}

Actor::Actor(Gltf& gltf, GltfIndex stage, const hand::HandModel& model, bool mirror, const std::string& name,
             GltfIndex material, std::span<const DentTarget* const> dents)
    : model_(model), mirror_(mirror), pivots_(pivots_of(model.skeleton)) {
  add_joints(gltf, stage, name);
  std::vector<Eigen::Matrix4f> back;
  for (const Vec3& pivot : pivots_) {
    Eigen::Matrix4f matrix = Eigen::Matrix4f::Identity();
    matrix.topRightCorner<3, 1>() = -(mirror_ ? in_mirror(pivot) : pivot).cast<float>();
    back.push_back(matrix);
  }
  const auto matrices = gltf.matrices(back);
  const auto skin = gltf.add("skins", {{"name", name},
                                       {"inverseBindMatrices", matrices},
                                       {"skeleton", joints_.front()},
                                       {"joints", Json(joints_)}});
  const auto mesh = add_mesh(gltf, name, material, dents);
  mesh_node_ = gltf.add("nodes", {{"name", name + ", skin"}, {"mesh", mesh}, {"skin", skin}});
}

void Actor::add_joints(Gltf& gltf, GltfIndex stage, const std::string& name) {
  root_ = gltf.add("nodes", {{"name", name}});
  gltf.at("nodes", stage)["children"].push_back(root_);
  for (std::size_t bone = 0; bone < hand::kBones; ++bone)
    joints_[bone] = gltf.add("nodes", {{"name", name_of_bone(bone)}});
  for (std::size_t bone = 0; bone < hand::kBones; ++bone) {
    const auto parent = parent_of(bone);
    gltf.at("nodes", parent ? joints_[*parent] : root_)["children"].push_back(joints_[bone]);
  }
}

GltfIndex Actor::add_mesh(Gltf& gltf, const std::string& name, GltfIndex material,
                          std::span<const DentTarget* const> dents) const {
  const auto normals = hand::vertex_normals(model_.positions, model_.triangles);
  const auto [bones, weights] = influences(model_.skin);
  auto triangles = model_.triangles;
  if (mirror_)
    for (auto& triangle : triangles) std::swap(triangle[1], triangle[2]);
  Json attributes;
  attributes["POSITION"] = gltf.vectors(stored(model_.positions, mirror_), true, true);
  attributes["NORMAL"] = gltf.vectors(stored(normals, mirror_), false, true);
  attributes["JOINTS_0"] = gltf.joints(bones);
  attributes["WEIGHTS_0"] = gltf.weights(weights);
  Json primitive{
      {"attributes", std::move(attributes)}, {"indices", gltf.corners(triangles)}, {"material", material}};
  for (const DentTarget* dent : dents) {
    const auto moves =
        gltf.sparse(model_.positions.size(), dent->vertices, stored(dent->moves, mirror_), true);
    const auto turns = gltf.sparse_like(moves, stored(dent->normals, mirror_));
    primitive["targets"].push_back({{"POSITION", moves}, {"NORMAL", turns}});
  }
  Json mesh{{"name", name}};
  mesh["primitives"].push_back(std::move(primitive));
  if (!dents.empty()) mesh["weights"] = std::vector<int>(dents.size());
  return gltf.add("meshes", std::move(mesh));
}

void Actor::show(float time, const Pose& pose, std::vector<double> dent_weights) {
  const auto bones = hand::bones_at(model_.skeleton, pose);
  times_.push_back(time);
  for (std::size_t bone = 0; bone < hand::kBones; ++bone) {
    const auto parent = parent_of(bone);
    Rigid local = parent ? bones[*parent].inverse() * bones[bone] : bones[bone];
    local.translation = local * pivots_[bone] - (parent ? pivots_[*parent] : Vec3(Vec3::Zero()));
    if (mirror_) local = in_mirror(local);
    rotations_[bone].push_back(local.rotation.normalized());
    translations_[bone].push_back(local.translation);
  }
  weights_.push_back(std::move(dent_weights));
}

void Actor::add_tracks(Tracks& tracks, const Times& times, const std::vector<bool>& there) const {
  tracks.scale(root_, times, std::vector<double>(there.begin(), there.end()));
  for (std::size_t bone = 0; bone < hand::kBones; ++bone) {
    tracks.translation(joints_[bone], times_, translations_[bone]);
    tracks.rotation(joints_[bone], times_, rotations_[bone]);
  }
  if (!weights_.front().empty()) tracks.weights(mesh_node_, times_, weights_);
}

}  // namespace thenar::motion
