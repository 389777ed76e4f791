#include "thenar/hand/asset.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

namespace thenar::hand {
namespace {

constexpr std::string_view kMagic = "thenar.hand";
constexpr std::uint32_t kVersion = 1;
constexpr double kUnit = 1e-5;         // of displacements, kept in 16 bits: up to 0.32 m
constexpr double kWeightUnit = 65535;  // of a weight

/// Fowler, Noll and Vo's 64-bit hash: finds damage, not malice.
std::uint64_t checksum(std::span<const std::uint8_t> bytes) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const std::uint8_t byte : bytes) hash = (hash ^ byte) * 0x100000001b3U;
  return hash;
}

class Writer {
 public:
  template <class T>
  void number(T value) {
    static_assert(std::endian::native == std::endian::little);
    const auto raw = std::bit_cast<std::array<std::uint8_t, sizeof(T)>>(value);
    bytes_.insert(bytes_.end(), raw.begin(), raw.end());
  }
  void text(std::string_view text) {
    number(static_cast<std::uint32_t>(text.size()));
    bytes_.insert(bytes_.end(), text.begin(), text.end());
  }
  void point(const Vec3& p) {
    for (int axis = 0; axis < 3; ++axis) number(static_cast<float>(p[axis]));
  }
  void move(const Vec3& p) {
    for (int axis = 0; axis < 3; ++axis) number(static_cast<std::int16_t>(std::lround(p[axis] / kUnit)));
  }
  std::vector<std::uint8_t> finish() && {
    number(checksum(bytes_));
    return std::move(bytes_);
  }

 private:
  std::vector<std::uint8_t> bytes_;
};

/// Reads within its bounds; past the end everything is null and `ok` false.
class Reader {
 public:
  explicit Reader(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}
  template <class T>
  T number() {
    std::array<std::uint8_t, sizeof(T)> raw{};
    if (!take(raw.size())) return T{};
    std::copy_n(bytes_.begin() + static_cast<std::ptrdiff_t>(at_ - raw.size()), raw.size(), raw.begin());
    return std::bit_cast<T>(raw);
  }
  std::string text() {
    const auto size = number<std::uint32_t>();
    if (!take(size)) return {};
    return {reinterpret_cast<const char*>(bytes_.data()) + (at_ - size), size};
  }
  Vec3 point() {
    const double x = number<float>(), y = number<float>(), z = number<float>();
    return {x, y, z};
  }
  Vec3 move() {
    const double x = number<std::int16_t>(), y = number<std::int16_t>(), z = number<std::int16_t>();
    return kUnit * Vec3(x, y, z);
  }
  /// How many things of some bytes each follow; 0 and not ok when they cannot be there.
  std::size_t count(std::size_t bytes_each) {
    const std::size_t n = number<std::uint32_t>();
    if (n > (bytes_.size() - at_) / bytes_each) ok_ = false;
    return ok_ ? n : 0;
  }
  bool ok() const { return ok_; }
  bool at_end() const { return at_ == bytes_.size(); }

 private:
  bool take(std::size_t size) {
    ok_ = ok_ && size <= bytes_.size() - at_;
    if (ok_) at_ += size;
    return ok_;
  }
  std::span<const std::uint8_t> bytes_;
  std::size_t at_ = 0;
  bool ok_ = true;
};

Asset read_body(Reader& in) {
  Asset asset;
  asset.base.positions.resize(in.count(12));
  for (Vec3& position : asset.base.positions) position = in.point();
  asset.base.quads.resize(in.count(8));
  for (Quad& quad : asset.base.quads)
    for (auto& corner : quad) corner = in.number<std::uint16_t>();
  asset.joints.each([&](Vec3& joint) { joint = in.point(); });
  asset.skin.resize(in.count(12));
  for (Influence& each : asset.skin) {
    for (auto& bone : each.bones) bone = in.number<std::uint8_t>();
    for (auto& weight : each.weights) weight = static_cast<float>(in.number<std::uint16_t>() / kWeightUnit);
  }
  asset.targets.resize(in.count(8));
  for (Target& target : asset.targets) {
    target.name = in.text();
    target.vertices.resize(in.count(6));
    for (Vec3& move : target.vertices) move = in.move();
    for (Vec3& move : target.joints) move = in.move();
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
  Writer out;
  out.text(kMagic);
  out.number(kVersion);
  out.number(static_cast<std::uint32_t>(asset.base.positions.size()));
  for (const Vec3& position : asset.base.positions) out.point(position);
  out.number(static_cast<std::uint32_t>(asset.base.quads.size()));
  for (const Quad& quad : asset.base.quads)
    for (const auto corner : quad) out.number(static_cast<std::uint16_t>(corner));
  Joints joints = asset.joints;
  joints.each([&](const Vec3& joint) { out.point(joint); });
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
    for (const Vec3& move : target.vertices) out.move(move);
    for (const Vec3& move : target.joints) out.move(move);
  }
  return std::move(out).finish();
}

Result<Asset> read_asset(std::span<const std::uint8_t> bytes, const std::string& name) {
  const auto wrong = [&](std::string found, std::string expected) {
    return tl::unexpected(Problem{
        {name, 0, {}}, std::move(found), std::move(expected), "Take the file that came with this version"});
  };
  Reader in(bytes);
  if (in.text() != kMagic) return wrong("another file", "a hand of this program");
  const auto version = in.number<std::uint32_t>();
  if (version != kVersion)
    return wrong("version " + std::to_string(version), "version " + std::to_string(kVersion));
  if (bytes.size() < sizeof(std::uint64_t)) return wrong("a file that is cut off", "a whole one");
  const auto body = bytes.first(bytes.size() - sizeof(std::uint64_t));
  if (Reader(bytes.last(sizeof(std::uint64_t))).number<std::uint64_t>() != checksum(body))
    return wrong("a damaged or cut-off file", "one whose checksum is right");
  Reader rest(body);
  rest.text();
  rest.number<std::uint32_t>();
  Asset asset = read_body(rest);
  if (!rest.ok() || !rest.at_end() || !consistent(asset))
    return wrong("a file that does not fit together", "a whole one");
  return asset;
}

}  // namespace thenar::hand
