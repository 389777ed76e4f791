#include "thenar/motion/gates.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "lying.hpp"
#include "place.hpp"
#include "thenar/motion/tissue.hpp"

namespace thenar::motion {
namespace {

constexpr double kDegree = 180 / std::numbers::pi;
constexpr double kUsualCycle = 4;  ///< seconds
constexpr std::size_t kBothWaysEvery = 8;
constexpr double kNearEnough = 0.02;
constexpr int kAround = 8;
constexpr double kStoredRad = 0.0002;

/// How deep a point is inside a surface, metres; 0 outside.
double inside(const hand::Surface& surface, const Vec3& point) {
  const auto nearest = surface.nearest(point, kNearEnough);
  return nearest ? std::max(0.0, -nearest->distance) : 0;
}

/// Posed hands of one moment.
struct Moment {
  std::vector<Vec3> giver;
  hand::Surface receiver;
};
Moment moment_of(const Scene& scene, const GiverBody& body, const Sample& sample) {
  std::vector<Vec3> giver(body.model.positions.size());
  hand::skin(body.model, hand::bones_at(body.model.skeleton, sample.giver), giver);
  const auto& model = scene.model();
  std::vector<Vec3> receiver(model.positions.size());
  hand::skin(model, hand::bones_at(model.skeleton, sample.receiver), receiver);
  return {std::move(giver), hand::Surface({std::move(receiver), model.triangles})};
}

/// The deepest vertex of either hand in the other, outside patches.
double penetration(const Scene& scene, const GiverBody& body, const Sample& sample, bool both_ways) {
  const Moment now = moment_of(scene, body, sample);
  const Patches patches = patches_of(body, sample);
  const double arm_ends_y = arm_ends_y_of(scene.model().skeleton);
  double worst = 0;
  const auto look = [&](const hand::Surface& other, const std::vector<Vec3>& skin) {
    for (const Vec3& point : skin) {
      if (point.y() < arm_ends_y) continue;
      const double depth = inside(other, point);
      if (depth <= worst || patches.hold(point)) continue;
      worst = std::max(worst, depth - yielded(sample.contacts, point));
    }
  };
  look(now.receiver, now.giver);
  if (both_ways) look(hand::Surface({now.giver, body.model.triangles}), now.receiver.mesh().positions);
  return worst;
}

void add_contacts(const GiverBody& body, const Clip& clip, Figures& out) {
  std::size_t count = 0;
  for (const Sample& sample : clip.samples) {
    const auto bones = hand::bones_at(body.model.skeleton, sample.giver);
    for (const Contact& contact : sample.contacts) {
      if (!contact.pad) continue;
      const PadPoint& pad = body.pads[static_cast<std::size_t>(*contact.pad)];
      const Vec3 wanted = contact.point - contact.depth_m * contact.out;
      Vec3 off = bones[pad.bone] * pad.point - wanted;
      if (is_broad(*contact.pad)) off -= off.dot(contact.out) * contact.out;
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

/// Whether a contact, in the middle of its patch or half of it around there where a pad is narrow, presses
/// harder than a zone that is kept out of bears: nothing where it is excluded.
bool goes_too_far(const Scene& scene, const Receiver& receiver, const Contact& contact) {
  const Practice& practice = scene.practice();
  const bool broad = !contact.pad || is_broad(*contact.pad);
  const Vec3 aside = contact.out.unitOrthogonal();
  for (int i = 0; i <= (broad ? 0 : kAround); ++i) {
    const Vec3 off = i == 0
                         ? Vec3(Vec3::Zero())
                         : Vec3(0.5 * contact.radius_m *
                                (Eigen::AngleAxisd(2 * std::numbers::pi * i / kAround, contact.out) * aside));
    bool found = false;
    scene.zones_at(receiver, contact.point + off).each([&](ZoneId id) {
      const Zone& zone = practice.at(id);
      if (zone.delicate || zone.excluded)
        found = found || zone.excluded || contact.force_n > bearable_n(practice, zone);
    });
    if (found) return true;
  }
  return false;
}

}  // namespace

Figures figures_of(Scene& scene, const Clip& clip) {
  Figures out;
  const Receiver& receiver = scene.receiver(turns_before(scene.practice(), clip.id));
  for (const Sample& sample : clip.samples) {
    for (const Contact& contact : sample.contacts) {
      out.depth_share = std::max(out.depth_share, contact.depth_m / Tissue{}.thickness_m);
      // A hand that goes with a bone stays where it holds.
      if (!contact.rests && as_before(sample.receiver, receiver.pose) &&
          goes_too_far(scene, receiver, contact))
        ++out.excluded;
    }
  }
  if (!clip.has_giver) return out;
  const GiverBody& body = scene.giver(clip.id.mode);
  add_contacts(body, clip, out);
  add_joints(body, clip, out);
  for (std::size_t k = 0; k < clip.samples.size(); k += 2)
    out.penetration_mm = std::max(out.penetration_mm,
                                  1000 * penetration(scene, body, clip.samples[k], k % kBothWaysEvery == 0));
  return out;
}

std::vector<Gate> gates_of(const Figures& f) {
  return {{"contact_mean_mm", f.contact_mean_mm, 0.3},
          {"contact_max_mm", f.contact_max_mm, 1.0},
          {"penetration_mm", f.penetration_mm, 0.5},
          {"beyond_limits_deg", f.beyond_limits_deg, 0.01},
          {"wrist_deg", f.wrist_deg, 40},
          {"joint_speed_deg_s", f.joint_speed_deg_s, 180},
          {"seam_deg", f.seam_deg, 5},
          {"depth_share", f.depth_share, kDeepest},
          {"excluded", static_cast<double>(f.excluded), 0}};
}

int failures(const Figures& figures) {
  const auto gates = gates_of(figures);
  return static_cast<int>(
      std::count_if(gates.begin(), gates.end(), [](const Gate& gate) { return !gate.passed(); }));
}

}  // namespace thenar::motion
