// Clips for other programs: as a scene that any viewer of glTF plays, and as a table of what touches where.
#pragma once

#include <functional>
#include <span>

#include "thenar/motion/choice.hpp"

namespace thenar::motion {

/// A clip that is shown for a while, after the hands have come to it.
struct Stretch {
  const Clip* clip = nullptr;               ///< none: nothing touches meanwhile
  Hand hand = Hand::right;                  ///< that receives; a left one is shown in the mirror
  double seconds = 0;                       ///< with the way there where that has no time of its own
  double way_seconds = 0;                   ///< to come there, before
  double tempo_per_minute = 0;              ///< of the strokes; 0: the clip's own
  std::optional<int> level = std::nullopt;  ///< whose forces are told; none: the clip's
  bool stands_in = false;                   ///< shown with another tool than the plan's
  int step = 0;                             ///< of the plan, by its index
};

/// A clip of a piece at its level, softened where that is less than the clip's own; none where it may not be
/// shown.
using FindClip = std::function<const Clip*(const Piece&, const ClipId&)>;

/// Pieces as stretches: each piece with the first of its clips that `find` has, else with one tool of those
/// that stand in (none: nothing touches); as many as have time for a stroke.
std::vector<Stretch> stretches_of(std::span<const Piece> pieces, const FindClip& find);

/// Longest sequence, seconds: an hour and a half.
inline constexpr double kLongestExport = 5400;

/// A sequence as the bytes of a .glb file (glTF 2.0): hands as skinned meshes, in metres, y up and the
/// fingertips towards −z; one animation, in which the giver lifts off, travels clear of the receiver and
/// comes down again between stretches; dents of the receiver's skin as morph targets. What is shown when is
/// told in the extras of the animation. As many whole strokes as come nearest to the tempo fill a stretch.
/// Fails with the place where there is nothing to show, a number is none or the time is too long or too
/// short.
Result<std::vector<std::uint8_t>> glb_of(Scene& scene, std::span<const Stretch> stretches);

/// What touches at the moments of the same sequence, as a table (RFC 4180) with a header: time_s, clip, hand,
/// pad ("thing" where it is none), x_m, y_m, z_m, nx, ny, nz, force_n, radius_m; in the frame of the
/// receiving hand's wrist, a left one's in the mirror. Skin that only rests is left out. Fails as glb_of
/// does.
Result<std::string> contacts_csv(Scene& scene, std::span<const Stretch> stretches);

}  // namespace thenar::motion
