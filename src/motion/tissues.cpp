#include "thenar/motion/tissues.hpp"

#include <algorithm>

namespace thenar::motion {
namespace {

// Of a hand of 185 mm.
constexpr double kStandardLength = 0.185;
constexpr double kBoneRadius = 0.0042;   ///< of phalanges and metacarpals
constexpr double kForearmBones = 0.018;  ///< radius of radius and ulna together
constexpr double kSideways = 0.4;        ///< of the normal: up to there skin is both palmar and dorsal

double distance_to(const Vec3& point, const Vec3& a, const Vec3& b) {
  const Vec3 along = b - a;
  return (point - a - std::clamp((point - a).dot(along) / along.squaredNorm(), 0.0, 1.0) * along).norm();
}

/// From the skin to the nearest bone.
double over_bone(const hand::Joints& joints, const Vec3& point, double size) {
  if (point.y() < 0) return distance_to(point, joints.wrist, joints.elbow) - kForearmBones * size;
  double nearest = 1;
  for (std::size_t digit = 0; digit < 5; ++digit) {
    const auto& chain = joints.digits[digit];
    if (digit > 0)
      nearest = std::min(nearest, distance_to(point, hand::metacarpal_base(joints, digit), chain[0]));
    for (std::size_t part = 0; part < 3; ++part)
      nearest = std::min(nearest, distance_to(point, chain[part], chain[part + 1]));
  }
  return nearest - kBoneRadius * size;
}

/// How much of a vertex belongs to the fingers and to the forearm; the rest is palm. A helper is half of each
/// side of its joint.
struct Belongs {
  double finger = 0;
  double forearm = 0;
};
Belongs belongs(const hand::Influence& influence) {
  Belongs out;
  for (std::size_t i = 0; i < 4; ++i) {
    const double weight = static_cast<double>(influence.weights[i]);
    const auto bone = static_cast<std::size_t>(influence.bones[i]);
    const auto is = [&](hand::Bone first, std::size_t count) {
      return bone >= static_cast<std::size_t>(first) && bone < static_cast<std::size_t>(first) + count;
    };
    if (is(hand::Bone::forearm_1, 4)) out.forearm += weight;
    if (is(hand::Bone::helper_wrist, 1)) out.forearm += 0.5 * weight;
    // The first bone of the thumb is the metacarpal, of which the ball is.
    const bool helper = bone >= static_cast<std::size_t>(hand::Bone::helper_thumb_1);
    const std::size_t moved = helper ? bone - 20 : bone;
    if (moved == hand::bone_of(1, 1) || moved < hand::bone_of(1, 1) || moved > hand::bone_of(5, 3)) continue;
    const bool first = moved == hand::bone_of(1, 2) || (moved >= hand::bone_of(2, 1) && (moved - 1) % 3 == 0);
    out.finger += helper && first ? 0.5 * weight : weight;
  }
  return out;
}

const TissueKind* kind_of(const Practice& practice, Segment segment, Face face) {
  for (const TissueKind& kind : practice.tissues)
    if (kind.segment == segment && (kind.face == face || kind.face == Face::all)) return &kind;
  return nullptr;
}

}  // namespace

std::vector<Tissue> tissues_of(const Practice& practice, const hand::HandModel& model) {
  const double size = hand::length_of(model) / kStandardLength;
  const auto normals = hand::vertex_normals(model.positions, model.triangles);
  std::vector<Tissue> out(model.positions.size());
  for (std::size_t v = 0; v < out.size(); ++v) {
    const auto [finger, forearm] = belongs(model.skin[v]);
    const double palm = std::max(0.0, 1 - finger - forearm);
    const double palmar = std::clamp(0.5 * (1 - normals[v].z() / kSideways), 0.0, 1.0);
    const double raw = over_bone(model.skeleton.joints, model.positions[v], size);
    Tissue mixed{0, Tissue{}.poisson, 0};
    double sum = 0;
    const auto mix = [&](Segment segment, Face face, double share) {
      const TissueKind* kind = kind_of(practice, segment, face);
      if (kind == nullptr || share <= 0) return;
      mixed.shear_modulus_pa += share * 1000 * kind->shear_kpa;
      mixed.thickness_m += share * std::clamp(raw, kind->least_mm / 1000 * size, kind->most_mm / 1000 * size);
      sum += share;
    };
    mix(Segment::finger, Face::pal, finger * palmar);
    mix(Segment::finger, Face::dor, finger * (1 - palmar));
    mix(Segment::palm, Face::pal, palm * palmar);
    mix(Segment::palm, Face::dor, palm * (1 - palmar));
    mix(Segment::forearm, Face::pal, forearm * palmar);
    mix(Segment::forearm, Face::dor, forearm * (1 - palmar));
    if (sum <= 0) continue;
    mixed.shear_modulus_pa /= sum;
    mixed.thickness_m /= sum;
    out[v] = mixed;
  }
  return out;
}

Tissue tissue_at(const std::vector<Tissue>& tissues, const std::vector<hand::Triangle>& triangles,
                 const hand::SurfacePoint& at) {
  const auto& triangle = triangles[static_cast<std::size_t>(at.triangle)];
  Tissue out{0, 0, 0};
  for (std::size_t i = 0; i < 3; ++i) {
    const Tissue& corner = tissues[static_cast<std::size_t>(triangle[i])];
    const double weight = at.weights[static_cast<Eigen::Index>(i)];
    out.shear_modulus_pa += weight * corner.shear_modulus_pa;
    out.poisson += weight * corner.poisson;
    out.thickness_m += weight * corner.thickness_m;
  }
  return out;
}

std::vector<double> deepest_m(const std::vector<Tissue>& tissues) {
  std::vector<double> out;
  for (const Tissue& tissue : tissues) out.push_back(kDeepest * tissue.thickness_m);
  return out;
}

}  // namespace thenar::motion
