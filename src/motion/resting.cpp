#include "resting.hpp"

#include <algorithm>

#include "place.hpp"
#include "thenar/motion/yielding.hpp"

namespace thenar::motion {
namespace {

constexpr double kNoticed = 0.0001;  ///< metres
constexpr double kFelt = 0.00015;    ///< what yields less is not told
constexpr double kHardlyBeside = 0.0004;
constexpr double kRadius = 0.008;  ///< of where skin lies on skin
constexpr int kRounds = 6;         ///< of the search for forces that hold together

/// A place where the giver's skin would lie in the receiver's.
struct Sunk {
  Vec3 point;  ///< of the receiver's skin
  Vec3 out;
  double overlap = 0;
  Tissue receiver;
  Tissue giver;
  double most_n = 0;  ///< how hard it may press, once it is chosen

  double left_by(std::span<const Contact> contacts) const {
    return overlap - yielded(contacts, point, out, receiver, giver);
  }
};

std::vector<Sunk> sunk_of(const Scene& scene, const GiverBody& body, const Receiver& receiver,
                          const Sample& sample) {
  std::vector<Vec3> skin(body.model.positions.size());
  hand::skin(body.model, hand::bones_at(body.model.skeleton, sample.giver), skin);
  std::vector<Sunk> out;
  for (std::size_t v = 0; v < skin.size(); ++v) {
    if (skin[v].y() < receiver.arm_ends_y) continue;
    const auto value = receiver.field.at(skin[v]);
    if (-value.distance <= kNoticed) continue;
    const Vec3 way = value.gradient.normalized();
    const Vec3 point = skin[v] - value.distance * way;
    out.push_back({point, way, -value.distance, scene.tissue(receiver, point), body.tissues[v], 0});
  }
  return out;
}

/// How hard skin may rest at a point, and hardly beside it.
double bearable_at(const Scene& scene, const Receiver& receiver, const Sunk& at, double most_n) {
  const Vec3 aside = kHardlyBeside * at.out.unitOrthogonal();
  const Vec3 along = at.out.cross(aside);
  for (const Vec3& off : {Vec3(Vec3::Zero()), aside, Vec3(-aside), along, Vec3(-along)})
    scene.zones_at(receiver, at.point + off).each([&](ZoneId id) {
      const Zone& zone = scene.practice().at(id);
      if (zone.delicate || zone.excluded) most_n = std::min(most_n, bearable_n(scene.practice(), zone));
    });
  return most_n;
}

}  // namespace

bool Patches::hold(const Vec3& point) const {
  for (std::size_t i = 0; i < middles.size(); ++i)
    if ((middles[i] - point).norm() < radii_m[i]) return true;
  return false;
}

double Patches::force_at(const Vec3& point) const {
  double most = 0;
  for (std::size_t i = 0; i < middles.size(); ++i)
    if ((middles[i] - point).norm() < radii_m[i]) most = std::max(most, forces_n[i]);
  return most;
}

Patches patches_of(const GiverBody& body, const Sample& sample) {
  Patches patches;
  const auto bones = hand::bones_at(body.model.skeleton, sample.giver);
  for (const Contact& contact : sample.contacts) {
    if (!contact.pad || is_broad(*contact.pad)) continue;
    const PadPoint& pad = body.pads[static_cast<std::size_t>(*contact.pad)];
    patches.middles.emplace_back(bones[pad.bone] * pad.point);
    patches.radii_m.push_back(patch_m(*contact.pad));
    patches.forces_n.push_back(contact.force_n);
  }
  return patches;
}

void add_resting(const Scene& scene, const GiverBody& body, const Receiver& receiver, double most_n,
                 Sample& sample) {
  const Patches patches = patches_of(body, sample);
  std::vector<Sunk> sunk = sunk_of(scene, body, receiver, sample);
  const std::size_t before = sample.contacts.size();
  std::vector<Sunk> chosen;
  // One after the other (Gauss and Seidel): each makes up for what the others leave.
  const auto settle = [&] {
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      const Sunk& at = chosen[i];
      Contact& contact = sample.contacts[before + i];
      contact.depth_m = contact.give_m = 0;
      const Yield yield = met(at.receiver, at.giver, kRadius, at.left_by(sample.contacts), at.most_n);
      contact.force_n = yield.force_n;
      contact.depth_m = yield.depth_m;
      contact.give_m = yield.give_m;
    }
  };
  while (sample.contacts.size() < kMostContacts) {
    double most = kNoticed;
    Sunk* deepest = nullptr;
    for (Sunk& each : sunk) {
      if (each.overlap <= most) continue;
      const double left = each.left_by(sample.contacts);
      if (left <= most) continue;
      most = left;
      deepest = &each;
    }
    if (deepest == nullptr) break;
    Sunk at = *deepest;
    deepest->overlap = 0;
    at.most_n = bearable_at(scene, receiver, at, std::max(most_n, patches.force_at(at.point)));
    if (at.most_n <= 0) continue;
    Contact contact{{}, at.point, at.out};
    contact.radius_m = kRadius;
    contact.rests = true;
    chosen.push_back(at);
    sample.contacts.push_back(contact);
    settle();
  }
  for (int round = 0; round < kRounds; ++round) settle();
  std::erase_if(sample.contacts, [](const Contact& contact) {
    return contact.rests && std::abs(contact.depth_m) + contact.give_m < kFelt;
  });
  // Along the hand: much the same from moment to moment.
  const auto rank = [](const Contact& contact) { return contact.rests ? 1 + contact.point.y() : -1; };
  std::stable_sort(sample.contacts.begin(), sample.contacts.end(),
                   [&](const Contact& a, const Contact& b) { return rank(a) < rank(b); });
}

}  // namespace thenar::motion
