// Clips that a page plays: read once, then told for any time as numbers.
#pragma once

#include <optional>
#include <vector>

#include "../boundary/answer.hpp"
#include "thenar/motion/clip_file.hpp"
#include "thenar/motion/join.hpp"
#include "thenar/motion/shown.hpp"

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

  /// Shows steps of a plan: the stretches of motion::stretches_of. Gives {"clips": [as load, those that are
  /// softer than their file's, numbered on from there], "stretches": [{"step", "clip": number or null,
  /// "hand", "seconds", "way_seconds", "tempo_per_minute", "level", "stands_in"}]}. Clips that were numbered
  /// keep their numbers until others are loaded.
  Answer show_steps(motion::Scene& scene, const Plan& plan);

  /// Forgets what was made with a scene: softer clips and the join.
  void forget_scene();

  /// Fills the numbers with a moment of a clip, at a share of its stroke; whether there is such a clip.
  bool show(std::int32_t clip, double share);

  /// Makes a join from a clip, left at a share of its stroke, to the beginning of another, both on one
  /// receiving hand; how many seconds it takes at ease, none where there are no such clips. Only one is kept.
  std::optional<double> join(motion::Scene& scene, std::int32_t from, double share, std::int32_t to);

  /// Fills the numbers with a moment of that join when it takes `of_s` seconds: 0 where there is none, 1
  /// while hands and things are those of the clip before, 2 when they are those of the clip after.
  int show_join(double time_s, double of_s);

  std::vector<double>& numbers() { return numbers_; }

 private:
  const motion::Clip* clip(std::int32_t number) const;
  void fill(const motion::Sample& now);

  motion::ClipSet set_;
  std::vector<const motion::Clip*> numbered_;  ///< of the set, then softer ones
  std::optional<motion::ShownClips> shown_;    ///< once steps were shown
  std::optional<motion::Join> join_;
  std::vector<double> numbers_ = std::vector<double>(kMomentContacts + kContactNumbers * kMostContactsShown);
};

}  // namespace thenar::web
