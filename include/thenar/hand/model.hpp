// A person's hand: asset, shape and size made into a mesh that follows a pose.
#pragma once

#include <map>

#include "thenar/hand/asset.hpp"

namespace thenar::hand {

/// Whose hand. Weights of free shapes are 0 to 1, by the name of the target ("fingers_longer",
/// "wrist_thinner").
struct HandShape {
  double man = 0.5;     ///< 0 a woman's proportions … 1 a man's
  double years = 35;    ///< 6 to 100: proportions of a child, an adult or an old person
  double length_m = 0;  ///< wrist crease to the tip of the middle finger; 0: as the mesh is
  std::map<std::string, double> shapes;
};

inline constexpr double kShortestHand = 0.09;
inline constexpr double kLongestHand = 0.26;

/// A right hand with its forearm. A left one is its mirror image, made where it is drawn or measured.
struct HandModel {
  Skeleton skeleton;
  std::vector<Vec3> positions;  ///< at rest, in the frame of the hand
  std::vector<Quad> quads;
  std::vector<Triangle> triangles;  ///< two a quad, in their order
  std::vector<Influence> skin;
};

/// The model after `level` subdivisions (0 to 3). Fails with the place for a length, an age or a weight out
/// of range and for a shape that does not exist.
Result<HandModel> make_model(const Asset& asset, const HandShape& shape, int level);

/// Gives an asset its skin weights, made on the average adult.
void weigh(Asset& asset);

/// The bone that carries most of a vertex; a helper counts as the bone beyond its joint.
std::size_t carrier_of(const Influence& influence);

/// The mirror image in x: a left hand. Angles keep their meaning, a pose of it is the mirror image of the
/// same angles of the other.
HandModel mirrored(const HandModel& model);

/// Positions of the vertices in a pose: linear blending of bones and helpers. `out` holds as many as the
/// model.
void skin(const HandModel& model, const std::array<Rigid, kBones>& bones, std::span<Vec3> out);

/// The distance that hand lengths mean: wrist crease to the tip of the middle finger, at rest.
double length_of(const HandModel& model);

}  // namespace thenar::hand
