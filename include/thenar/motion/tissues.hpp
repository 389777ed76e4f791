// The soft tissue of a whole hand: how thick and how soft it is under each vertex.
#pragma once

#include "thenar/hand/model.hpp"
#include "thenar/hand/surface.hpp"
#include "thenar/motion/tissue.hpp"
#include "thenar/practice/practice.hpp"

namespace thenar::motion {

/// The tissue under each vertex of a hand, by its place: from the skin to the bone, within what
/// Practice::tissues says of the part, which grows with the hand. Parts run into each other as the skin's
/// weights do. What the practice does not name is as Tissue is by itself.
std::vector<Tissue> tissues_of(const Practice& practice, const hand::HandModel& model);

/// The tissue at a point of the skin.
Tissue tissue_at(const std::vector<Tissue>& tissues, const std::vector<hand::Triangle>& triangles,
                 const hand::SurfacePoint& at);

/// How far each vertex may be pressed, metres: kDeepest of the tissue over its bone.
std::vector<double> deepest_m(const std::vector<Tissue>& tissues);

}  // namespace thenar::motion
