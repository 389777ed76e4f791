#include "things.hpp"

#include <cmath>
#include <numbers>

namespace thenar::motion {
namespace {

constexpr int kRings = 17;  ///< an odd number: the middle is twice, so that it can be drawn apart
constexpr int kAround = 28;
constexpr double kThighHalf = 1.5;  ///< of its length, in its radii

struct RoundMesh {
  std::vector<Eigen::Vector3f> positions;
  std::vector<Eigen::Vector3f> normals;
  std::vector<hand::Triangle> triangles;
};

/// A ball of radius 1, drawn apart along x.
RoundMesh round_mesh(double half_length) {
  RoundMesh mesh;
  for (int ring = 0; ring <= kRings; ++ring) {
    const bool far = 2 * ring > kRings;
    const double polar = std::numbers::pi * (far ? ring - 1 : ring) / (kRings - 1);
    for (int i = 0; i <= kAround; ++i) {
      const double turn = 2 * std::numbers::pi * i / kAround;
      const Vec3 normal(-std::cos(polar), std::sin(polar) * std::cos(turn), std::sin(polar) * std::sin(turn));
      mesh.normals.push_back(normal.cast<float>().normalized());
      mesh.positions.emplace_back(
          (normal + (far ? half_length : -half_length) * Vec3::UnitX()).cast<float>());
    }
  }
  for (int ring = 0; ring < kRings; ++ring)
    for (int i = 0; i < kAround; ++i) {
      const int a = ring * (kAround + 1) + i;
      const int b = a + kAround + 1;
      mesh.triangles.push_back({a, a + 1, b + 1});
      mesh.triangles.push_back({a, b + 1, b});
    }
  return mesh;
}

}  // namespace

RoundThing::RoundThing(Gltf& gltf, GltfIndex stage, Thing thing) {
  const bool ball = thing == Thing::ball;
  const RoundMesh mesh = round_mesh(ball ? 0 : kThighHalf);
  const Json colour = ball ? Json{0.16, 0.28, 0.24, 1} : Json{0.69, 0.62, 0.54, 1};
  const auto material = gltf.add(
      "materials", {{"name", ball ? "ball" : "towel"},
                    {"pbrMetallicRoughness",
                     {{"baseColorFactor", colour}, {"metallicFactor", 0}, {"roughnessFactor", 0.8}}}});
  Json attributes;
  attributes["POSITION"] = gltf.vectors(mesh.positions, true, true);
  attributes["NORMAL"] = gltf.vectors(mesh.normals, false, true);
  Json primitive{{"attributes", std::move(attributes)},
                 {"indices", gltf.corners(mesh.triangles)},
                 {"material", material}};
  const char* name = ball ? "ball" : "thigh";
  const auto index =
      gltf.add("meshes", {{"name", name}, {"primitives", Json::array({std::move(primitive)})}});
  node_ = gltf.add("nodes", {{"name", name}, {"mesh", index}});
  gltf.at("nodes", stage)["children"].push_back(node_);
}

void RoundThing::show(float time, const Vec3& middle) {
  times_.push_back(time);
  middles_.push_back(middle);
}

void RoundThing::add_tracks(Tracks& tracks, const Times& times, const std::vector<double>& radii) const {
  tracks.scale(node_, times, radii);
  tracks.translation(node_, times_, middles_);
}

}  // namespace thenar::motion
