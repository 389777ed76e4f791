// Clips that a page plays: read once, then told for any time as numbers.
#pragma once

#include <vector>

#include "../boundary/answer.hpp"
#include "thenar/motion/clip_file.hpp"

namespace thenar::web {

/// Numbers of a moment: the giver's pose and the receiver's (24 angles, rotation x y z w, translation each),
/// the middle of the thing that touches, how many contacts there are, and the contacts: pad (as motion::Pad,
/// −1 none), whether it only rests, point, normal out of the skin, direction, force, depth, give,
/// radius.
inline constexpr std::size_t kMomentPose = hand::kAngles + 7;
inline constexpr std::size_t kMomentContacts = 2 * kMomentPose + 4;
inline constexpr std::size_t kContactNumbers = 15;
inline constexpr std::size_t kMostContactsShown = 32;

class Played {
 public:
  /// Takes the bytes of clips.bin. Gives {"clips": [{"name", "technique", "group", "place", "tool", "mode",
  /// "level", "period_s", "has_giver", "thing", "thing_radius_m"}]} in their order.
  Answer load(const Practice& practice, std::string_view bytes);

  /// Fills the numbers with a moment of a clip, at a share of its stroke; whether there is such a clip.
  bool show(std::int32_t clip, double share);

  std::vector<double>& numbers() { return numbers_; }

 private:
  motion::ClipSet set_;
  std::vector<double> numbers_ = std::vector<double>(kMomentContacts + kContactNumbers * kMostContactsShown);
};

}  // namespace thenar::web
