// Which clips show what a plan says.
#pragma once

#include "thenar/motion/clip.hpp"
#include "thenar/planning/plan.hpp"

namespace thenar::motion {

/// Work on one place for a while: a step of a plan, or one of its parts.
struct Piece {
  int step = 0;  ///< its index in the plan
  TechniqueId technique;
  Hand hand = Hand::right;  ///< that receives
  std::optional<int> level;
  double way_seconds = 0;  ///< to come there, before
  double seconds = 0;
  double tempo_per_minute = 0;  ///< 0 where there is no beat
  std::vector<ClipId> clips;    ///< that show it, in the order of the practice; none where nothing touches
  std::vector<ClipId> instead;  ///< with other tools that the giver may use, where none of those can be shown
  HandClearance clearance;      ///< of the hand that receives: no clip may touch it otherwise
};

/// The clips of a step: of its technique on its group, or without one on the largest groups whose zones it
/// works in; only on its zones and points; with its tool, or where that is another technique's in a combo,
/// with the first one that the technique takes and nobody rules out. Of a step with parts, those of all of
/// them, each once.
std::vector<ClipId> clips_for(const Practice& practice, const Step& step, Mode mode,
                              const ToolSet& tools_off = {});

/// A plan as pieces in their order, as long as the plan.
std::vector<Piece> pieces_of(const Practice& practice, const Plan& plan);

}  // namespace thenar::motion
