#include "thenar/motion/yielding.hpp"

#include <algorithm>

namespace thenar::motion {
namespace {

constexpr int kHalvings = 30;

Dent dent(const Contact& contact, const Vec3& centre, const Vec3& inward, double depth_m) {
  return {centre, inward, contact.radius_m, depth_m, kReachRadii * contact.radius_m};
}

}  // namespace

Yield pressed(const Tissue& receiver, const Tissue& giver, double radius_m, double force_n) {
  return {force_n, depth_m(receiver, radius_m, force_n), depth_m(giver, radius_m, force_n)};
}

Yield met(const Tissue& receiver, const Tissue& giver, double radius_m, double overlap_m, double most_n) {
  Yield most = pressed(receiver, giver, radius_m, most_n);
  if (!(overlap_m > 0)) return {};
  if (most.sum_m() <= overlap_m) return most;
  double low = 0;
  double high = most_n;
  for (int i = 0; i < kHalvings; ++i) {
    const double middle = 0.5 * (low + high);
    (pressed(receiver, giver, radius_m, middle).sum_m() < overlap_m ? low : high) = middle;
  }
  return pressed(receiver, giver, radius_m, high);
}

std::vector<Dent> receiver_dents(std::span<const Contact> contacts) {
  std::vector<Dent> dents;
  for (const Contact& contact : contacts)
    if (contact.depth_m != 0) dents.push_back(dent(contact, contact.point, -contact.out, contact.depth_m));
  return dents;
}

std::vector<Dent> giver_dents(std::span<const Contact> contacts) {
  std::vector<Dent> dents;
  for (const Contact& contact : contacts) {
    if (!(contact.give_m > 0)) continue;
    const Vec3 skin = contact.point - (contact.depth_m + contact.give_m) * contact.out;
    dents.push_back(dent(contact, skin, contact.out, contact.give_m));
  }
  return dents;
}

double yielded(std::span<const Contact> contacts, const Vec3& point, const Vec3& out, const Tissue& receiver,
               const Tissue& giver) {
  double depth = 0;
  double give = 0;
  for (const Contact& contact : contacts) {
    const double facing = contact.out.dot(out);
    if (facing <= 0) continue;
    const double share =
        facing * dent_share((point - contact.point).norm(), contact.radius_m, kReachRadii * contact.radius_m);
    depth += share * contact.depth_m;
    give += share * contact.give_m;
  }
  return std::min(depth, kDeepest * receiver.thickness_m) + std::min(give, kDeepest * giver.thickness_m);
}

}  // namespace thenar::motion
