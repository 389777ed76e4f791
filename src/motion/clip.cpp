// Makes clips: strokes laid on a place, and the hand that gives them.
#include "thenar/motion/clip.hpp"

#include <algorithm>
#include <cmath>

#include "cycle.hpp"
#include "lying.hpp"
#include "place.hpp"
#include "thenar/motion/arrangement.hpp"
#include "thenar/motion/gates.hpp"
#include "thenar/motion/tissue.hpp"

namespace thenar::motion {
namespace {

constexpr double kBall = 0.03;         ///< radius of a massage ball, metres
constexpr double kThigh = 0.08;        ///< of a thigh with a towel
constexpr double kFoldOpen = 0.016;    ///< half of the skin that is gathered …
constexpr double kFoldClosed = 0.011;  ///< … and of the fold
constexpr double kFoldLift = 0.003;
constexpr double kFingerHalf = 0.014;  ///< no finger is wider; beyond lies a web
constexpr double kAside = 0.8;  ///< how much pads look at each other across a fold, against into the skin
constexpr int kStarts = 12;
constexpr double kAbove = 0.03;  ///< metres: where starts begin
constexpr std::array<Effort, 2> kEfforts{{{2, 60}, {6, 120}}};
constexpr double kThrough = 0.002;
constexpr double kTouching = 0.0005;  ///< a pad that is farther off the skin does not touch it

/// The elbow of who gives, from the wrist: a partner sits opposite, the person's own arm comes from the body
/// and from the side on which the other hand is.
Vec3 forearm_of(Mode mode, bool palmar) {
  const double up = palmar ? -1 : 1;
  if (mode == Mode::partner) return Vec3(0, 0.9, 0.45 * up).normalized();
  return Vec3(palmar ? 0.8 : -0.8, -0.5, 0.4 * up).normalized();
}

/// A point on the skin that a ray from within meets.
std::optional<Vec3> skin_from(const Receiver& receiver, const Vec3& from, const Vec3& way) {
  const auto hit = receiver.surface.first_on(from, way);
  if (!hit) return {};
  return hit->on(receiver.positions, receiver.surface.mesh().triangles);
}

Vec3 out_of(const Receiver& receiver, const Vec3& point, const Vec3& otherwise) {
  const Vec3 gradient = receiver.field.at(point).gradient;
  return gradient.norm() > 0.1 ? Vec3(gradient.normalized()) : otherwise;
}

/// Makes the tasks of one clip.
struct Maker {
  Scene& scene;
  const ClipId& id;
  const Ground& ground;
  const Arrangement& arrangement;
  double pad_force_n = 0;  ///< of a full press
  double thing_radius_m = 0;

  /// A pad beside the middle on a finger or a fold.
  Touch aside(const hand::PathPoint& at, const StrokeState& state, const PadAt& pad) const {
    const Receiver& receiver = *ground.receiver;
    const double side = pad.where == Where::left || pad.where == Where::fold_left ? 1 : -1;
    Touch touch{pad.pad, at.point, at.normal, 0, Vec3::Zero()};
    if (pad.where == Where::left || pad.where == Where::right) {
      const auto below = skin_from(receiver, at.point - kThrough * at.normal, -at.normal);
      const Vec3 middle = below ? Vec3(0.5 * (at.point + *below)) : at.point;
      if (const auto skin = skin_from(receiver, middle, side * at.left()))
        touch.at =
            (*skin - middle).norm() < kFingerHalf ? *skin : Vec3(middle + side * kFingerHalf * at.left());
      touch.out = out_of(receiver, touch.at, side * at.left());
      return touch;
    }
    const double half = kFoldOpen + state.grip * (kFoldClosed - kFoldOpen);
    const Vec3 there = at.point + side * half * at.left();
    if (const auto nearest = receiver.surface.nearest(there, 0.02)) touch.at = nearest->point;
    touch.out = out_of(receiver, touch.at, at.normal);
    touch.facing = (-touch.out - kAside * side * at.left()).normalized();
    touch.at += kFoldLift * state.grip * touch.out;
    return touch;
  }

