#include "thenar/motion/scene.hpp"

#include <numbers>

namespace thenar::motion {
namespace {

constexpr std::size_t kEvery = 12;
constexpr std::size_t kKeptOutEvery = 4;

std::size_t angle_named(const std::string& joint) {
  for (std::size_t i = 0; i < hand::kAngles; ++i)
    if (hand::word(static_cast<hand::Angle>(i)) == joint) return i;
  THENAR_CHECK(false && "a joint of the practice");
  return 0;
}

bool same(const Pose& a, const Pose& b) {
  return a.angles == b.angles;
}

}  // namespace

Scene::Scene(const Practice& practice, hand::HandModel receiver, GiverBody giver, const Closeness& closeness)
    : practice_(practice),
      closeness_(closeness),
      model_(std::move(receiver)),
      map_(practice_, model_),
      rest_normals_(hand::vertex_normals(model_.positions, model_.triangles)),
      tissues_(tissues_of(practice_, model_)),
      deepest_(deepest_m(tissues_)),
      same_(std::move(giver)),
      other_(mirrored(same_)) {
  for (std::size_t v = 0; v < model_.positions.size(); v += kKeptOutEvery) {
    bool out = false;
    map_.zones_at(map_.spot(model_.positions[v], rest_normals_[v])).each([&](ZoneId zone) {
      out = out || practice_.at(zone).delicate || practice_.at(zone).excluded;
    });
    if (out) kept_out_.push_back(v);
  }
}

Pose Scene::pose(const std::vector<JointTurn>& turns, double share, double aside) const {
  Pose pose = model_.skeleton.rest_pose();
  for (const JointTurn& turn : turns) {
    const std::size_t angle = angle_named(turn.joint);
    pose.angles[angle] += (turn.aside ? aside : share) * turn.deg * std::numbers::pi / 180;
    pose.angles[angle] = std::clamp(pose.angles[angle], same_.limits.least[angle], same_.limits.most[angle]);
  }
  const auto forearm = static_cast<std::size_t>(hand::Bone::forearm_1);
  pose.hand = hand::bones_at(model_.skeleton, pose)[forearm].inverse();
  return pose;
}

const Receiver& Scene::receiver(const std::vector<JointTurn>& turns) {
  const Pose wanted = pose(turns, 1);
  for (const auto& there : receivers_)
    if (same(there->pose, wanted)) return *there;
  std::vector<Vec3> positions(model_.positions.size());
  hand::skin(model_, hand::bones_at(model_.skeleton, wanted), positions);
  hand::Surface surface({positions, model_.triangles});
  hand::DistanceField field(surface, closeness_.spacing_m, closeness_.band_m);
  auto normals = hand::vertex_normals(positions, model_.triangles);
  std::vector<Vec3> thinned;
  for (std::size_t v = 0; v < positions.size(); v += kEvery) thinned.push_back(positions[v]);
  std::vector<Vec3> kept_out;
  for (const std::size_t v : kept_out_) kept_out.push_back(positions[v]);
  receivers_.push_back(std::make_unique<Receiver>(
      Receiver{wanted, std::move(positions), std::move(normals), std::move(surface), std::move(field),
               std::move(thinned), arm_ends_y_of(model_.skeleton), std::move(kept_out)}));
  return *receivers_.back();
}

ZoneSet Scene::zones_at(const Receiver& receiver, const Vec3& point) const {
  const auto nearest = receiver.surface.nearest(point, 0.01);
  if (!nearest) return {};
  const hand::Spot spot = map_.spot(nearest->at.on(model_.positions, model_.triangles),
                                    nearest->at.on(rest_normals_, model_.triangles).normalized());
  ZoneSet zones = map_.zones_at(spot);
  if (const auto near = map_.zone_at(spot)) zones.add(*near);
  return zones;
}

Tissue Scene::tissue(const Receiver& receiver, const Vec3& point) const {
  const auto nearest = receiver.surface.nearest(point, 0.02);
  return nearest ? tissue_at(tissues_, model_.triangles, nearest->at) : Tissue{};
}

std::optional<std::pair<Vec3, Vec3>> Scene::at(const Receiver& receiver, const Placement& placement) const {
  const auto point = map_.surface_point(placement);
  if (!point) return {};
  return std::pair{point->on(receiver.positions, model_.triangles),
                   Vec3(point->on(receiver.normals, model_.triangles).normalized())};
}

Loaded<std::unique_ptr<Scene>> make_scene(const Practice& practice, const hand::Asset& asset,
                                          const hand::HandShape& shape, const Closeness& closeness) {
  auto receiver = hand::make_model(asset, shape, kReceiverLevel);
  if (!receiver) return tl::unexpected(Problems{receiver.error()});
  auto model = hand::make_model(asset, shape, kGiverLevel);
  if (!model) return tl::unexpected(Problems{model.error()});
  auto giver = giver_body(practice, std::move(*model));
  if (!giver) return tl::unexpected(giver.error());
  return std::make_unique<Scene>(practice, std::move(*receiver), std::move(*giver), closeness);
}

Result<hand::Path> lay(const Scene& scene, const Receiver& receiver, const std::vector<Placement>& through) {
  std::vector<Vec3> points;
  for (std::size_t i = 0; i < through.size(); ++i) {
    const auto at = scene.at(receiver, through[i]);
    if (!at)
      return tl::unexpected(
          Problem{{{}, 0, "through[" + std::to_string(i) + "]"}, "no skin there", "a place on the hand", {}});
    points.push_back(at->first);
  }
  return hand::Path::over(receiver.surface, points);
}

}  // namespace thenar::motion
