// The points of both skins that could enter the other hand soon.
#pragma once

#include "posed.hpp"

namespace thenar::motion {

/// A point of the receiver's skin that is nearest to one of the giver's shells.
struct NearShell {
  Vec3 point;
  std::size_t bone;
  double allowed_m;  ///< how deep it may be inside
};

struct Watched {
  const std::vector<double>* allowed;  ///< depth of each point of the body's skin
  std::vector<std::size_t> giver;      ///< of the body's skin
  std::vector<NearShell> receiver;
};
Watched watched_at(const GiverBody& body, const hand::DistanceField& receiver, const GiverTask& task,
                   const std::vector<double>& allowed, const Pose& pose);

/// How deep a point of the giver's skin may be inside the receiver's: with a pad as deep as the pad, and
/// around it as deep as the skin there yields.
double allowed_depth(const GiverBody& body, const GiverTask& task, const PadPoint& skin);

/// Keeps the receiver's skin out of the giver's: a fingertip that is all inside has no skin of the giver near
/// that could tell the way out.
void add_receiver_skin(Equations& equations, const GiverBody& body, const Posed& posed,
                       const Watched& watched, double sharp);

/// What a residual of one means where skin is inside skin, metres.
inline constexpr double kInsideM = 0.0001;

}  // namespace thenar::motion