  Touch touch_of(const hand::PathPoint& at, const StrokeState& state, const PadAt& pad) const {
    const Receiver& receiver = *ground.receiver;
    Touch touch{pad.pad, at.point, at.normal, 0, Vec3::Zero()};
    if (pad.where == Where::opposite) {
      if (const auto skin = skin_from(receiver, at.point - kThrough * at.normal, -at.normal))
        touch.at = *skin;
      touch.out = out_of(receiver, touch.at, -at.normal);
    } else if (pad.where != Where::on) {
      touch = aside(at, state, pad);
    }
    touch.depth_m = state.lift_m > 0 ? -state.lift_m : depth_of(pad, state);
    if (arrangement.on_thing) {
      touch.at += 2 * thing_radius_m * touch.out;
      touch.depth_m = depth_of(pad, state);
    }
    return touch;
  }

  double depth_of(const PadAt& pad, const StrokeState& state) const {
    return depth_m({}, radius_m(pad.pad), pad.share * state.pressure * pad_force_n);
  }

  GiverTask task_at(const StrokeState& state, bool palmar) const {
    GiverTask task;
    const hand::PathPoint at = ground.at(state);
    for (const PadAt& pad : arrangement.pads) {
      if (pad.where != Where::beside) {
        task.touches.push_back(touch_of(at, state, pad));
        continue;
      }
      const double lift = state.lift_m > 0 ? -state.lift_m : depth_of(pad, state);
      task.beside.push_back({pad.pad, lift});
    }
    if (state.lift_m <= 0 && !arrangement.on_thing) task.resting = arrangement.resting;
    task.skin = ground.receiver->thinned;
    task.kept_out = ground.receiver->kept_out;
    task.forearm = forearm_of(id.mode, palmar);
    task.ease = angles_of(scene.limits(), arrangement.ease);
    return task;
  }

  /// What touches in a pose.
  std::vector<Contact> contacts(const GiverTask& task, const StrokeState& state, const Pose& pose) const {
    std::vector<Contact> out;
    if (state.lift_m > 0) return out;
    const GiverBody& body = scene.giver(id.mode);
    const auto bones = hand::bones_at(body.model.skeleton, pose);
    for (const PadAt& pad : arrangement.pads) {
      Contact contact;
      contact.pad = pad.pad;
      contact.force_n = pad.share * state.pressure * pad_force_n;
      contact.radius_m = radius_m(pad.pad);
      const PadPoint& point = body.pads[static_cast<std::size_t>(pad.pad)];
      const bool touches = out.empty()
                               ? lead_contact(task.touches.front(), bones[point.bone] * point.point, contact)
                               : other_contact(bones[point.bone] * point.point, contact);
      if (touches) out.push_back(contact);
    }
    return out;
  }

  /// What leads is where it should be; a broad pad presses as deep as it comes.
  bool lead_contact(const Touch& touch, const Vec3& pad, Contact& contact) const {
    contact.point = touch.at - (arrangement.on_thing ? 2 * thing_radius_m : 0) * touch.out;
    contact.out = touch.out;
    contact.depth_m = touch.depth_m;
    if (is_broad(*contact.pad))
      contact.depth_m = std::clamp(-ground.receiver->field.at(pad).distance, 0.0, touch.depth_m);
    if (arrangement.on_thing) contact.pad.reset();
    return true;
  }

