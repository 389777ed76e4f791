#include "thenar/motion/playback.hpp"

#include <algorithm>
#include <cmath>

namespace thenar::motion {
namespace {

constexpr double kSameM = 0.01;  ///< skin that lies this near to where it lay is the same contact

/// Between the middle two of four values (Catmull and Rom, 1974).
template <class T>
T cubic(const T& a, const T& b, const T& c, const T& d, double t) {
  return T(b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a))));
}

/// As four numbers, on the same side as another.
Eigen::Vector4d beside(const hand::Quat& q, const hand::Quat& near) {
  const Eigen::Vector4d& v = q.coeffs();
  return v.dot(near.coeffs()) < 0 ? Eigen::Vector4d(-v) : v;
}

Pose between(const Pose& a, const Pose& b, const Pose& c, const Pose& d, double t) {
  Pose pose;
  pose.hand.translation =
      cubic<Vec3>(a.hand.translation, b.hand.translation, c.hand.translation, d.hand.translation, t);
  const hand::Quat& q = b.hand.rotation;
  pose.hand.rotation.coeffs() =
      cubic<Eigen::Vector4d>(beside(a.hand.rotation, q), q.coeffs(), beside(c.hand.rotation, q),
                             beside(d.hand.rotation, q), t)
          .normalized();
  for (std::size_t i = 0; i < hand::kAngles; ++i)
    pose.angles[i] = cubic(a.angles[i], b.angles[i], c.angles[i], d.angles[i], t);
  return pose;
}

bool same(const Contact& a, const Contact& b) {
  return a.pad == b.pad && a.rests == b.rests && (!a.rests || (a.point - b.point).norm() < kSameM);
}

Contact faded(Contact contact, double share) {
  contact.depth_m *= share;
  contact.give_m *= share;
  contact.force_n *= share;
  return contact;
}

Contact between(const Contact& a, const Contact& b, double t) {
  Contact out = a;
  const auto mix = [t](const auto& x, const auto& y) { return (1 - t) * x + t * y; };
  out.point = mix(a.point, b.point);
  out.out = Vec3(mix(a.out, b.out)).normalized();
  const Vec3 way = mix(a.way, b.way);
  out.way = way.norm() > 1e-6 ? Vec3(way.normalized()) : a.way;
  out.force_n = mix(a.force_n, b.force_n);
  out.depth_m = mix(a.depth_m, b.depth_m);
  out.give_m = mix(a.give_m, b.give_m);
  out.radius_m = mix(a.radius_m, b.radius_m);
  return out;
}

std::vector<Contact> between(const std::vector<Contact>& a, const std::vector<Contact>& b, double t) {
  std::vector<Contact> out;
  std::vector<bool> used(b.size());
  for (const Contact& from : a) {
    std::size_t to = 0;
    while (to < b.size() && (used[to] || !same(from, b[to]))) ++to;
    if (to == b.size()) {
      out.push_back(faded(from, 1 - t));
    } else {
      used[to] = true;
      out.push_back(between(from, b[to], t));
    }
  }
  for (std::size_t i = 0; i < b.size(); ++i)
    if (!used[i]) out.push_back(faded(b[i], t));
  return out;
}

}  // namespace

std::vector<Contact> faded(std::vector<Contact> contacts, double share) {
  for (Contact& contact : contacts) contact = faded(contact, share);
  return contacts;
}

Sample moment_at(const Clip& clip, double share) {
  const std::size_t n = clip.samples.size();
  if (n == 0) return {};
  const double turns = std::isfinite(share) ? share - std::floor(share) : 0;
  const double at = turns * static_cast<double>(n);
  const std::size_t i = std::min(static_cast<std::size_t>(at), n - 1);
  const double t = at - static_cast<double>(i);
  const Sample& a = clip.samples[(i + n - 1) % n];
  const Sample& b = clip.samples[i];
  const Sample& c = clip.samples[(i + 1) % n];
  const Sample& d = clip.samples[(i + 2) % n];
  return {between(a.giver, b.giver, c.giver, d.giver, t),
          between(a.receiver, b.receiver, c.receiver, d.receiver, t), between(b.contacts, c.contacts, t),
          cubic<Vec3>(a.thing, b.thing, c.thing, d.thing, t)};
}

}  // namespace thenar::motion
