// Clips as they may be shown to somebody: no harder than the plan has it, nowhere that the clearance closes.
#pragma once

#include <map>
#include <span>
#include <utility>

#include "thenar/motion/choice.hpp"
#include "thenar/motion/scene.hpp"

namespace thenar::motion {

/// Finds clips of a set for pieces of plans. The set must outlive it; what it gives stays where it is.
class ShownClips {
 public:
  ShownClips(Scene& scene, std::span<const Clip> clips);

  /// The clip of an id at the piece's level, softened where that is less than the clip's own; none where the
  /// set has none, or where it touches what the piece's clearance does not allow.
  const Clip* find(const Piece& piece, const ClipId& id);

 private:
  Scene& scene_;
  std::map<std::string, const Clip*> by_name_;
  std::map<std::pair<std::string, int>, Clip> softened_;
  std::map<const Clip*, std::vector<double>> newtons_;  ///< of touched
  Clearance usual_;
};

}  // namespace thenar::motion
