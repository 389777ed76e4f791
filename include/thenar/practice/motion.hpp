// How the practice moves, as data: how hard a level is, the ways of strokes over the skin, and what joints of
// the receiver do.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "thenar/practice/work.hpp"

namespace thenar {

/// The force of one pad at a level, newtons.
struct PressureLevel {
  int level = 0;
  double min_n = 0;
  double typ_n = 0;
  double max_n = 0;
  Source source;
};

/// The soft tissue over the bones of a part of the limb: between these thicknesses, as the bone lies there in
/// an adult's hand.
struct TissueKind {
  Segment segment = Segment::finger;
  Face face = Face::all;
  double least_mm = 0;
  double most_mm = 0;
  double shear_kpa = 0;  ///< shear modulus of skin with what lies under it
  Source source;
};

/// How far one angle of the receiver's pose goes.
struct JointTurn {
  std::string joint;   ///< as in joint_ranges
  double deg = 0;      ///< from the resting hand
  bool aside = false;  ///< with the other direction of a circle
};

/// A way over the skin, from the distal end towards the body, on which strokes are laid.
struct Way {
  std::string id;
  GroupId group;
  std::string part;                     ///< of the group, where it has parts
  std::vector<TechniqueId> techniques;  ///< that take this way and no other; empty: all others
  std::vector<JointTurn> turns;         ///< of the receiver meanwhile: a finger stands out of the others
  std::vector<Placement> through;
  Source source;
};

/// What the receiver's joints do in a technique, and where the giver holds.
struct JointMotion {
  std::string id;
  TechniqueId technique;
  GroupId group;
  std::string part;               ///< of the group, where it has parts; its way's turns hold too
  std::optional<Placement> held;  ///< none: the receiver moves alone
  std::vector<JointTurn> turns;   ///< none: a pull along the bone moves nothing that is seen
  Source source;
};

}  // namespace thenar