  /// Another pad is as deep as the hand has it, and presses as hard as that takes.
  bool other_contact(const Vec3& pad, Contact& contact) const {
    const auto nearest = ground.receiver->surface.nearest(pad, 0.01);
    if (!nearest || nearest->distance > kTouching) return false;
    contact.point = nearest->point;
    contact.depth_m = std::max(0.0, -nearest->distance);
    contact.out = contact.depth_m > kTouching ? Vec3((nearest->point - pad).normalized())
                                              : out_of(*ground.receiver, nearest->point, Vec3::UnitZ());
    contact.force_n = std::min(contact.force_n, force_n({}, contact.radius_m, contact.depth_m));
    return true;
  }
};

/// Directions of motion from where contacts are a moment later; what stands still pushes into the skin.
void set_ways(Clip& clip) {
  const std::size_t n = clip.samples.size();
  for (std::size_t k = 0; k < n; ++k) {
    auto& now = clip.samples[k].contacts;
    const auto& next = clip.samples[(k + 1) % n].contacts;
    for (std::size_t i = 0; i < now.size(); ++i) {
      const Vec3 step = i < next.size() ? Vec3(next[i].point - now[i].point) : Vec3(Vec3::Zero());
      now[i].way = step.norm() > 1e-5 ? Vec3(step.normalized()) : Vec3(-now[i].out);
    }
  }
}

StrokeState state_at(const Technique& technique, std::size_t sample) {
  return stroke_at(technique, 1, static_cast<double>(sample) / double{kSamples});
}

/// Strokes on skin that stays where it is.
double make_strokes(Clip& clip, const Technique& technique, const Maker& maker, const Effort& effort) {
  const bool palmar = maker.ground.is_palmar();
  std::vector<GiverTask> tasks;
  for (std::size_t k = 0; k < kSamples; ++k) tasks.push_back(maker.task_at(state_at(technique, k), palmar));
  const GiverBody& body = maker.scene.giver(clip.id.mode);
  const Touch& lead = tasks.front().touches.front();
  auto starts = starts_around(body, lead, kStarts);
  for (Pose& start : starts) {
    start.angles = tasks.front().ease;
    start.hand.translation +=
        lead.at + kAbove * lead.out -
        hand::bones_at(body.model.skeleton, start)[body.pads[static_cast<std::size_t>(lead.pad)].bone] *
            body.pads[static_cast<std::size_t>(lead.pad)].point;
  }
  const Cycle cycle = solve_cycle(body, maker.ground.receiver->field, tasks, starts, effort);
  clip.samples.clear();
  for (std::size_t k = 0; k < kSamples; ++k) {
    Sample sample{cycle.poses[k].pose, maker.ground.receiver->pose, {}, Vec3::Zero()};
    sample.contacts = maker.contacts(tasks[k], state_at(technique, k), sample.giver);
    add_lying(body, *maker.ground.receiver, sample);
    if (maker.arrangement.on_thing) {
      const Touch& touch = tasks[k].touches.front();
      sample.thing = touch.at - maker.thing_radius_m * touch.out;
    }
    clip.samples.push_back(std::move(sample));
  }
  return cycle.cost;
}

/// The receiver moves on a thing that stays where it is: here the thing goes along the way.
void make_on_thing(Clip& clip, const Technique& technique, const Ground& ground, double force_n) {
  for (std::size_t k = 0; k < kSamples; ++k) {
    const StrokeState state = state_at(technique, k);
    const hand::PathPoint at = ground.at(state);
    Sample sample{{}, ground.receiver->pose, {}, Vec3::Zero()};
    Contact contact{{}, at.point, at.normal};
    contact.force_n = state.pressure * force_n;
    contact.radius_m = 0.5 * std::min(clip.thing_radius_m, 2 * kBall);
    contact.depth_m = depth_m({}, contact.radius_m, contact.force_n);
    sample.thing = at.point + (clip.thing_radius_m - contact.depth_m) * at.normal;
    sample.contacts.push_back(contact);
    clip.samples.push_back(std::move(sample));
  }
}

/// Joints move, and the hand that holds goes with the bone.
void move_joints(Clip& clip, Scene& scene, const Ground& ground) {
  const Practice& practice = scene.practice();
  const Technique& technique = practice.at(clip.id.technique);
  const auto& motion = practice.joint_motions[static_cast<std::size_t>(clip.id.joint_motion)];
  const auto before = turns_before(practice, clip.id);
  const auto& model = scene.model();
  std::size_t bone = 0;
  hand::Rigid base;
  if (clip.has_giver) {
    const auto nearest = ground.receiver->surface.nearest(ground.spot.point, 0.01);
    const auto corner = model.triangles[static_cast<std::size_t>(nearest->at.triangle)][0];
    bone = hand::carrier_of(model.skin[static_cast<std::size_t>(corner)]);
    base = hand::bones_at(model.skeleton, ground.receiver->pose)[bone].inverse();
  }
  const Sample held = clip.samples.empty() ? Sample{} : clip.samples.front();
  clip.samples.clear();
  for (std::size_t k = 0; k < kSamples; ++k) {
    const StrokeState state = state_at(technique, k);
    auto turns = before;
    for (JointTurn turn : motion.turns) {
      turn.deg *= turn.aside ? state.bend_aside : state.bend;
      turn.aside = false;
      const auto there = std::find_if(turns.begin(), turns.end(),
                                      [&](const JointTurn& other) { return other.joint == turn.joint; });
      if (there == turns.end())
        turns.push_back(turn);
      else
        there->deg += turn.deg;
    }
    Sample sample = held;
    sample.receiver = scene.pose(turns, 1);
    if (clip.has_giver) {
      const hand::Rigid carry = hand::bones_at(model.skeleton, sample.receiver)[bone] * base;
      sample.giver.hand = carry * held.giver.hand;
      for (Contact& contact : sample.contacts) {
        contact.point = carry * contact.point;
        contact.out = carry.rotation * contact.out;
      }
    }
    clip.samples.push_back(std::move(sample));
  }
}

Thing thing_of(const std::string& tool) {
  if (tool == "thigh_stroke") return Thing::thigh;
  return tool == "ball" || tool == "table_roll" ? Thing::ball : Thing::none;
}

}  // namespace

Result<Clip> make_clip(Scene& scene, const ClipId& id) {
  const Practice& practice = scene.practice();
  const Technique& technique = practice.at(id.technique);
  const auto ground = ground_of(scene, id);
  if (!ground) return tl::unexpected(ground.error());
  Clip clip;
  clip.id = id;
  clip.period_s = period_s(technique.tempo.typ_per_minute);
  clip.level = ground->level;
  clip.thing = thing_of(practice.at(id.tool).id);
  if (clip.thing != Thing::none) clip.thing_radius_m = clip.thing == Thing::ball ? kBall : kThigh;
  clip.has_giver = practice.at(id.tool).needs_giver;
  const double force_n = usual_force_n(practice, ground->level);
  Clip made;
  if (!clip.has_giver) {
    if (id.joint_motion >= 0)
      move_joints(clip, scene, *ground);
    else
      make_on_thing(clip, technique, *ground, force_n);
    set_ways(clip);
    clip.figures = figures_of(scene, clip);
    return clip;
  }
  // The first that passes counts; what does not is tried harder, and then the best that was found is given.
  for (const Effort& effort : kEfforts) {
    double least = 0;
    Clip best = clip;
    for (const Arrangement& arrangement : arrangements_of(practice, id.tool, ground->group)) {
      const Maker maker{scene, id, *ground, arrangement, force_n, clip.thing_radius_m};
      Clip tried = clip;
      const double cost = make_strokes(tried, technique, maker, effort);
      if (!best.samples.empty() && cost >= least) continue;
      best = std::move(tried);
      least = cost;
    }
    if (id.joint_motion >= 0) move_joints(best, scene, *ground);
    set_ways(best);
    best.figures = figures_of(scene, best);
    const bool better = made.samples.empty() || failures(best.figures) < failures(made.figures);
    if (better) made = std::move(best);
    if (passes(made.figures)) break;
  }
  return made;
}

}  // namespace thenar::motion
