// A sequence of stretches as a scene of glTF.
#include <algorithm>

#include "actor.hpp"
#include "sequence.hpp"
#include "thenar/motion/gates.hpp"
#include "things.hpp"

namespace thenar::motion {
namespace {

Json skin_material(Gltf& gltf, const char* name, double red, double green, double blue) {
  return gltf.add(
      "materials",
      {{"name", name},
       {"doubleSided", true},
       {"pbrMetallicRoughness",
        {{"baseColorFactor", {red, green, blue, 1}}, {"metallicFactor", 0}, {"roughnessFactor", 0.6}}}});
}

/// The dents of every clip that a hand is in, one after the other.
struct DentShelf {
  std::vector<const Clip*> clips;
  std::vector<DentTargets> targets;
  std::size_t count = 0;

  void add(const YieldingHand& hand, const Clip* clip) {
    if (clip == nullptr || std::find(clips.begin(), clips.end(), clip) != clips.end()) return;
    clips.push_back(clip);
    targets.push_back(dent_targets(hand, *clip));
    count += targets.back().targets.size();
  }
  std::vector<const DentTarget*> all() const {
    std::vector<const DentTarget*> out;
    for (const DentTargets& each : targets)
      for (const DentTarget& target : each.targets) out.push_back(&target);
    return out;
  }
  std::vector<double> weights_at(const Frame& frame) const {
    std::vector<double> out;
    for (std::size_t i = 0; i < clips.size(); ++i) {
      const bool mine = clips[i] == frame.clip;
      for (std::size_t k = 0; k < targets[i].targets.size(); ++k)
        out.push_back(mine ? frame.pressed * targets[i].weights[frame.sample][k] : 0);
    }
    return out;
  }
};

/// Puts a scene together.
class Stage {
 public:
  Stage(Scene& scene, std::span<const Stretch> stretches, const Sequence& sequence)
      : scene_(scene), stretches_(stretches), sequence_(sequence) {
    // Fingertips to −z, the back of the hand up.
    const double half = std::sqrt(0.5);
    stage_ = gltf_.add("nodes", {{"name", "Thenar"}, {"rotation", {-half, 0, 0, half}}});
    for (const Frame& frame : sequence_.frames) times_.push_back(static_cast<float>(frame.time_s));
  }

  std::vector<std::uint8_t> finished(const Practice& practice) && {
    Tracks tracks(gltf_);
    add_receivers(tracks);
    add_givers(tracks);
    add_things(tracks);
    Json nodes = Json::array({stage_});
    for (const GltfIndex node : roots_) nodes.push_back(node);
    gltf_.root()["scene"] = 0;
    gltf_.add("scenes", {{"name", "Thenar"}, {"nodes", std::move(nodes)}});
    Json extras{{"practice", practice.version}, {"seconds", sequence_.played.back().until_s}};
    for (std::size_t i = 0; i < stretches_.size(); ++i) extras["steps"].push_back(step_of(practice, i));
    if (!tracks.empty()) {
      Json animation = std::move(tracks).finish("massage");
      animation["extras"] = std::move(extras);
      gltf_.add("animations", std::move(animation));
    } else {
      gltf_.at("scenes", 0)["extras"] = std::move(extras);
    }
    return std::move(gltf_).finish();
  }

 private:
  void add_receivers(Tracks& tracks) {
    const auto material = skin_material(gltf_, "skin of the receiver", 0.69, 0.42, 0.31);
    for (const Hand hand : kHands) {
      const auto mine = [&](const Frame& frame) { return frame.hand == hand; };
      if (std::none_of(sequence_.frames.begin(), sequence_.frames.end(), mine)) continue;
      DentShelf shelf;
      const YieldingHand yields{scene_.model(), scene_.deepest(), &Sample::receiver, &receiver_dents};
      for (const Stretch& stretch : stretches_)
        if (stretch.hand == hand) shelf.add(yields, stretch.clip);
      Actor actor(gltf_, stage_, scene_.model(), hand == Hand::left,
                  "receiving hand, " + std::string(word(hand)), material, shelf.all());
      roots_.push_back(actor.mesh_node());
      std::vector<bool> there;
      for (std::size_t i = 0; i < times_.size(); ++i) {
        const Frame& frame = sequence_.frames[i];
        there.push_back(mine(frame));
        if (there.back()) actor.show(times_[i], frame.receiver_pose, shelf.weights_at(frame));
      }
      actor.add_tracks(tracks, times_, there);
    }
  }

