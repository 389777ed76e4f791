// The two hands of a massage, ready for strokes to be laid on one and posed with the other.
#pragma once

#include <memory>

#include "thenar/hand/path.hpp"
#include "thenar/motion/giver.hpp"

namespace thenar::motion {

/// How fine the two hands are: a dent in the receiver's skin is as wide as a fingertip.
inline constexpr int kReceiverLevel = 2;
inline constexpr int kGiverLevel = 1;

/// The receiving hand in a pose.
struct Receiver {
  Pose pose;
  std::vector<Vec3> positions;
  std::vector<Vec3> normals;
  hand::Surface surface;
  hand::DistanceField field;
  std::vector<Vec3> thinned;   ///< some of the positions, all over
  double arm_ends_y = 0;       ///< before the arm ends: nobody can enter what is not there
  std::vector<Vec3> kept_out;  ///< those in zones that are delicate or excluded
};

/// Where the arm of a receiver ends, y in metres.
inline double arm_ends_y_of(const hand::Skeleton& skeleton) {
  constexpr double kOfTheForearm = 0.98;
  return kOfTheForearm * skeleton.joints.elbow.y();
}

/// How closely the space around a receiver is known, metres: between the places where the distance of its
/// skin is measured, and how far off it.
struct Closeness {
  double spacing_m = 0.0025;
  double band_m = 0.035;  ///< as deep as a forearm is
};

/// Keeps the receiving hand in each pose that was asked for. Not for several threads at once.
class Scene {
 public:
  /// Models at the levels above; `giver` as giver_body made it, of a right hand. `practice` must outlive it.
  Scene(const Practice& practice, hand::HandModel receiver, GiverBody giver, const Closeness& closeness = {});

  const Practice& practice() const { return practice_; }
  const hand::HandModel& model() const { return model_; }
  const hand::HandMap& map() const { return map_; }
  const std::vector<Vec3>& rest_normals() const { return rest_normals_; }
  const hand::Limits& limits() const { return same_.limits; }

  /// The hand that gives to a right hand: of a partner the same one, of the person the other.
  const GiverBody& giver(Mode mode) const { return mode == Mode::self ? other_ : same_; }

  /// The receiver with joints turned from rest.
  const Receiver& receiver(const std::vector<JointTurn>& turns);

  /// The pose of a receiver whose joints are turned by a share of `turns` and another of those aside. The
  /// forearm stays where it is.
  Pose pose(const std::vector<JointTurn>& turns, double share, double aside = 0) const;

  /// Every zone of a point of the skin of a receiver, judged on the hand at rest, and the nearest where it
  /// lies between zones. None where there is no skin within a centimetre.
  ZoneSet zones_at(const Receiver& receiver, const Vec3& point) const;

  /// The tissue under each vertex of the receiver, how far each may be pressed, and the tissue at the skin
  /// nearest to a point.
  const std::vector<Tissue>& tissues() const { return tissues_; }
  const std::vector<double>& deepest() const { return deepest_; }
  Tissue tissue(const Receiver& receiver, const Vec3& point) const;

  /// A point of the skin at rest in some pose of the receiver, with its normal. None where there is no skin.
  std::optional<std::pair<Vec3, Vec3>> at(const Receiver& receiver, const Placement& placement) const;

 private:
  const Practice& practice_;
  Closeness closeness_;
  hand::HandModel model_;
  hand::HandMap map_;
  std::vector<Vec3> rest_normals_;
  std::vector<Tissue> tissues_;
  std::vector<double> deepest_;
  std::vector<std::size_t> kept_out_;  ///< vertices
  GiverBody same_;
  GiverBody other_;
  std::vector<std::unique_ptr<Receiver>> receivers_;
};

/// Two hands of a shape, ready for clips. Fails with every place at fault.
Loaded<std::unique_ptr<Scene>> make_scene(const Practice& practice, const hand::Asset& asset,
                                          const hand::HandShape& shape, const Closeness& closeness = {});

/// The way laid on the receiver's skin. Fails with the place where it leaves it.
Result<hand::Path> lay(const Scene& scene, const Receiver& receiver, const std::vector<Placement>& through);

}  // namespace thenar::motion
