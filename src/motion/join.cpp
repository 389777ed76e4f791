#include "thenar/motion/join.hpp"

#include <cmath>

#include "place.hpp"
#include "thenar/motion/playback.hpp"

namespace thenar::motion {
namespace {

constexpr double kLiftS = 0.35;     ///< off the skin, and down on it
constexpr double kLiftShare = 0.3;  ///< of the way at most
constexpr double kTravelS = 0.5;    ///< between two places at least
constexpr double kSpeed = 0.5;      ///< metres a second, on average, at ease
constexpr double kSlowestS = 1.5;   ///< longer takes no travel; a hand waits over its place
constexpr double kLetGo = 0.5;      ///< of lifting off, where joints first go back

bool gives(const JoinEnd& end) {
  return end.clip != nullptr && end.clip->has_giver;
}

bool same_giver(const JoinEnd& a, const JoinEnd& b) {
  return gives(a) && gives(b) && a.clip->id.mode == b.clip->id.mode;
}

}  // namespace

JoinEnd join_end(Scene& scene, const Clip* clip, double share) {
  JoinEnd end;
  end.sample.receiver = scene.pose({}, 1);
  if (clip == nullptr || clip->samples.empty()) return end;
  end.clip = clip;
  end.share = std::isfinite(share) ? share - std::floor(share) : 0;
  end.sample = moment_at(*clip, clip->id.joint_motion >= 0 ? 0 : end.share);
  if (clip->has_giver) {
    end.receiver = &scene.receiver(turns_before(scene.practice(), clip->id)).field;
    end.hover = hover_over(scene.giver(clip->id.mode), *end.receiver, end.sample);
  } else if (!end.sample.contacts.empty()) {
    end.hover.way = end.sample.contacts.front().out;
  }
  return end;
}

Join::Join(Scene& scene, JoinEnd from, JoinEnd to, bool same_receiver)
    : from_(std::move(from)), to_(std::move(to)), same_receiver_(same_receiver) {
  if (!same_receiver_ || !same_giver(from_, to_)) return;
  travel_.emplace(scene.giver(to_.clip->id.mode), Receivers{*from_.receiver, *to_.receiver}, from_.hover,
                  to_.hover);
}

double Join::seconds() const {
  const double travel = travel_ ? travel_->length_m() / kSpeed : 0;
  return 2 * kLiftS + std::max(kTravelS, travel);
}

JoinTimes Join::times(double of_s) const {
  const double lift = std::min(kLiftS, kLiftShare * of_s);
  return {lift, std::min(of_s - 2 * lift, std::max(kSlowestS, seconds()))};
}

/// Off the skin by a share of the hover.
JoinMoment Join::off(const JoinEnd& end, bool after, double share) const {
  JoinMoment moment{after, end.share, 0, end.sample};
  if (end.clip == nullptr) return moment;
  if (end.share > 0 && end.clip->id.joint_motion >= 0) {  // joints go back first, the shorter way
    const double back = eased(std::min(1.0, share / kLetGo));
    moment.share = end.share < 0.5 ? (1 - back) * end.share : end.share + back * (1 - end.share);
    if (back < 1) {
      moment.pressed = 1;
      moment.sample = moment_at(*end.clip, moment.share);
      return moment;
    }
    share = (share - kLetGo) / (1 - kLetGo);
  }
  moment.pressed = std::max(0.0, 1 - 2 * share);
  moment.sample.contacts = faded(std::move(moment.sample.contacts), moment.pressed);
  Sample& sample = moment.sample;
  if (end.clip->has_giver) {
    sample.giver = mixed(end.sample.giver, end.hover.pose, share);
    sample.thing += sample.giver.hand.translation - end.sample.giver.hand.translation;
  } else {
    sample.thing += share * kLiftM * end.hover.way;
  }
  return moment;
}

JoinMoment Join::travelling(double time) const {
  const double share = eased(time);
  const JoinMoment before = off(from_, false, 1);
  const JoinMoment after = off(to_, true, 1);
  JoinMoment moment = time < 0.5 ? before : after;
  if (same_receiver_)
    moment.sample.receiver = mixed(before.sample.receiver, after.sample.receiver, receivers_share(share));
  if (travel_) moment.sample.giver = travel_->at(share);
  const Thing thing = from_.clip == nullptr ? Thing::none : from_.clip->thing;
  if (to_.clip != nullptr && thing == to_.clip->thing)
    moment.sample.thing = (1 - share) * before.sample.thing + share * after.sample.thing;
  return moment;
}

JoinMoment Join::at(double time_s, double of_s) const {
  const auto [lift, travel] = times(of_s);
  if (!(time_s > 0)) return off(from_, false, 0);
  if (time_s < lift) return off(from_, false, eased(time_s / lift));
  if (time_s < lift + travel) return travelling((time_s - lift) / travel);
  const double left = of_s - time_s;
  return off(to_, true, left < lift ? eased(left / lift) : 1);
}

}  // namespace thenar::motion
