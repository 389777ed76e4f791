// A small reader and player of glTF files, written from the format's own specification: what a viewer would
// show of one at a time. Shares nothing with the writer.
#pragma once

#include <gtest/gtest.h>

#include <cstring>
#include <nlohmann/json.hpp>

#include "thenar/hand/geometry.hpp"

namespace thenar::motion::test {

using Document = nlohmann::json;
using Matrix = Eigen::Matrix4d;

class Glb {
 public:
  explicit Glb(const std::vector<std::uint8_t>& bytes) {
    const auto word = [&](std::size_t at) {
      std::uint32_t value = 0;
      std::memcpy(&value, bytes.data() + at, 4);
      return value;
    };
    EXPECT_EQ(word(0), 0x46546C67U);
    EXPECT_EQ(word(4), 2U);
    EXPECT_EQ(word(8), bytes.size());
    const std::size_t json = word(12);
    document = Document::parse(bytes.begin() + 20, bytes.begin() + 20 + static_cast<std::ptrdiff_t>(json));
    binary_.assign(bytes.begin() + 28 + static_cast<std::ptrdiff_t>(json), bytes.end());
  }

  /// An accessor's elements, as rows of numbers.
  std::vector<std::vector<double>> rows(std::size_t index) const {
    const Document& accessor = document["accessors"][index];
    const std::size_t count = accessor["count"];
    const std::size_t width = width_of(accessor["type"]);
    std::vector<double> flat(count * width);
    if (accessor.contains("bufferView"))
      flat = numbers(accessor["bufferView"], accessor["componentType"], count * width,
                     accessor.value("normalized", false));
    if (accessor.contains("sparse")) {
      const Document& sparse = accessor["sparse"];
      const std::size_t some = sparse["count"];
      const auto places =
          numbers(sparse["indices"]["bufferView"], sparse["indices"]["componentType"], some, false);
      const auto values =
          numbers(sparse["values"]["bufferView"], accessor["componentType"], some * width, false);
      for (std::size_t i = 0; i < some * width; ++i)
        flat[static_cast<std::size_t>(places[i / width]) * width + i % width] = values[i];
    }
    std::vector<std::vector<double>> out;
    for (std::size_t i = 0; i < count; ++i)
      out.emplace_back(flat.begin() + static_cast<std::ptrdiff_t>(i * width),
                       flat.begin() + static_cast<std::ptrdiff_t>((i + 1) * width));
    return out;
  }

  /// The node with a name.
  std::size_t node(const std::string& name) const {
    for (std::size_t i = 0; i < document["nodes"].size(); ++i)
      if (document["nodes"][i].value("name", "") == name) return i;
    ADD_FAILURE() << "no node " << name;
    return 0;
  }
  bool has_node(const std::string& name) const {
    return std::any_of(document["nodes"].begin(), document["nodes"].end(),
                       [&](const Document& node) { return node.value("name", "") == name; });
  }

  /// A property of a node at a time ("translation", "rotation", "scale", "weights").
  std::vector<double> value(std::size_t node, const std::string& path, double time) const {
    if (document.contains("animations"))
      for (const Document& channel : document["animations"][0]["channels"])
        if (channel["target"]["node"] == node && channel["target"]["path"] == path)
          return played(document["animations"][0]["samplers"][channel["sampler"].get<std::size_t>()], path,
                        time);
    const Document& json = document["nodes"][node];
    if (json.contains(path)) return json[path].get<std::vector<double>>();
    if (path == "weights")
      return document["meshes"][json["mesh"].get<std::size_t>()].value(path, std::vector<double>{});
    if (path == "rotation") return {0, 0, 0, 1};
    return std::vector<double>(3, path == "scale" ? 1 : 0);
  }

  /// The transform of a node against the scene.
  Matrix global(std::size_t node, double time) const {
    const auto t = value(node, "translation", time);
    const auto r = value(node, "rotation", time);
    const auto s = value(node, "scale", time);
    Eigen::Affine3d local = Eigen::Affine3d::Identity();
    local.translate(Eigen::Vector3d(t[0], t[1], t[2]));
    local.rotate(Eigen::Quaterniond(r[3], r[0], r[1], r[2]).normalized());
    local.scale(Eigen::Vector3d(s[0], s[1], s[2]));
    for (std::size_t i = 0; i < document["nodes"].size(); ++i)
      for (const Document& child : document["nodes"][i].value("children", Document::array()))
        if (child == node) return global(i, time) * local.matrix();
    return local.matrix();
  }

