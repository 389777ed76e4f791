// Clips as a file: what was made once, for a hand, to be played anywhere.
#pragma once

#include <span>

#include "thenar/motion/clip.hpp"

namespace thenar::motion {

/// Clips by their names, with what they were made from.
struct ClipSet {
  std::uint64_t made_from = 0;  ///< of origin_of
  std::vector<Clip> clips;
};

/// What the clips of a hand depend on: the practice's part in them, the hand and the way they are made. Other
/// origins make other clips.
std::uint64_t origin_of(const Practice& practice, const hand::HandModel& model);

/// Bytes of clips, little endian, with a version and a checksum. Places are kept to 0.05 mm, angles to 0.01°.
std::vector<std::uint8_t> write_clips(const Practice& practice, const ClipSet& set);

/// A clip as it is once it was written and read: what is measured is what is played.
Clip as_stored(const Practice& practice, const Clip& clip);

/// The clips of such bytes. Fails, with what was expected, where they are cut off, damaged, of another
/// version or name a clip that the practice does not allow.
Result<ClipSet> read_clips(const Practice& practice, std::span<const std::uint8_t> bytes,
                           const std::string& name);

}  // namespace thenar::motion