  void add_givers(Tracks& tracks) {
    const auto material = skin_material(gltf_, "skin of the giver", 0.60, 0.34, 0.24);
    for (const Mode mode : {Mode::self, Mode::partner})
      for (const Hand hand : kHands) {
        const GivenBy giver{true, mode};
        const auto mine = [&](const Frame& frame) { return frame.giver == giver && frame.hand == hand; };
        if (std::none_of(sequence_.frames.begin(), sequence_.frames.end(), mine)) continue;
        // The giver's hand as it is solved, and its mirror image for a left receiver.
        const GiverBody& body = scene_.giver(mode);
        const bool left = body.left != (hand == Hand::left);
        DentShelf shelf;
        const YieldingHand yields{body.model, deepest_m(body.tissues), &Sample::giver, &giver_dents};
        for (const Stretch& stretch : stretches_)
          if (stretch.hand == hand && stretch.clip != nullptr && stretch.clip->has_giver &&
              stretch.clip->id.mode == mode)
            shelf.add(yields, stretch.clip);
        Actor actor(gltf_, stage_, body.model, hand == Hand::left,
                    std::string("giving hand, ") + (left ? "left" : "right"), material, shelf.all());
        roots_.push_back(actor.mesh_node());
        std::vector<bool> there;
        for (std::size_t i = 0; i < times_.size(); ++i) {
          there.push_back(mine(sequence_.frames[i]));
          const Frame& frame = sequence_.frames[i];
          if (there.back()) actor.show(times_[i], frame.giver_pose, shelf.weights_at(frame));
        }
        actor.add_tracks(tracks, times_, there);
      }
  }

  void add_things(Tracks& tracks) {
    for (const Thing thing : {Thing::ball, Thing::thigh}) {
      const auto mine = [&](const Frame& frame) { return frame.thing == thing; };
      if (std::none_of(sequence_.frames.begin(), sequence_.frames.end(), mine)) continue;
      RoundThing round(gltf_, stage_, thing);
      std::vector<double> radii;
      for (std::size_t i = 0; i < times_.size(); ++i) {
        const Frame& frame = sequence_.frames[i];
        radii.push_back(mine(frame) ? frame.thing_radius_m : 0);
        const double side = frame.hand == Hand::left ? -1 : 1;
        if (mine(frame))
          round.show(times_[i], {side * frame.thing_at.x(), frame.thing_at.y(), frame.thing_at.z()});
      }
      round.add_tracks(tracks, times_, radii);
    }
  }

  /// What is shown in a stretch, in words and numbers.
  Json step_of(const Practice& practice, std::size_t i) const {
    const Stretch& stretch = stretches_[i];
    const Played& played = sequence_.played[i];
    Json step{{"from_s", played.from_s}, {"until_s", played.until_s}, {"hand", word(stretch.hand)}};
    if (stretch.clip == nullptr) return step;
    const ClipId& id = stretch.clip->id;
    double most_n = 0;
    for (const Sample& sample : stretch.clip->samples)
      for (const Contact& contact : sample.contacts)
        if (!contact.rests) most_n = std::max(most_n, contact.force_n);
    const Technique& technique = practice.at(id.technique);
    const Group& group = practice.at(group_of(practice, id));
    step["clip"] = name_of(practice, id);
    step["technique"] = technique.id;
    step["technique_name"] = practice.say("technique." + technique.id + ".name");
    if (id.way >= 0) step["way"] = practice.ways[static_cast<std::size_t>(id.way)].id;
    if (id.joint_motion >= 0)
      step["joint_motion"] = practice.joint_motions[static_cast<std::size_t>(id.joint_motion)].id;
    if (id.point.valid()) step["point"] = practice.at(id.point).id;
    step["group"] = group.id;
    step["group_name"] = practice.say("group." + group.id + ".name");
    step["zones"] = Json::array();
    group.zones.each([&](ZoneId zone) { step["zones"].push_back(practice.at(zone).id); });
    step["tool"] = practice.at(id.tool).id;
    if (stretch.stands_in) step["stands_in"] = true;
    step["mode"] = word(id.mode);
    step["level"] = stretch.level.value_or(stretch.clip->level);
    step["force_n"] = played.force_share * most_n;
    if (played.period_s > 0) step["tempo_per_minute"] = 60 / played.period_s;
    return step;
  }

  Scene& scene_;
  std::span<const Stretch> stretches_;
  const Sequence& sequence_;
  Gltf gltf_;
  GltfIndex stage_ = 0;
  std::vector<GltfIndex> roots_;
  Times times_;
};

}  // namespace

Result<std::vector<std::uint8_t>> glb_of(Scene& scene, std::span<const Stretch> stretches) {
  const auto sequence = sequence_of(scene, stretches);
  if (!sequence) return tl::unexpected(sequence.error());
  return Stage(scene, stretches, *sequence).finished(scene.practice());
}

}  // namespace thenar::motion
