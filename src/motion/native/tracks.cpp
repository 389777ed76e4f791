#include "tracks.hpp"

#include <algorithm>

namespace thenar::motion {
namespace {

constexpr double kSameM = 0.000002;
constexpr double kSameTurn = 1.0 / 32767;
constexpr double kSameShare = 0.5 / 255;
constexpr std::size_t kOwnTimesPay = 2;  ///< keys that share times must be so many times as many as without

bool same(const hand::Vec3& a, const hand::Vec3& b) {
  return (a - b).norm() < kSameM;
}
bool same(const hand::Quat& a, const hand::Quat& b) {
  return (a.coeffs() - b.coeffs()).cwiseAbs().maxCoeff() < kSameTurn;
}
bool same(const std::vector<double>& a, const std::vector<double>& b) {
  for (std::size_t i = 0; i < a.size(); ++i)
    if (std::abs(a[i] - b[i]) > kSameShare) return false;
  return true;
}

template <class T>
bool stays(const std::vector<T>& values) {
  return std::all_of(values.begin(), values.end(),
                     [&](const T& value) { return same(value, values.front()); });
}

/// Leaves out keys that are the same as the last one kept and the next, where enough are to pay for times of
/// their own.
template <class T>
std::pair<Times, std::vector<T>> thinned(const Times& times, const std::vector<T>& values) {
  std::pair<Times, std::vector<T>> out;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const bool between = i > 0 && i + 1 < values.size() && same(values[i], out.second.back()) &&
                         same(values[i + 1], out.second.back());
    if (between) continue;
    out.first.push_back(times[i]);
    out.second.push_back(values[i]);
  }
  if (kOwnTimesPay * out.first.size() > values.size()) return {times, values};
  return out;
}

}  // namespace

void Tracks::channel(GltfIndex node, const char* path, GltfIndex times, GltfIndex values, bool steps) {
  channels_.push_back({{"sampler", samplers_.size()}, {"target", {{"node", node}, {"path", path}}}});
  Json sampler{{"input", times}, {"output", values}};
  if (steps) sampler["interpolation"] = "STEP";
  samplers_.push_back(std::move(sampler));
}

void Tracks::translation(GltfIndex node, const Times& times, const std::vector<hand::Vec3>& values) {
  const auto first = values.front().cast<float>().eval();
  gltf_.at("nodes", node)["translation"] = Json::array({first.x(), first.y(), first.z()});
  if (stays(values)) return;
  const auto keys = thinned(times, values);
  std::vector<Eigen::Vector3f> stored;
  for (const auto& value : keys.second) stored.emplace_back(value.cast<float>());
  channel(node, "translation", gltf_.times(keys.first), gltf_.vectors(stored, false, false), false);
}

void Tracks::rotation(GltfIndex node, const Times& times, std::vector<hand::Quat> values) {
  // The short way round from key to key.
  for (std::size_t i = 1; i < values.size(); ++i)
    if (values[i].dot(values[i - 1]) < 0) values[i].coeffs() = -values[i].coeffs();
  const auto& first = values.front().coeffs();
  gltf_.at("nodes", node)["rotation"] = Json::array({first.x(), first.y(), first.z(), first.w()});
  if (stays(values)) return;
  const auto keys = thinned(times, values);
  channel(node, "rotation", gltf_.times(keys.first), gltf_.rotations(keys.second), false);
}

void Tracks::scale(GltfIndex node, const Times& times, const std::vector<double>& values) {
  Times kept;
  std::vector<Eigen::Vector3f> stored;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const Eigen::Vector3f value = Eigen::Vector3f::Constant(static_cast<float>(values[i]));
    if (!stored.empty() && stored.back() == value) continue;
    kept.push_back(times[i]);
    stored.push_back(value);
  }
  if (stored.size() == 1 && values.front() == 1) return;
  const double first = values.front();
  gltf_.at("nodes", node)["scale"] = Json::array({first, first, first});
  if (stored.size() > 1) channel(node, "scale", gltf_.times(kept), gltf_.vectors(stored, false, false), true);
}

void Tracks::weights(GltfIndex node, const Times& times, const std::vector<std::vector<double>>& values) {
  if (stays(values) && same(values.front(), std::vector<double>(values.front().size()))) return;
  const auto keys = thinned(times, values);
  std::vector<double> flat;
  for (const auto& row : keys.second) flat.insert(flat.end(), row.begin(), row.end());
  channel(node, "weights", gltf_.times(keys.first), gltf_.shares(flat), false);
}

Json Tracks::finish(const std::string& name) && {
  return {{"name", name}, {"channels", std::move(channels_)}, {"samplers", std::move(samplers_)}};
}

}  // namespace thenar::motion
