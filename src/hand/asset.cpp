#include "thenar/hand/asset.hpp"

#include <algorithm>
#include <cmath>

#include "thenar/base/bytes.hpp"

namespace thenar::hand {
namespace {

constexpr std::string_view kMagic = "thenar.hand";
constexpr std::uint32_t kVersion = 1;
constexpr double kUnit = 1e-5;         // of displacements, kept in 16 bits: up to 0.32 m
constexpr double kWeightUnit = 65535;  // of a weight

void write_point(ByteWriter& out, const Vec3& p) {
  for (int axis = 0; axis < 3; ++axis) out.number(static_cast<float>(p[axis]));
}
void write_move(ByteWriter& out, const Vec3& p) {
  for (int axis = 0; axis < 3; ++axis) out.number(static_cast<std::int16_t>(std::lround(p[axis] / kUnit)));
}
Vec3 read_point(ByteReader& in) {
  const double x = in.number<float>(), y = in.number<float>(), z = in.number<float>();
  return {x, y, z};
}
Vec3 read_move(ByteReader& in) {
  const double x = in.number<std::int16_t>(), y = in.number<std::int16_t>(), z = in.number<std::int16_t>();
  return kUnit * Vec3(x, y, z);
}

Asset read_body(ByteReader& in) {
  Asset asset;
  asset.base.positions.resize(in.count(12));
  for (Vec3& position : asset.base.positions) position = read_point(in);
  asset.base.quads.resize(in.count(8));
  for (Quad& quad : asset.base.quads)
    for (auto& corner : quad) corner = in.number<std::uint16_t>();
  asset.joints.each([&](Vec3& joint) { joint = read_point(in); });
  asset.skin.resize(in.count(12));
  for (Influence& each : asset.skin) {
    for (auto& bone : each.bones) bone = in.number<std::uint8_t>();
    for (auto& weight : each.weights) weight = static_cast<float>(in.number<std::uint16_t>() / kWeightUnit);
  }
  asset.targets.resize(in.count(8));
  for (Target& target : asset.targets) {
    target.name = in.text();
    target.vertices.resize(in.count(6));
    for (Vec3& move : target.vertices) move = read_move(in);
    for (Vec3& move : target.joints) move = read_move(in);
  }
  return asset;
}

/// Whether every number points at something.
bool consistent(const Asset& asset) {
  const std::size_t n = asset.base.positions.size();
  const auto inside = [&](const Quad& quad) {
    return std::all_of(quad.begin(), quad.end(),
                       [&](std::int32_t corner) { return static_cast<std::size_t>(corner) < n; });
  };
  const auto known = [](const Influence& each) {
    return std::all_of(each.bones.begin(), each.bones.end(), [](std::uint8_t bone) { return bone < kBones; });
  };
  const auto whole = [&](const Target& target) { return target.vertices.size() == n; };
  return n > 0 && asset.skin.size() == n &&
         std::all_of(asset.base.quads.begin(), asset.base.quads.end(), inside) &&
         std::all_of(asset.skin.begin(), asset.skin.end(), known) &&
         std::all_of(asset.targets.begin(), asset.targets.end(), whole);
}

}  // namespace

const Target* Asset::find(std::string_view target) const {
  const auto at =
      std::find_if(targets.begin(), targets.end(), [&](const Target& each) { return each.name == target; });
  return at == targets.end() ? nullptr : &*at;
}

std::vector<std::uint8_t> write_asset(const Asset& asset) {
  ByteWriter out;
  out.text(kMagic);
  out.number(kVersion);
  out.number(static_cast<std::uint32_t>(asset.base.positions.size()));
  for (const Vec3& position : asset.base.positions) write_point(out, position);
  out.number(static_cast<std::uint32_t>(asset.base.quads.size()));
  for (const Quad& quad : asset.base.quads)
    for (const auto corner : quad) out.number(static_cast<std::uint16_t>(corner));
  Joints joints = asset.joints;
  joints.each([&](const Vec3& joint) { write_point(out, joint); });
  out.number(static_cast<std::uint32_t>(asset.skin.size()));
  for (const Influence& each : asset.skin) {
    for (const auto bone : each.bones) out.number(bone);
    for (const auto weight : each.weights)
      out.number(static_cast<std::uint16_t>(std::lround(static_cast<double>(weight) * kWeightUnit)));
  }
  out.number(static_cast<std::uint32_t>(asset.targets.size()));
  for (const Target& target : asset.targets) {
    out.text(target.name);
    out.number(static_cast<std::uint32_t>(target.vertices.size()));
    for (const Vec3& move : target.vertices) write_move(out, move);
    for (const Vec3& move : target.joints) write_move(out, move);
  }
  return std::move(out).finish();
}

Result<Asset> read_asset(std::span<const std::uint8_t> bytes, const std::string& name) {
  auto in = open_bytes(bytes, kMagic, kVersion, name, "a hand of this program");
  if (!in) return tl::unexpected(in.error());
  Asset asset = read_body(*in);
  if (!in->ok() || !in->at_end() || !consistent(asset))
    return wrong_file(name, "a file that does not fit together", "a whole one");
  return asset;
}

}  // namespace thenar::hand
