// Which clips show what a plan says.
#pragma once

#include <functional>
#include <span>

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

}  // namespace thenar::motion
