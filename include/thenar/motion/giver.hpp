// The giving hand: what of it touches, and the pose in which it does. Everything is in the frame of the
// receiving hand (that of a right hand, metres); the giver is a right hand too, and a left one is solved in
// the mirror image.
#pragma once

#include <numbers>

#include <memory>
#include <span>

#include "thenar/hand/distance_field.hpp"
#include "thenar/hand/levers.hpp"
#include "thenar/hand/limits.hpp"
#include "thenar/hand/map.hpp"
#include "thenar/motion/tissues.hpp"

namespace thenar::motion {

using hand::Pose;
using hand::Vec3;

/// What of a giving hand touches. A fist touches with the flat of its fingers.
enum class Pad : std::uint8_t { thumb, index, middle, ring, little, palm, heel, fist };
inline constexpr std::size_t kPads = 8;

/// A place of a hand that a bone carries, at rest in the frame of the hand.
struct PadPoint {
  std::size_t bone = 0;
  Vec3 point = Vec3::Zero();
  Vec3 normal = Vec3::Zero();  ///< out of the skin
};

/// What lies around a bone, at rest in the frame of the hand.
struct Shell {
  std::size_t bone = 0;
  Vec3 a = Vec3::Zero();
  Vec3 b = Vec3::Zero();
  double radius_m = 0;  ///< of the skin around it, about
};

/// A giving hand with what a solver has to know of it.
struct GiverBody {
  hand::HandModel model;
  hand::Limits limits;
  std::array<PadPoint, kPads> pads{};
  std::vector<PadPoint> skin;   ///< points all over hand and wrist, to be kept out of the receiver
  std::vector<Tissue> tissues;  ///< under each vertex of the model
  std::array<Tissue, kPads> pad_tissues{};
  std::array<double, hand::kBones> radius_m{};  ///< of the phalanges with their skin, on average
  std::vector<Shell> shells;
  std::shared_ptr<const hand::DistanceField> at_rest;  ///< of a right hand
  bool left = false;
};

/// The body of a right hand; `model` at level 1. Fails where the practice has no limits for a joint.
Loaded<GiverBody> giver_body(const Practice& practice, hand::HandModel model);

/// The body of the other hand.
GiverBody mirrored(const GiverBody& body);

/// How far around a pad skin may sink in with it, metres.
double patch_m(Pad pad);

/// Whether a pad is so wide that it touches wherever the two hands meet first: its middle is held over its
/// place, not against the skin.
bool is_broad(Pad pad);

/// A pad that is to be at a point of the receiver's skin.
struct Touch {
  Pad pad = Pad::thumb;
  Vec3 at = Vec3::Zero();
  Vec3 out = Vec3::UnitZ();    ///< unit normal out of the receiver's skin
  double depth_m = 0;          ///< how far the skin yields under the pad; negative: the pad is off the skin
  Vec3 facing = Vec3::Zero();  ///< where the pad looks, as far as it can; zero: into the skin
};

/// A pad that is to be on the receiver's skin, wherever that is near it.
struct Beside {
  Pad pad = Pad::thumb;
  double depth_m = 0;
};

struct GiverTask {
  std::vector<Touch> touches;    ///< the first met exactly, the others on the skin near there
  std::vector<Beside> beside;    ///< met as well as touches, but anywhere
  std::vector<Pad> resting;      ///< pads that would like to lie on the skin near them
  Vec3 forearm = Vec3::UnitY();  ///< unit vector from wrist to elbow, as far as it is comfortable, …
  double forearm_most_rad = std::numbers::pi;  ///< … and how far off it at most
  double forearm_loose = 1;  ///< this much less comfortable off it than usual is still the same
  std::array<double, hand::kAngles> ease{};  ///< the angles that the hand would have by itself, radians
  std::span<const Vec3> skin;                ///< of the receiver, to be kept out of the giver's palm
  std::span<const Vec3> kept_out;            ///< places that no pad but the first may press
  std::vector<Pose> starts;                  ///< where to look from; the best counts
  std::optional<Pose> before;                ///< the pose of a moment ago, to stay near …
  double near = 1;                           ///< … this much closer than usual
  int steps = 80;                            ///< of the solver at most, from each start
};

struct GiverPose {
  Pose pose;
  double cost = 0;             ///< of the solver, to compare answers to one task
  double contact_error_m = 0;  ///< of the first touch; of a broad pad along the skin
  double beyond_limits_rad = 0;
};

/// The pose that meets a task: Levenberg–Marquardt over the position of the hand and its 24 angles. Touches
/// are met first; then no skin of the giver inside the receiver's, no joint beyond its limits; then comfort.
/// `receiver` is the receiver's skin.
GiverPose solve_giver(const GiverBody& body, const hand::DistanceField& receiver, const GiverTask& task);

/// What each start leads to, best first.
std::vector<GiverPose> solve_from_all(const GiverBody& body, const hand::DistanceField& receiver,
                                      const GiverTask& task);

/// The angles of a hand that rests, and of one that makes a loose fist.
std::array<double, hand::kAngles> relaxed(const hand::Limits& limits);
std::array<double, hand::kAngles> loose_fist(const hand::Limits& limits);

/// Poses to start from for the first touch of a task: its pad on the skin, the finger pointing each of `ways`
/// ways round.
std::vector<Pose> starts_around(const GiverBody& body, const Touch& touch, int ways);

}  // namespace thenar::motion
