#include "thenar/motion/gates.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "place.hpp"
#include "resting.hpp"
#include "thenar/motion/touched.hpp"
#include "thenar/motion/yielding.hpp"

namespace thenar::motion {
namespace {

using hand::Surface;

constexpr double kDegree = 180 / std::numbers::pi;
constexpr double kUsualCycle = 4;  ///< seconds
constexpr std::size_t kBothWaysEvery = 8;
constexpr double kNearEnough = 0.012;  ///< skin that is deeper has skin round it that is not
constexpr double kLongestEdge = 0.01;  ///< of either skin, metres
constexpr double kStoredRad = 0.0002;

/// How deep a point is inside a surface, metres; 0 outside.
double inside(const Surface& surface, const Vec3& point) {
  const auto nearest = surface.nearest(point, kNearEnough);
  return nearest ? std::max(0.0, -nearest->distance) : 0;
}

/// A skin before and after it yields.
struct Skin {
  std::vector<Vec3> before;
  std::vector<Vec3> after;
};
Skin skin_of(const hand::HandModel& model, const Pose& pose, std::span<const Dent> dents,
             std::span<const double> deepest) {
  Skin skin;
  skin.before.resize(model.positions.size());
  hand::skin(model, hand::bones_at(model.skeleton, pose), skin.before);
  skin.after = skin.before;
  add_dents(dents, deepest, skin.after);
  return skin;
}

/// How far yielding stretches edges and whether it turns triangles over.
void add_stretch(const Skin& skin, const std::vector<hand::Triangle>& triangles, Figures& out) {
  const auto normal = [](const Vec3& a, const Vec3& b, const Vec3& c) { return Vec3((b - a).cross(c - a)); };
  for (const hand::Triangle& triangle : triangles) {
    const auto corner = [&](const std::vector<Vec3>& from, std::size_t i) -> const Vec3& {
      return from[static_cast<std::size_t>(triangle[i % 3])];
    };
    bool moved = false;
    for (std::size_t i = 0; i < 3; ++i) moved = moved || corner(skin.before, i) != corner(skin.after, i);
    if (!moved) continue;
    for (std::size_t i = 0; i < 3; ++i)
      out.edge_stretch =
          std::max(out.edge_stretch, (corner(skin.after, i + 1) - corner(skin.after, i)).norm() /
                                         (corner(skin.before, i + 1) - corner(skin.before, i)).norm());
    const Vec3 before = normal(corner(skin.before, 0), corner(skin.before, 1), corner(skin.before, 2));
    const Vec3 after = normal(corner(skin.after, 0), corner(skin.after, 1), corner(skin.after, 2));
    if (before.dot(after) < 0) ++out.flips;
  }
}

/// Cubes of space, and which of them have points in them or beside them.
class Neighbourhood {
 public:
  Neighbourhood(const std::vector<Vec3>& points, double cell) : cell_(cell) {
    Eigen::AlignedBox3d box;
    for (const Vec3& point : points) box.extend(point);
    low_ = box.min() - Vec3::Constant(2 * cell);
    counts_ = (((box.max() - low_) / cell).array().floor().cast<int>() + 3).matrix();
    near_.assign(static_cast<std::size_t>(counts_.prod()), false);
    for (const Vec3& point : points) {
      const Eigen::Vector3i at = cell_of(point);
      if (at == last_) continue;
      last_ = at;
      for (int x = -1; x <= 1; ++x)
        for (int y = -1; y <= 1; ++y)
          for (int z = -1; z <= 1; ++z) near_[index_of(at + Eigen::Vector3i(x, y, z))] = true;
    }
  }

  /// True wherever a point is nearer than a cell, and nowhere farther than two.
  bool has(const Vec3& point) const {
    const Eigen::Vector3i at = cell_of(point);
    return (at.array() >= 0).all() && (at.array() < counts_.array()).all() && near_[index_of(at)];
  }

 private:
  Eigen::Vector3i cell_of(const Vec3& point) const {
    return ((point - low_) / cell_).array().floor().cast<int>().matrix();
  }
  std::size_t index_of(const Eigen::Vector3i& at) const {
    return static_cast<std::size_t>((at.z() * counts_.y() + at.y()) * counts_.x() + at.x());
  }

