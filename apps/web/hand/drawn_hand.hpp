// One hand that is drawn: a model with the arrays that a page reads and writes.
#pragma once

#include <memory>

#include "chart.hpp"
#include "thenar/hand/map.hpp"
#include "thenar/motion/tissues.hpp"
#include "zone_field.hpp"

namespace thenar::web {

/// Arrays of a hand. Lengths are metres; x y z follow each other, vertex by vertex.
struct HandArrays {
  // Written once.
  std::vector<float> rest;          ///< positions at rest, in the frame of the hand
  std::vector<float> rest_normals;  ///< their directions
  std::vector<float>
      chart;  ///< four each: along, across, facing, tissue in mm (ChartPoint), of the thumb negative
  std::vector<std::int32_t> triangles;
  std::vector<std::int32_t> zones;  ///< by vertex, as Hands::load lists them; −1 where it belongs to none

  // Written by the page.
  std::vector<double> pose;   ///< 24 angles, then the hand's rotation x y z w, then its translation
  std::vector<double> dents;  ///< nine each: centre, direction inward, radius, depth, reach

  // Written by calls.
  std::vector<float> positions;      ///< in the pose, dented
  std::vector<float> normals;        ///< unit length
  std::vector<float> zone_distance;  ///< from the outline of the zones that were asked for last
  std::vector<double> hit;           ///< triangle, weights of its second and third corner, distance
  std::vector<double> joints;        ///< in the pose: elbow, wrist, both carpal ones, then four a digit
};

class DrawnHand {
 public:
  static constexpr std::size_t kPoseNumbers = hand::kAngles + 7;
  static constexpr std::size_t kMostDents = 32;
  static constexpr std::size_t kDentNumbers = 9;

  DrawnHand(std::shared_ptr<const Practice> practice, hand::HandModel model);
  DrawnHand(const DrawnHand&) = delete;
  DrawnHand& operator=(const DrawnHand&) = delete;

  HandArrays& arrays() { return arrays_; }
  const hand::HandModel& model() const { return model_; }
  const hand::HandMap& map() const { return map_; }
  const std::vector<hand::Vec3>& rest_normals() const { return rest_normals_; }
  const Practice& practice() const { return *practice_; }

  /// Brings positions, normals and joints into arrays().pose with the first dents. Allocates nothing.
  void move(std::size_t dents);

  /// The first triangle that a ray meets from outside, in the pose; false where it meets none.
  bool meet(const hand::Vec3& from, const hand::Vec3& way);

  /// The zone at a point of a triangle, −1 where there is none.
  int zone_at(std::int32_t triangle, double u, double v) const;

  /// Fills arrays().zone_distance, or with no zones sets it far.
  void mark(const ZoneSet& zones);

  /// Fills arrays().zones.
  void name_zones();

 private:
  void find_normals();

  std::shared_ptr<const Practice> practice_;
  hand::HandModel model_;
  std::vector<hand::Vec3> rest_normals_;
  hand::HandMap map_;
  std::unique_ptr<ZoneFields> fields_;  ///< made when first asked for
  std::vector<double> most_m_;          ///< how far each vertex may be pressed in
  std::vector<hand::Vec3> posed_;
  std::vector<motion::Dent> dents_;
  std::vector<float> shared_;  ///< normals while neighbours share them
  int sharings_ = 0;
  HandArrays arrays_;
};

}  // namespace thenar::web
