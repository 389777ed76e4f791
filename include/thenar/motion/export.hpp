// Clips for other programs: as a scene that any viewer of glTF plays, and as a table of what touches where.
#pragma once

#include <span>

#include "thenar/motion/choice.hpp"

namespace thenar::motion {

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
