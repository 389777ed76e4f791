#include "lying.hpp"

#include <algorithm>

#include "thenar/motion/arrangement.hpp"
#include "thenar/motion/tissue.hpp"

namespace thenar::motion {
namespace {

constexpr double kNoticed = 0.0002;  ///< metres
constexpr double kRadius = 0.008;    ///< of where skin lies on skin

struct Sunk {
  Vec3 point;
  double depth;
};

bool in_patch(const GiverBody& body, const std::array<hand::Rigid, hand::kBones>& bones,
              const std::vector<Contact>& contacts, const Vec3& point) {
  return std::any_of(contacts.begin(), contacts.end(), [&](const Contact& contact) {
    if (!contact.pad || is_broad(*contact.pad)) return false;
    const PadPoint& pad = body.pads[static_cast<std::size_t>(*contact.pad)];
    return (bones[pad.bone] * pad.point - point).norm() < patch_m(*contact.pad);
  });
}

}  // namespace

double yielded(const std::vector<Contact>& contacts, const Vec3& point) {
  static thread_local std::vector<Dent> dents;
  dents.clear();
  for (const Contact& contact : contacts)
    dents.push_back({contact.point, -contact.out, contact.radius_m, contact.depth_m});
  std::array<Vec3, 1> moved{point};
  const std::array<double, 1> most{1};
  add_dents(dents, most, moved);
  return (moved[0] - point).norm();
}

void add_lying(const GiverBody& body, const Receiver& receiver, Sample& sample) {
  const auto bones = hand::bones_at(body.model.skeleton, sample.giver);
  std::vector<Vec3> skin(body.model.positions.size());
  hand::skin(body.model, bones, skin);
  std::vector<Sunk> sunk;
  for (const Vec3& point : skin) {
    if (point.y() < kArmEndsM) continue;
    const double depth = -receiver.field.at(point).distance;
    if (depth > kNoticed && !in_patch(body, bones, sample.contacts, point)) sunk.push_back({point, depth});
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
