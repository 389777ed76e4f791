// Where a clip happens: the ground its strokes are laid on.
#pragma once

#include "thenar/motion/clip.hpp"
#include "thenar/motion/stroke.hpp"

namespace thenar::motion {

/// The level of a technique in a zone: its usual one, or what zone and tool allow. None where it may not be.
std::optional<int> level_at(const Practice& practice, TechniqueId technique, ToolId tool, ZoneId zone);

/// The usual force of one pad at a level, newtons; 0 for a level that the practice does not have.
double usual_force_n(const Practice& practice, int level);

/// What one pad may press in a zone at most, newtons: nothing where it is excluded.
double bearable_n(const Practice& practice, const Zone& zone);

/// The skin under a stroke.
struct Ground {
  const Receiver* receiver = nullptr;
  std::optional<hand::Path> path;  ///< none: only the spot
  hand::PathPoint spot;            ///< where strokes that do not travel are
  bool travels = false;
  bool from_the_base = false;  ///< the stroke begins at the proximal end
  GroupId group;
  int level = 0;

  /// Whether it is on the palm's side.
  bool is_palmar() const { return (path ? path->at(0.5 * path->length_m()) : spot).normal.z() < 0; }

  /// The skin under the lead pad at a moment of a stroke.
  hand::PathPoint at(const StrokeState& state) const;
};

/// The ground of a clip. Fails where the practice does not allow it, with the place.
Result<Ground> ground_of(Scene& scene, const ClipId& id);

/// The joint motion of a clip, and all turns of the receiver before it begins.
std::vector<JointTurn> turns_before(const Practice& practice, const ClipId& id);

}  // namespace thenar::motion
