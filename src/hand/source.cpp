// Reads what setup/hand_source.mjs wrote: a left arm in a world of its own.
#include <nlohmann/json.hpp>

#include "thenar/hand/asset.hpp"

namespace thenar::hand {
namespace {

using nlohmann::json;

/// The mirror image, so that the left arm of the file becomes a right one.
Vec3 mirrored(const json& values, std::size_t at, double unit) {
  return unit * Vec3(-values[at].get<double>(), values[at + 1].get<double>(), values[at + 2].get<double>());
}

std::vector<Vec3> vertices_of(const json& values, double unit) {
  std::vector<Vec3> out;
  for (std::size_t at = 0; at + 2 < values.size(); at += 3) out.push_back(mirrored(values, at, unit));
  return out;
}

Joints joints_of(const json& values, double unit) {
  Joints joints;
  const auto read = [&](const std::string& name) { return mirrored(values.at(name), 0, unit); };
  joints.elbow = read("elbow");
  joints.wrist = read("wrist");
  joints.carpus_ulnar = read("carpus_ulnar");
  joints.carpus_radial = read("carpus_radial");
  for (std::size_t digit = 0; digit < 5; ++digit)
    for (std::size_t joint = 0; joint < 4; ++joint)
      joints.digits[digit][joint] =
          read("digit_" + std::to_string(digit + 1) + "_" + std::to_string(joint + 1));
  return joints;
}

Target target_of(const std::string& name, const json& values, double unit) {
  Target target{name, vertices_of(values.at("vertices"), unit), {}};
  Joints joints = joints_of(values.at("joints"), unit);
  std::size_t i = 0;
  joints.each([&](const Vec3& joint) { target.joints[i++] = joint; });
  return target;
}

/// Turns everything into the frame of the average adult's hand.
void settle(Asset& asset) {
  Joints adult = asset.joints;
  for (const char* name : {"woman", "man"}) {
    std::size_t i = 0;
    adult.each([&, target = asset.find(name)](Vec3& joint) { joint += 0.5 * target->joints[i++]; });
  }
  const Rigid back = hand_frame(adult).inverse();
  for (Vec3& position : asset.base.positions) position = back * position;
  asset.joints.each([&](Vec3& joint) { joint = back * joint; });
  for (Target& target : asset.targets) {
    for (Vec3& move : target.vertices) move = back.rotation * move;
    for (Vec3& move : target.joints) move = back.rotation * move;
  }
}

}  // namespace

Result<Asset> read_source(std::string_view text, const std::string& name) {
  const json document = json::parse(text, nullptr, false);
  const Problem wrong{
      {name, 0, "format"}, "another document", "thenar.hand-source/1", "Make it with setup/hand_source.mjs"};
  if (!document.is_object() || document.value("format", json()) != "thenar.hand-source/1")
    return tl::unexpected(wrong);
  const double unit = document.at("unit_m").get<double>();
  Asset asset;
  asset.base.positions = vertices_of(document.at("base").at("vertices"), unit);
  asset.joints = joints_of(document.at("base").at("joints"), unit);
  const json& quads = document.at("quads");
  for (std::size_t at = 0; at + 3 < quads.size(); at += 4)  // mirrored: turned over
    asset.base.quads.push_back(
        {quads[at].get<int>(), quads[at + 3].get<int>(), quads[at + 2].get<int>(), quads[at + 1].get<int>()});
  for (const auto& [target, values] : document.at("targets").items())
    asset.targets.push_back(target_of(target, values, unit));
  settle(asset);
  return asset;
}

}  // namespace thenar::hand