  /// The vertices of a skinned node at a time, with or without what its morph targets do.
  std::vector<hand::Vec3> skinned(std::size_t node, double time, bool morphed = true) const {
    const Document& json = document["nodes"][node];
    const Document& primitive = document["meshes"][json["mesh"].get<std::size_t>()]["primitives"][0];
    const Document& skin = document["skins"][json["skin"].get<std::size_t>()];
    auto positions = rows(primitive["attributes"]["POSITION"]);
    if (morphed && primitive.contains("targets")) {
      const auto weights = value(node, "weights", time);
      for (std::size_t i = 0; i < weights.size(); ++i) {
        if (weights[i] == 0) continue;
        const auto moves = rows(primitive["targets"][i]["POSITION"]);
        for (std::size_t v = 0; v < positions.size(); ++v)
          for (std::size_t k = 0; k < 3; ++k) positions[v][k] += weights[i] * moves[v][k];
      }
    }
    std::vector<Matrix> joints;
    const auto back = rows(skin["inverseBindMatrices"]);
    for (std::size_t i = 0; i < skin["joints"].size(); ++i)
      joints.push_back(global(skin["joints"][i], time) * Eigen::Map<const Matrix>(back[i].data()));
    const auto bones = rows(primitive["attributes"]["JOINTS_0"]);
    const auto weights = rows(primitive["attributes"]["WEIGHTS_0"]);
    std::vector<hand::Vec3> out;
    for (std::size_t v = 0; v < positions.size(); ++v) {
      Matrix sum = Matrix::Zero();
      for (std::size_t i = 0; i < 4; ++i)
        sum += weights[v][i] * joints[static_cast<std::size_t>(bones[v][i])];
      out.push_back((sum * Eigen::Vector4d(positions[v][0], positions[v][1], positions[v][2], 1)).head<3>());
    }
    return out;
  }

  Document document;

 private:
  static std::size_t width_of(const std::string& type) {
    if (type == "SCALAR") return 1;
    if (type == "VEC3") return 3;
    return type == "VEC4" ? 4 : 16;
  }

  template <class T>
  void read(std::size_t offset, std::size_t count, double scale, std::vector<double>& out) const {
    ASSERT_LE(offset + count * sizeof(T), binary_.size());
    for (std::size_t i = 0; i < count; ++i) {
      T value{};
      std::memcpy(&value, binary_.data() + offset + i * sizeof(T), sizeof(T));
      out.push_back(static_cast<double>(value) / scale);
    }
  }

  std::vector<double> numbers(std::size_t view, int component, std::size_t count, bool normalized) const {
    const std::size_t offset = document["bufferViews"][view]["byteOffset"];
    std::vector<double> out;
    if (component == 5121) read<std::uint8_t>(offset, count, normalized ? 255 : 1, out);
    if (component == 5122) read<std::int16_t>(offset, count, normalized ? 32767 : 1, out);
    if (component == 5123) read<std::uint16_t>(offset, count, normalized ? 65535 : 1, out);
    if (component == 5125) read<std::uint32_t>(offset, count, 1, out);
    if (component == 5126) read<float>(offset, count, 1, out);
    return out;
  }

  std::vector<double> played(const Document& sampler, const std::string& path, double time) const {
    const auto times = rows(sampler["input"]);
    const auto flat = rows(sampler["output"]);
    const std::size_t width = flat.size() / times.size();
    const auto key = [&](std::size_t i) {
      if (path != "weights") return flat[i];
      std::vector<double> out;
      for (std::size_t k = 0; k < width; ++k) out.push_back(flat[i * width + k][0]);
      return out;
    };
    std::size_t next = 0;
    while (next < times.size() && times[next][0] <= time) ++next;
    if (next == 0) return key(0);
    if (next == times.size() || sampler.value("interpolation", "LINEAR") == "STEP") return key(next - 1);
    auto a = key(next - 1);
    const auto b = key(next);
    const double share = (time - times[next - 1][0]) / (times[next][0] - times[next - 1][0]);
    if (path == "rotation") {
      const Eigen::Quaterniond from(a[3], a[0], a[1], a[2]);
      const auto between =
          from.normalized().slerp(share, Eigen::Quaterniond(b[3], b[0], b[1], b[2]).normalized());
      return {between.x(), between.y(), between.z(), between.w()};
    }
    for (std::size_t i = 0; i < a.size(); ++i) a[i] += share * (b[i] - a[i]);
    return a;
  }

  std::vector<std::uint8_t> binary_;
};

/// The frame of a file against that of the hand: y up.
inline hand::Vec3 upright(const hand::Vec3& v) {
  return {v.x(), v.z(), -v.y()};
}

}  // namespace thenar::motion::test
