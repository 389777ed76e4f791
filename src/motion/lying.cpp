#include "lying.hpp"

#include <algorithm>

#include "thenar/motion/tissue.hpp"

namespace thenar::motion {
namespace {

constexpr double kNoticed = 0.0002;  ///< metres
constexpr double kRadius = 0.008;    ///< of where skin lies on skin

struct Sunk {
  Vec3 point;
  double depth;
};

}  // namespace

bool Patches::hold(const Vec3& point) const {
  for (std::size_t i = 0; i < middles.size(); ++i)
    if ((middles[i] - point).norm() < radii_m[i]) return true;
  return false;
}

Patches patches_of(const GiverBody& body, const Sample& sample) {
  Patches patches;
  const auto bones = hand::bones_at(body.model.skeleton, sample.giver);
  for (const Contact& contact : sample.contacts) {
    if (!contact.pad || is_broad(*contact.pad)) continue;
    const PadPoint& pad = body.pads[static_cast<std::size_t>(*contact.pad)];
    patches.middles.emplace_back(bones[pad.bone] * pad.point);
    patches.radii_m.push_back(patch_m(*contact.pad));
  }
  return patches;
}

double yielded(const std::vector<Contact>& contacts, const Vec3& point) {
  Vec3 move = Vec3::Zero();
  for (const Contact& contact : contacts)
    move -= contact.depth_m * dent_share((point - contact.point).norm(), contact.radius_m, kDentReach) *
            contact.out;
  return move.norm();
}

void add_lying(const GiverBody& body, const Receiver& receiver, Sample& sample) {
  const Patches patches = patches_of(body, sample);
  std::vector<Vec3> skin(body.model.positions.size());
  hand::skin(body.model, hand::bones_at(body.model.skeleton, sample.giver), skin);
  std::vector<Sunk> sunk;
  for (const Vec3& point : skin) {
    if (point.y() < receiver.arm_ends_y) continue;
    const double depth = -receiver.field.at(point).distance;
    if (depth > kNoticed && !patches.hold(point)) sunk.push_back({point, depth});
  }
  while (sample.contacts.size() < kMostContacts) {
    double most = kNoticed;
    const Sunk* deepest = nullptr;
    for (const Sunk& each : sunk) {
      if (each.depth <= most) continue;
      const double left = each.depth - yielded(sample.contacts, each.point);
      if (left <= most) continue;
      most = left;
      deepest = &each;
    }
    if (deepest == nullptr) return;
    const auto value = receiver.field.at(deepest->point);
    Contact contact;
    contact.out = value.gradient.normalized();
    contact.point = deepest->point - value.distance * contact.out;
    contact.depth_m = std::min(most, kLyingDepthM);
    contact.radius_m = kRadius;
    contact.force_n = force_n({}, kRadius, contact.depth_m);
    contact.rests = true;
    sample.contacts.push_back(contact);
    if (most > kLyingDepthM) return;
  }
}

}  // namespace thenar::motion