  double cell_;
  Vec3 low_ = Vec3::Zero();
  Eigen::Vector3i counts_ = Eigen::Vector3i::Zero();
  Eigen::Vector3i last_ = Eigen::Vector3i::Constant(-1);
  std::vector<bool> near_;
};

/// Both skins as surfaces; they are moved from moment to moment.
struct Surfaces {
  Surface giver;
  Surface receiver;
};

/// The deepest vertex of either hand in the other, beside the patches and in them.
void add_penetration(const GiverBody& body, const Sample& sample, const Surfaces& surfaces, double arm_ends_y,
                     bool both_ways, Figures& out) {
  const Patches patches = patches_of(body, sample);
  const auto look = [&](const Surface& other, const std::vector<Vec3>& skin) {
    const Neighbourhood near(other.mesh().positions, kNearEnough + kLongestEdge);
    for (const Vec3& point : skin) {
      if (point.y() < arm_ends_y || !near.has(point)) continue;
      const double depth = 1000 * inside(other, point);
      if (depth <= std::min(out.penetration_mm, out.inside_pad_mm)) continue;
      double& worst = patches.hold(point) ? out.inside_pad_mm : out.penetration_mm;
      worst = std::max(worst, depth);
    }
  };
  look(surfaces.receiver, surfaces.giver.mesh().positions);
  if (both_ways) look(surfaces.giver, surfaces.receiver.mesh().positions);
}

/// Both skins as they yield at a moment.
void add_moment(const Scene& scene, const GiverBody& body, const std::vector<double>& giver_deepest,
                const Sample& sample, bool both_ways, Surfaces& surfaces, Figures& out) {
  const auto& model = scene.model();
  const Skin giver = skin_of(body.model, sample.giver, giver_dents(sample.contacts), giver_deepest);
  const Skin receiver = skin_of(model, sample.receiver, receiver_dents(sample.contacts), scene.deepest());
  add_stretch(giver, body.model.triangles, out);
  add_stretch(receiver, model.triangles, out);
  surfaces.giver.move(giver.after);
  surfaces.receiver.move(receiver.after);
  add_penetration(body, sample, surfaces, arm_ends_y_of(model.skeleton), both_ways, out);
}

void add_contacts(const GiverBody& body, const Clip& clip, Figures& out) {
  std::size_t count = 0;
  for (const Sample& sample : clip.samples) {
    const auto bones = hand::bones_at(body.model.skeleton, sample.giver);
    for (const Contact& contact : sample.contacts) {
      if (!contact.pad) continue;
      const PadPoint& pad = body.pads[static_cast<std::size_t>(*contact.pad)];
      const Vec3 wanted = contact.point - (contact.depth_m + contact.give_m) * contact.out;
      Vec3 off = bones[pad.bone] * pad.point - wanted;
      // Nearly always one of its edges is nearer than the middle of a broad pad; but something has to bear.
      if (is_broad(*contact.pad) && contact.force_n > 0) off -= off.dot(contact.out) * contact.out;
      const double error = 1000 * off.norm();
      out.contact_mean_mm += error;
      out.contact_max_mm = std::max(out.contact_max_mm, error);
      ++count;
    }
  }
  if (count > 0) out.contact_mean_mm /= static_cast<double>(count);
}

void add_joints(const GiverBody& body, const Clip& clip, Figures& out) {
  const std::size_t n = clip.samples.size();
  const double step_s = std::max(clip.period_s, kUsualCycle) / static_cast<double>(n);
  const auto step = [&](std::size_t k, std::size_t angle) {
    return (clip.samples[(k + 1) % n].giver.angles[angle] - clip.samples[k].giver.angles[angle]) * kDegree;
  };
  for (std::size_t k = 0; k < n; ++k) {
    const Pose& pose = clip.samples[k].giver;
    out.beyond_limits_deg = std::max(out.beyond_limits_deg, hand::beyond(body.limits, pose) * kDegree);
    out.wrist_deg = std::max(out.wrist_deg, kDegree * std::hypot(pose[hand::Angle::wrist_flexion],
                                                                 pose[hand::Angle::wrist_deviation]));
    for (std::size_t i = 0; i < hand::kAngles; ++i)
      out.joint_speed_deg_s = std::max(out.joint_speed_deg_s, std::abs(step(k, i)) / step_s);
  }
  for (std::size_t i = 0; i < hand::kAngles; ++i) {
    const double neighbours = 0.5 * (step(n - 2, i) + step(0, i));
    out.seam_deg = std::max(out.seam_deg, std::abs(step(n - 1, i) - neighbours));
  }
}

/// Whether a pose is the one before anything moved, as exactly as clips are stored.
bool as_before(const Pose& pose, const Pose& before) {
  for (std::size_t i = 0; i < hand::kAngles; ++i)
    if (std::abs(pose.angles[i] - before.angles[i]) > kStoredRad) return false;
  return true;
}

/// Whether a contact presses harder than a zone that is kept out of bears: nothing where it is excluded.
bool goes_too_far(const Scene& scene, const Receiver& receiver, const Contact& contact) {
  bool found = false;
  zones_under(scene, receiver, contact).each([&](ZoneId id) {
    const Zone& zone = scene.practice().at(id);
    if (zone.delicate || zone.excluded)
      found = found || zone.excluded || contact.force_n > bearable_n(scene.practice(), zone);
  });
  return found;
}

/// How much less than usual at its level a clip presses where it presses most.
double force_short(const Practice& practice, const Clip& clip) {
  double most_n = 0;
  for (const Sample& sample : clip.samples)
    if (!sample.contacts.empty()) most_n = std::max(most_n, sample.contacts.front().force_n);
  const double usual_n = usual_force_n(practice, clip.level);
  return usual_n > 0 ? std::max(0.0, 1 - most_n / usual_n) : 0;
}

}  // namespace

Figures figures_of(Scene& scene, const Clip& clip) {
  Figures out;
  const Receiver& receiver = scene.receiver(turns_before(scene.practice(), clip.id));
  for (const Sample& sample : clip.samples) {
    for (const Contact& contact : sample.contacts) {
      // A hand that goes with a bone stays where it holds.
      if (!as_before(sample.receiver, receiver.pose)) continue;
      const double thickness = scene.tissue(receiver, contact.point).thickness_m;
      out.depth_share = std::max(out.depth_share, contact.depth_m / thickness);
      if (goes_too_far(scene, receiver, contact)) ++out.excluded;
    }
  }
  if (!clip.has_giver) return out;
  out.force_short = force_short(scene.practice(), clip);
  const GiverBody& body = scene.giver(clip.id.mode);
  add_contacts(body, clip, out);
  add_joints(body, clip, out);
  const auto giver_deepest = deepest_m(body.tissues);
  const auto& model = scene.model();
  Surfaces surfaces{Surface({body.model.positions, body.model.triangles}),
                    Surface({model.positions, model.triangles})};
  for (std::size_t k = 0; k < clip.samples.size(); k += 2)
    add_moment(scene, body, giver_deepest, clip.samples[k], k % kBothWaysEvery == 0, surfaces, out);
  return out;
}

std::vector<Gate> gates_of(const Figures& f) {
  return {{"contact_mean_mm", "mean", f.contact_mean_mm, 0.3},
          {"contact_max_mm", "most", f.contact_max_mm, 1.0},
          {"penetration_mm", "beside", f.penetration_mm, 0.5},
          {"inside_pad_mm", "pad", f.inside_pad_mm, 1.0},
          {"beyond_limits_deg", "limits", f.beyond_limits_deg, 0.01},
          {"wrist_deg", "wrist", f.wrist_deg, 40},
          {"joint_speed_deg_s", "speed", f.joint_speed_deg_s, 180},
          {"seam_deg", "seam", f.seam_deg, 5},
          {"force_short", "short", f.force_short, 0.3},
          {"depth_share", "depth", f.depth_share, kDeepest},
          {"edge_stretch", "edges", f.edge_stretch, 1.6},
          {"flips", "flips", static_cast<double>(f.flips), 0},
          {"excluded", "out", static_cast<double>(f.excluded), 0}};
}

int failures(const Figures& figures) {
  const auto gates = gates_of(figures);
  return static_cast<int>(
      std::count_if(gates.begin(), gates.end(), [](const Gate& gate) { return !gate.passed(); }));
}

}  // namespace thenar::motion
