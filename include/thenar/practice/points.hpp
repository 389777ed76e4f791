// How points are worked.
#pragma once

#include "thenar/practice/practice.hpp"

namespace thenar {

/// What is done at a point: still pressure, the trigger-point composite, or where nothing may press still the
/// circles of an acupoint and the moving knead of a knot.
TechniqueId technique_at(const Practice& practice, const Point& point);

}  // namespace thenar
