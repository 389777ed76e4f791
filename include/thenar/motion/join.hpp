// How hands come from one stroke to the next: off the skin, clear of the receiver, and down again.
#pragma once

#include "thenar/motion/travel.hpp"

namespace thenar::motion {

/// Where a stroke is left or begun.
struct JoinEnd {
  const Clip* clip = nullptr;  ///< none: nothing touches, and the receiver rests
  double share = 0;            ///< of its stroke
  Sample sample;
  Hover hover;                                    ///< where the giver is off the skin
  const hand::DistanceField* receiver = nullptr;  ///< as it lies there; none without a giver
};

/// An end at a share of a stroke. Where the receiver's joints are moved, hands let go at the beginning of a
/// stroke: the end is there, and the way back to it belongs to the join.
JoinEnd join_end(Scene& scene, const Clip* clip, double share = 0);

/// A moment of a join.
struct JoinMoment {
  bool after = false;  ///< whether hands and things are those of the stroke that comes
  double share = 0;    ///< of that stroke, or of the one that is left
  double pressed = 0;  ///< how much of what presses there still does, 0 to 1
  Sample sample;       ///< its contacts fade as `pressed` does
};

/// What a join takes its time for, seconds.
struct JoinTimes {
  double lift_s = 0;    ///< off the skin, and as long down on it
  double travel_s = 0;  ///< to the next place; what is left then, the hand waits above it
};

/// Between two strokes on one receiving hand, or where that changes: then the one that is left lifts off, and
/// half way the other is there.
class Join {
 public:
  Join(Scene& scene, JoinEnd from, JoinEnd to, bool same_receiver);

  /// How long it takes at ease, seconds.
  double seconds() const;

  JoinTimes times(double of_s) const;

  /// The moment at a time of a join that takes `of_s` seconds in all.
  JoinMoment at(double time_s, double of_s) const;

 private:
  JoinMoment off(const JoinEnd& end, bool after, double share) const;
  JoinMoment travelling(double time) const;

  JoinEnd from_;
  JoinEnd to_;
  bool same_receiver_ = true;
  std::optional<Travel> travel_;  ///< of one and the same giving hand
};

}  // namespace thenar::motion
