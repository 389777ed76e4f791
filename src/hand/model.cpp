#include "thenar/hand/model.hpp"

#include <cmath>

#include "thenar/base/text.hpp"
#include "thenar/hand/subdivision.hpp"
#include "thenar/hand/weights.hpp"

namespace thenar::hand {
namespace {

constexpr double kChildYears = 10;
constexpr double kAdultYears = 25;
constexpr double kOldYears = 90;
constexpr double kCmcBack =
    0.07;  ///< of the hand's length: the marker lies where the metacarpal is already free
constexpr double kMcpBack = 0.006;  ///< the markers of the mesh sit too far towards the fingertips

Problem out_of_range(const std::string& path, double found, const std::string& expected) {
  return {{{}, 0, path}, std::to_string(found), expected, {}};
}

/// How much of which target makes this person.
Result<std::map<std::string, double>> weights_of(const Asset& asset, const HandShape& shape) {
  const auto within = [](double value, double low, double high) { return value >= low && value <= high; };
  if (!within(shape.man, 0, 1)) return tl::unexpected(out_of_range("man", shape.man, "0 to 1"));
  if (!within(shape.years, 6, 100)) return tl::unexpected(out_of_range("years", shape.years, "6 to 100"));
  if (shape.length_m != 0 && !within(shape.length_m, kShortestHand, kLongestHand))
    return tl::unexpected(out_of_range("length_m", shape.length_m, "0.09 to 0.26 metres"));
  std::map<std::string, double> weights;
  const double old = std::clamp((shape.years - kAdultYears) / (kOldYears - kAdultYears), 0.0, 1.0);
  const double child = std::clamp((kAdultYears - shape.years) / (kAdultYears - kChildYears), 0.0, 1.0);
  const double adult = 1 - old - child;
  const double woman = 1 - shape.man;
  weights = {{"girl", child * woman},    {"woman", adult * woman},   {"old_woman", old * woman},
             {"boy", child * shape.man}, {"man", adult * shape.man}, {"old_man", old * shape.man}};
  for (const auto& [name, weight] : shape.shapes) {
    if (!within(weight, 0, 1)) return tl::unexpected(out_of_range("shapes." + name, weight, "0 to 1"));
    if (asset.find(name) == nullptr || weights.contains(name))
      return tl::unexpected(Problem{{{}, 0, "shapes"}, name, "the name of a free shape", {}});
    weights[name] = weight;
  }
  return weights;
}

/// Moves the knuckles, and the base of the thumb, back to where they turn.
void settle_knuckles(Joints& joints) {
  joints.digits[0][0].y() -= kCmcBack * (joints.digits[2][3] - joints.wrist).norm();
  for (std::size_t digit = 1; digit < 5; ++digit) {
    const Vec3 base = metacarpal_base(joints, digit);
    joints.digits[digit][0] += kMcpBack * (base - joints.digits[digit][0]).normalized();
  }
}

void scale(QuadMesh& mesh, Joints& joints, double factor) {
  for (Vec3& position : mesh.positions) position *= factor;
  joints.each([&](Vec3& joint) { joint *= factor; });
}

/// Brings everything into the frame of this person's hand.
void settle_frame(QuadMesh& mesh, Joints& joints) {
  const Rigid back = hand_frame(joints).inverse();
  for (Vec3& position : mesh.positions) position = back * position;
  joints.each([&](Vec3& joint) { joint = back * joint; });
}

/// The mesh and joints of the asset with its targets, at a length (0: as it is).
std::pair<QuadMesh, Joints> shaped(const Asset& asset, const std::map<std::string, double>& weights,
                                   double length_m) {
  QuadMesh mesh = asset.base;
  Joints joints = asset.joints;
  for (const auto& [name, weight] : weights) {
    const Target& target = *asset.find(name);
    for (std::size_t v = 0; v < mesh.positions.size(); ++v) mesh.positions[v] += weight * target.vertices[v];
    std::size_t i = 0;
    joints.each([&, by = weight](Vec3& joint) { joint += by * target.joints[i++]; });
  }
  settle_frame(mesh, joints);
  if (length_m > 0) scale(mesh, joints, length_m / joints.digits[2][3].norm());
  settle_knuckles(joints);
  return {std::move(mesh), joints};
}

using BoneRow = Eigen::Matrix<double, 1, static_cast<int>(kBones)>;

std::vector<BoneRow> rows_of(const std::vector<Influence>& skin) {
  std::vector<BoneRow> rows(skin.size(), BoneRow::Zero());
  for (std::size_t v = 0; v < skin.size(); ++v)
    for (std::size_t i = 0; i < 4; ++i) rows[v][skin[v].bones[i]] += static_cast<double>(skin[v].weights[i]);
  return rows;
}

std::vector<Influence> skin_of(const std::vector<BoneRow>& rows) {
  Weights weights(rows.size());
  for (std::size_t v = 0; v < rows.size(); ++v)
    for (std::size_t bone = 0; bone < kBones; ++bone)
      weights[v][bone] = rows[v][static_cast<Eigen::Index>(bone)];
  return largest_four(weights);
}

}  // namespace

Result<HandModel> make_model(const Asset& asset, const HandShape& shape, int level) {
  const auto weights = weights_of(asset, shape);
  if (!weights) return tl::unexpected(weights.error());
  auto [mesh, joints] = shaped(asset, *weights, shape.length_m);
  HandModel model;
  model.skeleton = skeleton_of(joints);
  std::vector<BoneRow> rows = rows_of(asset.skin);
  for (int i = 0; i < level; ++i) {
    const Refinement step = refine(mesh.positions.size(), mesh.quads);
    mesh.positions = step(mesh.positions, Vec3(Vec3::Zero()));
    rows = step(rows, BoneRow(BoneRow::Zero()));
    mesh.quads = step.quads;
  }
  model.skin = skin_of(rows);
  model.triangles = triangles_of(mesh).triangles;
  model.positions = std::move(mesh.positions);
  model.quads = std::move(mesh.quads);
  return model;
}

void weigh(Asset& asset) {
  const auto [mesh, joints] = shaped(asset, {{"woman", 0.5}, {"man", 0.5}}, 0);
  asset.skin = largest_four(joint_ramps(mesh, joints));
}

void skin(const HandModel& model, const std::array<Rigid, kBones>& bones, std::span<Vec3> out) {
  using Affine = Eigen::Matrix<double, 3, 4>;
  std::array<Affine, kBones> matrices;
  for (std::size_t i = 0; i < kBones; ++i)
    matrices[i] << bones[i].rotation.toRotationMatrix(), bones[i].translation;
  for (std::size_t v = 0; v < out.size(); ++v) {
    const Influence& influence = model.skin[v];
    Affine blended = Affine::Zero();
    for (std::size_t i = 0; i < 4; ++i)
      blended += static_cast<double>(influence.weights[i]) * matrices[influence.bones[i]];
    out[v] = blended * model.positions[v].homogeneous();
  }
}

double length_of(const HandModel& model) {
  return (model.skeleton.joints.digits[2][3] - model.skeleton.joints.wrist).norm();
}

std::size_t carrier_of(const Influence& influence) {
  std::array<float, kBones> weights{};
  for (std::size_t i = 0; i < 4; ++i) {
    std::size_t bone = influence.bones[i];
    const auto helpers = static_cast<std::size_t>(Bone::helper_wrist);
    if (bone == helpers) bone = static_cast<std::size_t>(Bone::hand);
    if (bone > helpers) bone -= helpers;
    weights[bone] += influence.weights[i];
  }
  return static_cast<std::size_t>(std::max_element(weights.begin(), weights.end()) - weights.begin());
}

}  // namespace thenar::hand
