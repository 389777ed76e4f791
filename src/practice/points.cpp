#include "thenar/practice/points.hpp"

namespace thenar {

TechniqueId technique_at(const Practice& practice, const Point& point) {
  const auto wanted = point.moving                        ? TechniqueKind::works
                      : point.kind == PointKind::acupoint ? TechniqueKind::presses
                                                          : TechniqueKind::trigger;
  const bool circles = point.moving && point.kind == PointKind::acupoint;
  for (std::size_t t = 0; t < practice.techniques.size(); ++t) {
    const auto& technique = practice.techniques[t];
    if (technique.kind != wanted || (point.moving && !technique.groups.has(point.group))) continue;
    if (!circles || technique.direction == Direction::circles)
      return TechniqueId{static_cast<std::int16_t>(t)};
  }
  return {};
}

}  // namespace thenar
