#include "gltf.hpp"

#include <bit>

namespace thenar::motion {
namespace {

constexpr int kByte = 5121;
constexpr int kShort = 5122;
constexpr int kUnsignedInt = 5125;
constexpr int kFloat = 5126;
constexpr int kVertices = 34962;
constexpr int kCorners = 34963;
constexpr std::uint32_t kMagic = 0x46546C67;  ///< "glTF"
constexpr std::uint32_t kJsonChunk = 0x4E4F534A;
constexpr std::uint32_t kBinaryChunk = 0x004E4942;

void put(std::vector<std::uint8_t>& out, std::uint32_t number) {
  static_assert(std::endian::native == std::endian::little);
  const auto raw = std::bit_cast<std::array<std::uint8_t, 4>>(number);
  out.insert(out.end(), raw.begin(), raw.end());
}

void put_chunk(std::vector<std::uint8_t>& out, std::uint32_t kind, std::span<const std::uint8_t> bytes,
               std::uint8_t filling) {
  const std::size_t padded = (bytes.size() + 3) / 4 * 4;
  put(out, static_cast<std::uint32_t>(padded));
  put(out, kind);
  out.insert(out.end(), bytes.begin(), bytes.end());
  out.insert(out.end(), padded - bytes.size(), filling);
}

Json numbers(const Eigen::Vector3f& v) {
  return Json::array({v.x(), v.y(), v.z()});
}

/// The least and the most of each coordinate, of vectors that may include zero.
void set_box(Json& accessor, std::span<const Eigen::Vector3f> values, bool with_zero) {
  Eigen::Vector3f low = with_zero ? Eigen::Vector3f(Eigen::Vector3f::Zero()) : values.front();
  Eigen::Vector3f high = low;
  for (const auto& value : values) {
    low = low.cwiseMin(value);
    high = high.cwiseMax(value);
  }
  accessor["min"] = numbers(low);
  accessor["max"] = numbers(high);
}

}  // namespace

Gltf::Gltf() {
  json_["asset"] = {{"version", "2.0"}, {"generator", "Thenar"}};
}

GltfIndex Gltf::add(const char* list, Json value) {
  Json& all = json_[list];
  all.push_back(std::move(value));
  return all.size() - 1;
}

template <class T>
GltfIndex Gltf::view(std::span<const T> values, int target) {
  bytes_.resize((bytes_.size() + 3) / 4 * 4);
  const auto* first = reinterpret_cast<const std::uint8_t*>(values.data());
  Json view{{"buffer", 0}, {"byteOffset", bytes_.size()}, {"byteLength", values.size_bytes()}};
  if (target != 0) view["target"] = target;
  bytes_.insert(bytes_.end(), first, first + values.size_bytes());
  return add("bufferViews", std::move(view));
}

GltfIndex Gltf::accessor(GltfIndex view, int component, const char* type, std::size_t count) {
  return add("accessors",
             {{"bufferView", view}, {"componentType", component}, {"count", count}, {"type", type}});
}

GltfIndex Gltf::times(const std::vector<float>& times) {
  const auto known = times_.find(times);
  if (known != times_.end()) return known->second;
  const auto index = accessor(view(std::span(times)), kFloat, "SCALAR", times.size());
  at("accessors", index)["min"] = Json::array({times.front()});
  at("accessors", index)["max"] = Json::array({times.back()});
  times_[times] = index;
  return index;
}

GltfIndex Gltf::vectors(std::span<const Eigen::Vector3f> values, bool with_box, bool of_vertices) {
  const auto index = accessor(view(values, of_vertices ? kVertices : 0), kFloat, "VEC3", values.size());
  if (with_box) set_box(at("accessors", index), values, false);
  return index;
}

GltfIndex Gltf::rotations(std::span<const hand::Quat> values) {
  std::vector<std::int16_t> stored;
  for (const auto& value : values)
    for (Eigen::Index i = 0; i < 4; ++i)
      stored.push_back(static_cast<std::int16_t>(std::lround(value.coeffs()[i] * 32767)));
  const auto index = accessor(view(std::span<const std::int16_t>(stored)), kShort, "VEC4", values.size());
  at("accessors", index)["normalized"] = true;
  return index;
}

GltfIndex Gltf::shares(std::span<const double> values) {
  std::vector<std::uint8_t> stored;
  for (const double value : values)
    stored.push_back(static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0, 1.0) * 255)));
  const auto index = accessor(view(std::span<const std::uint8_t>(stored)), kByte, "SCALAR", values.size());
  at("accessors", index)["normalized"] = true;
  return index;
}

GltfIndex Gltf::joints(std::span<const std::array<std::uint8_t, 4>> values) {
  return accessor(view(values, kVertices), kByte, "VEC4", values.size());
}

GltfIndex Gltf::weights(std::span<const std::array<float, 4>> values) {
  return accessor(view(values, kVertices), kFloat, "VEC4", values.size());
}

GltfIndex Gltf::matrices(std::span<const Eigen::Matrix4f> values) {
  return accessor(view(values), kFloat, "MAT4", values.size());
}

GltfIndex Gltf::corners(std::span<const hand::Triangle> triangles) {
  std::vector<std::uint32_t> stored;
  for (const auto& triangle : triangles)
    for (const std::int32_t corner : triangle) stored.push_back(static_cast<std::uint32_t>(corner));
  return accessor(view(std::span<const std::uint32_t>(stored), kCorners), kUnsignedInt, "SCALAR",
                  stored.size());
}

GltfIndex Gltf::sparse(std::size_t count, std::span<const std::uint32_t> indices,
                       std::span<const Eigen::Vector3f> values, bool with_box) {
  const auto places = view(indices);
  const auto contents = view(values);
  Json accessor{{"componentType", kFloat}, {"count", count}, {"type", "VEC3"}};
  if (with_box) set_box(accessor, values, indices.size() < count);
  accessor["sparse"] = {{"count", indices.size()},
                        {"indices", {{"bufferView", places}, {"componentType", kUnsignedInt}}},
                        {"values", {{"bufferView", contents}}}};
  return add("accessors", std::move(accessor));
}

GltfIndex Gltf::sparse_like(GltfIndex other, std::span<const Eigen::Vector3f> values) {
  Json accessor = at("accessors", other);
  accessor.erase("min");
  accessor.erase("max");
  accessor["sparse"]["values"]["bufferView"] = view(values);
  return add("accessors", std::move(accessor));
}

std::vector<std::uint8_t> Gltf::finish() && {
  bytes_.resize((bytes_.size() + 3) / 4 * 4);
  json_["buffers"] = Json::array({{{"byteLength", bytes_.size()}}});
  const std::string text = to_line(json_);
  const std::span json(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
  std::vector<std::uint8_t> out;
  put(out, kMagic);
  put(out, 2);
  put(out, 0);
  put_chunk(out, kJsonChunk, json, ' ');
  put_chunk(out, kBinaryChunk, bytes_, 0);
  const auto size = std::bit_cast<std::array<std::uint8_t, 4>>(static_cast<std::uint32_t>(out.size()));
  std::copy(size.begin(), size.end(), out.begin() + 8);
  return out;
}

}  // namespace thenar::motion
