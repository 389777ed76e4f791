#include "thenar/motion/touched.hpp"

#include <algorithm>
#include <numbers>

#include "place.hpp"

namespace thenar::motion {
namespace {

constexpr int kAround = 8;
constexpr double kRoundingN = 0.06;  ///< forces are stored to this

/// The most that a zone of a hand bears, newtons.
double bearable_n(const Practice& practice, const ZoneClearance& zone) {
  double most = 0;
  for (const PressureLevel& each : practice.pressure_levels)
    if (each.level <= zone.max_level) most = std::max(most, each.max_n);
  return zone.max_force_n ? std::min(most, *zone.max_force_n) : most;
}

/// The zones of the middle of a patch and of half of it around there.
ZoneSet zones_around(const Scene& scene, const Receiver& receiver, const Contact& contact) {
  ZoneSet zones = scene.zones_at(receiver, contact.point);
  const Vec3 aside = 0.5 * contact.radius_m * contact.out.unitOrthogonal();
  for (int i = 0; i < kAround; ++i) {
    const auto turn = Eigen::AngleAxisd(2 * std::numbers::pi * i / kAround, contact.out);
    zones |= scene.zones_at(receiver, contact.point + turn * aside);
  }
  return zones;
}

}  // namespace

ZoneSet zones_under(const Scene& scene, const Receiver& receiver, const Contact& contact) {
  const bool narrow = contact.pad && !is_broad(*contact.pad);
  return narrow ? zones_around(scene, receiver, contact) : scene.zones_at(receiver, contact.point);
}

std::vector<double> touched(Scene& scene, const Clip& clip) {
  std::vector<double> newtons(scene.practice().zones.size(), -1);
  const Receiver& receiver = scene.receiver(turns_before(scene.practice(), clip.id));
  for (const Sample& sample : clip.samples) {
    for (const Contact& contact : sample.contacts)
      zones_around(scene, receiver, contact).each([&](ZoneId id) {
        double& most = newtons[static_cast<std::size_t>(id.index)];
        most = std::max(most, contact.force_n);
      });
    // A hand that holds goes with the bone: it stays where it is at first.
    if (clip.id.joint_motion >= 0) break;
  }
  return newtons;
}

bool is_cleared(const Practice& practice, const HandClearance& hand, const HandClearance& usual,
                TechniqueId technique, std::span<const double> newtons) {
  for (std::size_t i = 0; i < std::min({newtons.size(), hand.zones.size(), usual.zones.size()}); ++i) {
    if (newtons[i] < 0) continue;
    const ZoneClearance& now = hand.zones[i];
    const ZoneClearance& before = usual.zones[i];
    if (now.excluded && !before.excluded) return false;
    if (now.techniques_off.has(technique) && !before.techniques_off.has(technique)) return false;
    if (practice.at(technique).is_static && !now.static_allowed && before.static_allowed) return false;
    const double most_n = bearable_n(practice, now);
    if (most_n < bearable_n(practice, before) && newtons[i] > most_n + kRoundingN) return false;
  }
  return true;
}

}  // namespace thenar::motion
