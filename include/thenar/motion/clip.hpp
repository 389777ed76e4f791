// One stroke of a technique as it is shown: where a hand is and what it touches, from the beginning of the
// stroke to the next. Frame and units are those of giver.hpp; everything is of a right receiving hand.
#pragma once

#include <string>

#include "thenar/motion/scene.hpp"

namespace thenar::motion {

/// What a clip shows. Exactly one of way, joint motion and point says where.
struct ClipId {
  TechniqueId technique;
  ToolId tool;
  Mode mode = Mode::partner;
  int way = -1;           ///< in Practice::ways
  int joint_motion = -1;  ///< in Practice::joint_motions
  PointId point;

  bool operator==(const ClipId&) const = default;
};

/// "KNEAD.MOUND.thumb_pad.partner": technique, place, tool, mode.
std::string name_of(const Practice& practice, const ClipId& id);

/// The group that a clip works on.
GroupId group_of(const Practice& practice, const ClipId& id);

/// Every clip that the practice allows: each technique on each group it may be applied to and at each point
/// it may press, with each tool, in each mode. In the order of the practice.
std::vector<ClipId> clips_of(const Practice& practice);

/// What touches the skin and where.
struct Contact {
  std::optional<Pad> pad;     ///< none: a ball, a table or a thigh, or skin that lies there
  Vec3 point = Vec3::Zero();  ///< of the receiver's skin before it yields
  Vec3 out = Vec3::UnitZ();   ///< unit normal out of the skin
  Vec3 way = Vec3::UnitY();   ///< unit vector of the motion over or with the skin, or of a pull
  double force_n = 0;         ///< along −out
  double depth_m = 0;         ///< how far the receiver's skin yields; negative: it is lifted
  double give_m = 0;          ///< how far the giver's does
  double radius_m = 0;        ///< of the patch
  bool rests = false;         ///< not worked with: where skin lies on skin beside the pads
};

/// A moment of a clip.
struct Sample {
  Pose giver;
  Pose receiver;
  std::vector<Contact> contacts;
  Vec3 thing = Vec3::Zero();  ///< the middle of the thing that touches, where there is one
};

/// A thing in the giving hand or under the receiving one.
enum class Thing : std::uint8_t { none, ball, thigh };

/// Figures of a clip; each is the worst of all its moments, where nothing else is said.
struct Figures {
  double contact_mean_mm = 0;  ///< between pads and where they should be, on average
  double contact_max_mm = 0;
  double penetration_mm = 0;  ///< of either hand's vertices in the other outside the patches
  double inside_pad_mm = 0;   ///< of either hand's vertices in the other within them
  double beyond_limits_deg = 0;
  double wrist_deg = 0;          ///< of the giver, out of the straight
  double joint_speed_deg_s = 0;  ///< of the giver, at a stroke of 4 s or its own slower one
  double seam_deg = 0;      ///< the largest jump of an angle where the stroke begins again, beyond its speed
  double depth_share = 0;   ///< of the tissue's thickness
  double edge_stretch = 0;  ///< of an edge of either skin where it yields, over its length before
  int flips = 0;            ///< triangles that yielding turns over
  double force_short = 0;   ///< how much less than the level's usual force the stroke reaches, share of it
  int excluded = 0;         ///< moments in which a contact lies in a zone that is kept out of
};

struct Clip {
  ClipId id;
  double period_s = 0;    ///< of one stroke at the usual tempo
  int level = 0;          ///< for which forces and depths hold
  bool has_giver = true;  ///< false: the receiver moves alone
  Thing thing = Thing::none;
  double thing_radius_m = 0;
  Figures figures;
  std::vector<Sample> samples;  ///< at equal steps of one period, the first at its beginning
};

inline constexpr std::size_t kSamples = 32;

/// Makes a clip. Fails with the place where the practice does not allow it or its way leaves the skin.
Result<Clip> make_clip(Scene& scene, const ClipId& id);

}  // namespace thenar::motion
