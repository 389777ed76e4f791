#include "place.hpp"
#include "thenar/motion/playback.hpp"
#include "thenar/motion/tissue.hpp"

namespace thenar::motion {

Clip softened(const Practice& practice, Clip clip, int level) {
  if (level >= clip.level) return clip;
  const double share = usual_force_n(practice, level) / usual_force_n(practice, clip.level);
  for (Sample& sample : clip.samples) {
    Vec3 up = Vec3::Zero();
    int pressed = 0;
    for (Contact& contact : sample.contacts) {
      if (contact.force_n <= 0) continue;
      const double before = depth_m({}, contact.radius_m, contact.force_n);
      contact.force_n *= share;
      const double less = depth_m({}, contact.radius_m, contact.force_n) / before;
      if (!contact.rests) up += (1 - less) * (contact.depth_m + contact.give_m) * contact.out;
      contact.depth_m *= less;
      contact.give_m *= less;
      if (!contact.rests) ++pressed;
    }
    // Pads on opposite sides take each other's way: the hand stays between them.
    if (pressed > 0) sample.giver.hand.translation += up / pressed;
    if (pressed > 0) sample.thing += up / pressed;
  }
  clip.level = level;
  return clip;
}

}  // namespace thenar::motion
