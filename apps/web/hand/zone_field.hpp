// How far each vertex lies from the outline of some zones, so that a shader draws them smoothly.
#pragma once

#include "thenar/hand/map.hpp"

namespace thenar::web {

/// Makes fields of signed distance over the skin of one hand. Both must outlive it.
class ZoneFields {
 public:
  ZoneFields(const hand::HandMap& map, const hand::HandModel& model, const std::vector<hand::Vec3>& normals);

  /// Metres from the common outline of the zones, measured over the skin at rest: negative inside, at most
  /// kFar. Corners come out rounded.
  std::vector<double> distances(const ZoneSet& zones) const;

  static constexpr double kFar = 0.02;

 private:
  struct Outline;
  bool inside(const ZoneSet& zones, const hand::Vec3& point, const hand::Vec3& normal) const;
  hand::Vec3 crossing(const ZoneSet& zones, std::int32_t from, std::int32_t to) const;
  Outline outline(const ZoneSet& zones, const std::vector<char>& in) const;
  std::vector<double> spread(const Outline& outline) const;
  void smooth(std::vector<double>& distances) const;

  const hand::HandMap& map_;
  const hand::HandModel& model_;
  const std::vector<hand::Vec3>& normals_;
  std::vector<hand::Spot> spots_;
  std::vector<std::int32_t> begin_;  ///< by vertex where its neighbours begin; one more at the end
  std::vector<std::int32_t> next_;
};

}  // namespace thenar::web
