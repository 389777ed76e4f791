#include "thenar/hand/weights.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "diffusion.hpp"

namespace thenar::hand {
namespace {

constexpr double kMcpHalfWidth = 0.011;
constexpr double kCmcHalfWidth = 0.020;
constexpr double kWristHalfWidth = 0.022;
constexpr double kHingeRamp = 1.1;    ///< of PIP, DIP and IP, in local radii on the back
constexpr double kPalmarRamp = 0.75;  ///< of that on the palm's side
constexpr double kFingerDiffusion = 0.003;
constexpr double kPalmDiffusion = 0.016;
constexpr std::size_t kDigits = 5;
constexpr std::size_t kChains = kDigits + 1;  ///< the last: forearm

struct Segment {
  std::size_t chain;
  Vec3 a;
  Vec3 b;
};

std::vector<Segment> segments_of(const Joints& j) {
  std::vector<Segment> all;
  for (std::size_t digit = 0; digit < kDigits; ++digit) {
    if (digit > 0) all.push_back({digit, metacarpal_base(j, digit), j.digits[digit][0]});
    for (std::size_t part = 0; part < 3; ++part)
      all.push_back({digit, j.digits[digit][part], j.digits[digit][part + 1]});
  }
  all.push_back({kDigits, j.elbow, j.wrist});
  return all;
}

Vec3 nearest_on(const Segment& s, const Vec3& p) {
  const Vec3 along = s.b - s.a;
  return s.a + std::clamp((p - s.a).dot(along) / along.squaredNorm(), 0.0, 1.0) * along;
}

/// True where the straight way from a vertex to a bone stays inside.
bool sees(const TriangleMesh& mesh, const Vec3& from, const Vec3& to) {
  const Vec3 start = from + 0.02 * (to - from);  // clear of the faces around the vertex
  return std::none_of(mesh.triangles.begin(), mesh.triangles.end(), [&](const Triangle& t) {
    const auto at = [&](std::size_t corner) -> const Vec3& {
      return mesh.positions[static_cast<std::size_t>(t[corner])];
    };
    const auto hit = meets(at(0), at(1), at(2), start, to - start);
    return hit && hit->along > 0 && hit->along < 1;
  });
}

/// The chain of the nearest bone that is seen; the nearest at all where none is.
std::size_t chain_of(const TriangleMesh& mesh, const std::vector<Segment>& segments, const Vec3& point) {
  std::vector<std::pair<double, const Segment*>> near;
  for (const Segment& s : segments) near.emplace_back((nearest_on(s, point) - point).norm(), &s);
  std::sort(near.begin(), near.end());
  for (const auto& [distance, segment] : near)
    if (sees(mesh, point, nearest_on(*segment, point))) return segment->chain;
  return near.front().second->chain;
}

/// How much of a vertex belongs to each chain.
Eigen::MatrixXd chains_of(const TriangleMesh& mesh, const Joints& j) {
  const auto segments = segments_of(j);
  const std::size_t n = mesh.positions.size();
  Eigen::MatrixXd tags = Eigen::MatrixXd::Zero(static_cast<Eigen::Index>(n), kChains);
  std::vector<double> width(n, kPalmDiffusion);
  for (std::size_t v = 0; v < n; ++v) {
    const std::size_t chain = chain_of(mesh, segments, mesh.positions[v]);
    tags(static_cast<Eigen::Index>(v), static_cast<Eigen::Index>(chain)) = 1;
    if (chain == kDigits) continue;
    const auto& digit = j.digits[chain];
    const std::size_t first = chain == 0 ? 1 : 0;  // the thumb's metacarpal lies in the palm
    const Vec3 along = (digit[first + 1] - digit[first]).normalized();
    const double beyond = (mesh.positions[v] - digit[first]).dot(along);
    const double t = std::clamp((beyond - 0.018) / 0.015, 0.0, 1.0);
    width[v] = kPalmDiffusion + t * (kFingerDiffusion - kPalmDiffusion);
  }
  return diffused(mesh, tags, width);
}

double ramp(double distance, double half_width) {
  const double x = std::clamp(0.5 + 0.5 * distance / half_width, 0.0, 1.0);
  return x * x * (3 - 2 * x);
}

/// A joint of a digit as a plane that halves its angle.
struct Bend {
  Vec3 centre;
  Vec3 normal;  ///< towards the tip
  Vec3 back;    ///< towards the back of the digit
  double half_width;
  bool by_side;  ///< narrower on the palm's side
  double at(const Vec3& p) const {
    if (!by_side) return ramp((p - centre).dot(normal), half_width);
    const Vec3 out = (p - centre) - (p - centre).dot(normal) * normal;
    const double side = out.norm() > 0 ? out.normalized().dot(back) : 0;
    return ramp((p - centre).dot(normal),
                half_width * (0.5 + 0.5 * kPalmarRamp + (0.5 - 0.5 * kPalmarRamp) * side));
  }
};

/// Mean distance of the chain's skin from a joint, close to its plane.
double radius_at(const QuadMesh& mesh, const Eigen::MatrixXd& chains, std::size_t chain, const Bend& bend) {
  double sum = 0;
  int count = 0;
  for (std::size_t v = 0; v < mesh.positions.size(); ++v) {
    const Vec3 from = mesh.positions[v] - bend.centre;
    if (chains(static_cast<Eigen::Index>(v), static_cast<Eigen::Index>(chain)) < 0.5) continue;
    if (std::abs(from.dot(bend.normal)) > 0.004) continue;
    sum += from.norm();
    ++count;
  }
  return count > 0 ? sum / count : 0.008;
}

std::array<Bend, 3> bends_of(const QuadMesh& mesh, const Joints& j, const Skeleton& s,
                             const Eigen::MatrixXd& chains, std::size_t digit) {
  std::array<Bend, 3> bends;
  const auto& joints = j.digits[digit];
  for (std::size_t i = 0; i < 3; ++i) {
    const Vec3 before = i > 0 ? joints[i - 1] : digit > 0 ? metacarpal_base(j, digit) : j.wrist;
    const Vec3 normal =
        ((joints[i] - before).normalized() + (joints[i + 1] - joints[i]).normalized()).normalized();
    const bool hinge = i > 0 && !(digit == 0 && i == 1);  // PIP, DIP, IP
    bends[i] = {joints[i], normal, normal.cross(s.flexion[digit][i]), 0, hinge};
    if (!hinge) bends[i].half_width = digit == 0 && i == 0 ? kCmcHalfWidth : kMcpHalfWidth;
    if (hinge) bends[i].half_width = kHingeRamp * radius_at(mesh, chains, digit, bends[i]);
  }
  return bends;
}

/// Hands weight over a joint: what stays before it, what its helper takes, and what goes on beyond.
struct Share {
  double before;
  double helper;
  double beyond;
};
Share share(double ramp) {
  return {std::max(0.0, 1 - 2 * ramp), 1 - std::abs(2 * ramp - 1), std::max(0.0, 2 * ramp - 1)};
}

/// The forearm's four bones share its twist evenly from the wrist to the elbow.
void add_forearm(std::array<double, kBones>& row, const Joints& j, const Vec3& point, double weight) {
  const Vec3 along = j.elbow - j.wrist;
  const double t = 3 * std::clamp((point - j.wrist).dot(along) / along.squaredNorm(), 0.0, 1.0);
  const auto bone = std::min<std::size_t>(static_cast<std::size_t>(t), 2);
  const double rest = t - static_cast<double>(bone);
  row[static_cast<std::size_t>(Bone::forearm_1) + bone] += weight * (1 - rest);
  row[static_cast<std::size_t>(Bone::forearm_1) + bone + 1] += weight * rest;
}

}  // namespace

Weights joint_ramps(const QuadMesh& mesh, const Joints& joints) {
  const TriangleMesh triangles = triangles_of(mesh);
  const Skeleton skeleton = skeleton_of(joints);
  const Eigen::MatrixXd chains = chains_of(triangles, joints);
  std::array<std::array<Bend, 3>, kDigits> bends;
  for (std::size_t digit = 0; digit < kDigits; ++digit)
    bends[digit] = bends_of(mesh, joints, skeleton, chains, digit);
  const Vec3 forearm = (joints.wrist - joints.elbow).normalized();

  Weights weights(mesh.positions.size());
  for (std::size_t v = 0; v < weights.size(); ++v) {
    const Vec3& p = mesh.positions[v];
    auto& row = weights[v];
    row.fill(0);
    const Share wrist = share(ramp((p - joints.wrist).dot(forearm), kWristHalfWidth));
    add_forearm(row, joints, p, wrist.before);
    row[static_cast<std::size_t>(Bone::helper_wrist)] += wrist.helper;
    const auto at = static_cast<Eigen::Index>(v);
    row[static_cast<std::size_t>(Bone::hand)] += wrist.beyond * chains(at, kDigits);
    for (std::size_t digit = 0; digit < kDigits; ++digit) {
      double left = wrist.beyond * chains(at, static_cast<Eigen::Index>(digit));
      std::size_t bone = static_cast<std::size_t>(Bone::hand);
      for (int part = 1; part <= 3; ++part) {
        const Share across = share(bends[digit][static_cast<std::size_t>(part - 1)].at(p));
        row[bone] += left * across.before;
        row[helper_of(static_cast<int>(digit) + 1, part)] += left * across.helper;
        left *= across.beyond;
        bone = bone_of(static_cast<int>(digit) + 1, part);
      }
      row[bone] += left;
    }
  }
  return weights;
}

std::vector<Influence> largest_four(const Weights& weights) {
  std::vector<Influence> out(weights.size());
  for (std::size_t v = 0; v < weights.size(); ++v) {
    std::array<std::uint8_t, kBones> order{};
    std::iota(order.begin(), order.end(), std::uint8_t{0});
    std::partial_sort(order.begin(), order.begin() + 4, order.end(),
                      [&](std::uint8_t a, std::uint8_t b) { return weights[v][a] > weights[v][b]; });
    double sum = 0;
    for (std::size_t i = 0; i < 4; ++i) sum += weights[v][order[i]];
    for (std::size_t i = 0; i < 4; ++i) {
      out[v].bones[i] = order[i];
      out[v].weights[i] = static_cast<float>(weights[v][order[i]] / sum);
    }
  }
  return out;
}

}  // namespace thenar::hand
