// Where on a hand a place of the practice lies, and which place a point of the skin belongs to. Zones are
// drawn in millimetres on the standard hand of practice/zones.toml; a person's skin is brought there by its
// joints, so zones follow every size and shape. Everything is measured on the hand at rest.
#pragma once

#include <optional>

#include "thenar/hand/model.hpp"
#include "thenar/hand/surface.hpp"
#include "thenar/practice/practice.hpp"

namespace thenar::hand {

/// A point of the skin as a place on the standard hand.
struct Spot {
  int ray = 0;            ///< the nearest ray, thumb 1; 0 on the forearm
  bool digit = false;     ///< on a finger or the thumb, beyond the web
  double along_mm = 0;    ///< y of the standard hand along that ray
  double x_mm = 0;        ///< radial to ulnar, as in zones.toml; not of digits
  double y_mm = 0;        ///< elbow to fingertips; not of digits
  double around_deg = 0;  ///< which way the skin faces: 0 palmar, 90 ulnar, 180 dorsal, -90 radial
};

class HandMap {
 public:
  /// The map of a person's hand. Both must outlive it.
  HandMap(const Practice& practice, const HandModel& model);

  /// The place of a point near the skin that faces some way, both at rest in the frame of the hand.
  Spot spot(const Vec3& point, const Vec3& normal) const;

  /// How far a spot lies from a zone, millimetres of the standard hand; 0 inside.
  double distance_mm(ZoneId zone, const Spot& spot) const;

  /// Every zone that a spot lies in; and the narrowest of them, or the nearest where it lies between zones.
  ZoneSet zones_at(const Spot& spot) const;
  std::optional<ZoneId> zone_at(const Spot& spot) const;

  /// The skin at rest.
  const Surface& surface() const { return surface_; }

  /// The point of the skin at a placement of points.toml; none where the way to it meets no skin.
  std::optional<SurfacePoint> surface_point(const Placement& placement) const;

 private:
  /// A level of the forearm: 0 the wrist, 1 the elbow, negative on the hand.
  struct Level {
    double value;
    Vec3 offset;      ///< from the axis, in a forearm made straight and untwisted
    Quat straighten;  ///< turns a direction there the same way
  };
  Level level_of(const Vec3& point) const;
  void locate_on_forearm(const Level& level, const Vec3& normal, Spot& spot) const;
  void locate_on_palm(const Vec3& point, const Vec3& normal, Spot& spot) const;
  void locate_on_digit(const Vec3& point, const Vec3& normal, Spot& spot) const;
  std::pair<Vec3, Vec3> ends_of(int ray, int part) const;
  Vec3 middle_of(const Vec3& inside, const Quat& frame) const;
  std::optional<SurfacePoint> forearm_point(const Placement& placement) const;
  Quat digit_frame(int ray, std::size_t part) const;

  const Practice& practice_;
  const HandModel& model_;
  Surface surface_;
  std::array<std::array<double, 4>, 5> joints_mm_{};  ///< y of joints and tips of the standard digits
  std::array<double, 5> knuckle_mm_{};                ///< x of their MCP joints
  std::vector<double> half_width_;                    ///< of the forearm, by level, metres
};

}  // namespace thenar::hand
