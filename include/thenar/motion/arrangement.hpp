// How a tool lies on a place: which pads of the giving hand touch and where.
#pragma once

#include "thenar/motion/giver.hpp"

namespace thenar::motion {

/// Where a pad is, of the point that is worked.
enum class Where : std::uint8_t {
  on,        ///< there
  opposite,  ///< on the other side of the hand
  left,      ///< on the sides of a finger …
  right,
  fold_left,  ///< … or of a fold of skin
  fold_right,
  beside  ///< on the skin wherever the hand has it
};

struct PadAt {
  Pad pad = Pad::thumb;
  Where where = Where::on;
  double share = 1;  ///< of the force of a pad
};

/// The hand by itself.
enum class Ease : std::uint8_t { flat, relaxed, cupped, curled, fist };

struct Arrangement {
  std::vector<PadAt> pads;   ///< the first leads; empty: no hand gives
  std::vector<Pad> resting;  ///< lie on the skin near them
  Ease ease = Ease::relaxed;
  bool on_thing = false;  ///< the pads are on a ball that lies on the skin
};

/// The ways in which a tool can be held against a group, as far as they differ (which side the thumb takes).
/// None for a tool without a hand.
std::vector<Arrangement> arrangements_of(const Practice& practice, ToolId tool, GroupId group);

/// The angles of an ease, radians.
std::array<double, hand::kAngles> angles_of(const hand::Limits& limits, Ease ease);

/// Radius of the patch under a pad, metres.
double radius_m(Pad pad);

}  // namespace thenar::motion
