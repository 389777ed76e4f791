#include "stroke_maker.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "resting.hpp"

namespace thenar::motion {
namespace {

constexpr double kFoldOpen = 0.016;    ///< half of the skin that is gathered …
constexpr double kFoldClosed = 0.011;  ///< … and of the fold
constexpr double kFoldLift = 0.003;    ///< of the skin under the pads …
constexpr double kFoldRise = 0.006;    ///< … and between them
constexpr double kFoldRadius = 0.01;
constexpr double kFingerHalf = 0.014;  ///< no finger is wider; beyond lies a web
constexpr double kAside = 0.8;  ///< how much pads look at each other across a fold, against into the skin
constexpr double kThrough = 0.002;
constexpr double kTouching = 0.0005;  ///< a pad that is farther off the skin does not touch it
constexpr int kLightLevel = 1;
constexpr double kSeat = 0.006;  ///< how far a broad pad may be let down, or lifted, metres
constexpr int kSeatHalvings = 6;

constexpr double kOwnArm = 50 * std::numbers::pi / 180;    ///< off that way at most: the shoulder is fixed …
constexpr double kOtherArm = 75 * std::numbers::pi / 180;  ///< … and a partner's is not

/// The elbow of who gives, from the wrist: a partner sits opposite, the person's own arm comes from the body
/// and from the side on which the other hand is.
Vec3 forearm_of(Mode mode, bool palmar) {
  const double up = palmar ? -1 : 1;
  if (mode == Mode::partner) return Vec3(0, 0.9, 0.45 * up).normalized();
  return Vec3(palmar ? 0.8 : -0.8, -0.5, 0.25 * up).normalized();
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

void press(Contact& contact, const Yield& yield) {
  contact.force_n = yield.force_n;
  contact.depth_m = yield.depth_m;
  contact.give_m = contact.pad ? yield.give_m : 0;
}

/// How hard skin may rest beside the pads: no harder than a light touch, nor than the clip's own level.
double resting_most_n(const Practice& practice, int level) {
  double most = 0;
  for (const PressureLevel& each : practice.pressure_levels)
    if (each.level <= std::min(level, kLightLevel)) most = each.max_n;
  return most;
}

}  // namespace

Touch StrokeMaker::aside(const hand::PathPoint& at, const StrokeState& state, const PadAt& pad) const {
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

Touch StrokeMaker::touch_of(const hand::PathPoint& at, const StrokeState& state, const PadAt& pad) const {
  const Receiver& receiver = *ground.receiver;
  Touch touch{pad.pad, at.point, at.normal, 0, Vec3::Zero()};
  if (pad.where == Where::opposite) {
    if (const auto skin = skin_from(receiver, at.point - kThrough * at.normal, -at.normal)) touch.at = *skin;
    touch.out = out_of(receiver, touch.at, -at.normal);
  } else if (pad.where != Where::on) {
    touch = aside(at, state, pad);
  }
  const Yield yield = yield_of(pad, state, touch.at);
  touch.depth_m = state.lift_m > 0 ? -state.lift_m : yield.sum_m();
  if (arrangement.on_thing) {
    touch.at += (2 * thing_radius_m - yield.depth_m) * touch.out;
    touch.depth_m = yield.give_m;
  }
  return touch;
}

Yield StrokeMaker::yield_of(const PadAt& pad, const StrokeState& state, const Vec3& at) const {
  const Tissue& giver = scene.giver(id.mode).pad_tissues[static_cast<std::size_t>(pad.pad)];
  return pressed(scene.tissue(*ground.receiver, at), giver, radius_m(pad.pad),
                 pad.share * state.felt * pad_force_n);
}

GiverTask StrokeMaker::task_at(const StrokeState& state) const {
  GiverTask task;
  const hand::PathPoint at = ground.at(state);
  for (const PadAt& pad : arrangement.pads) {
    if (pad.where != Where::beside) {
      task.touches.push_back(touch_of(at, state, pad));
      continue;
    }
    const double depth = yield_of(pad, state, at.point).sum_m();
    task.beside.push_back({pad.pad, state.lift_m > 0 ? -state.lift_m : depth});
  }
  if (state.lift_m <= 0 && !arrangement.on_thing) task.resting = arrangement.resting;
  task.skin = ground.receiver->thinned;
  task.kept_out = ground.receiver->kept_out;
  task.forearm = forearm_of(id.mode, ground.is_palmar());
  task.forearm_most_rad = id.mode == Mode::self ? kOwnArm : kOtherArm;
  task.ease = angles_of(scene.limits(), arrangement.ease);
  return task;
}

std::vector<Contact> StrokeMaker::contacts(const GiverTask& task, const StrokeState& state,
                                           const Pose& pose) const {
  std::vector<Contact> out;
  if (state.lift_m > 0) return out;
  const GiverBody& body = scene.giver(id.mode);
  const auto bones = hand::bones_at(body.model.skeleton, pose);
  for (const PadAt& pad : arrangement.pads) {
    const PadPoint& point = body.pads[static_cast<std::size_t>(pad.pad)];
    const Vec3 at = bones[point.bone] * point.point;
    if (out.empty()) {
      out.push_back(lead_contact(task.touches.front(), pad, state, at));
    } else if (const auto contact = other_contact(pad, state, at)) {
      out.push_back(*contact);
    }
  }
  return out;
}

Contact StrokeMaker::lead_contact(const Touch& touch, const PadAt& pad, const StrokeState& state,
                                  const Vec3& at) const {
  Contact contact{pad.pad, touch.at, touch.out};
  contact.radius_m = radius_m(pad.pad);
  const Yield full = yield_of(pad, state, touch.at);
  if (arrangement.on_thing) {
    contact.pad.reset();
    contact.point -= (2 * thing_radius_m - full.depth_m) * touch.out;
    press(contact, full);
    return contact;
  }
  const double overlap =
      is_broad(pad.pad) ? -ground.receiver->field.at(at).distance : (touch.at - at).dot(touch.out);
  press(contact, yield_as_deep(pad, touch.at, overlap, full.force_n));
  return contact;
}

std::optional<Contact> StrokeMaker::other_contact(const PadAt& pad, const StrokeState& state,
                                                  const Vec3& at) const {
  const auto nearest = ground.receiver->surface.nearest(at, 0.01);
  if (!nearest || nearest->distance > kTouching) return {};
  Contact contact{pad.pad, nearest->point};
  contact.radius_m = radius_m(pad.pad);
  contact.out = -nearest->distance > kTouching ? Vec3((nearest->point - at).normalized())
                                               : out_of(*ground.receiver, nearest->point, Vec3::UnitZ());
  press(contact, yield_as_deep(pad, nearest->point, -nearest->distance, state.felt * pad_force_n));
  return contact;
}

Yield StrokeMaker::yield_as_deep(const PadAt& pad, const Vec3& at, double overlap_m, double most_n) const {
  const Tissue& giver = scene.giver(id.mode).pad_tissues[static_cast<std::size_t>(pad.pad)];
  return met(scene.tissue(*ground.receiver, at), giver, radius_m(pad.pad), overlap_m, most_n);
}

void StrokeMaker::add_fold(const StrokeState& state, std::vector<Contact>& contacts) const {
  const bool folds = std::any_of(arrangement.pads.begin(), arrangement.pads.end(),
                                 [](const PadAt& pad) { return pad.where == Where::fold_left; });
  if (!folds || state.grip <= 0 || state.lift_m > 0) return;
  const hand::PathPoint at = ground.at(state);
  Contact fold{{}, at.point, at.normal};
  fold.depth_m = -kFoldRise * state.grip;
  fold.radius_m = kFoldRadius;
  fold.rests = true;
  contacts.push_back(fold);
}

Sample StrokeMaker::as_posed(const GiverTask& task, const StrokeState& state, const Pose& pose) const {
  Sample sample{pose, ground.receiver->pose, contacts(task, state, pose), Vec3::Zero()};
  add_fold(state, sample.contacts);
  add_resting(scene, scene.giver(id.mode), *ground.receiver, resting_most_n(scene.practice(), ground.level),
              sample);
  return sample;
}

double StrokeMaker::borne_n(const Sample& sample) const {
  const Contact& lead = sample.contacts.front();
  double sum = 0;
  for (const Contact& contact : sample.contacts)
    if ((contact.point - lead.point).norm() < patch_m(arrangement.pads.front().pad)) sum += contact.force_n;
  return sum;
}

Sample StrokeMaker::sample_at(const GiverTask& task, const StrokeState& state, const Pose& pose) const {
  const PadAt& pad = arrangement.pads.front();
  const Touch& lead = task.touches.front();
  const double felt = pad.share * state.felt * pad_force_n;
  const double pressed_n = pad.share * state.pressure * pad_force_n;
  if (arrangement.on_thing || state.lift_m > 0) {
    Sample sample = as_posed(task, state, pose);
    if (!arrangement.on_thing) return sample;
    sample.thing = lead.at - thing_radius_m * lead.out;
    if (!sample.contacts.empty()) sample.contacts.front().force_n = pressed_n;
    return sample;
  }
  const auto let_down = [&](double by) {
    Pose lower = pose;
    lower.hand.translation -= by * lead.out;
    return as_posed(task, state, lower);
  };
  Sample sample = let_down(0);
  if (is_broad(pad.pad)) {
    double low = -kSeat;
    double high = kSeat;
    for (int i = 0; i < kSeatHalvings; ++i) {
      const double middle = 0.5 * (low + high);
      sample = let_down(middle);
      (borne_n(sample) < felt ? low : high) = middle;
    }
  }
  // What it bears of what is felt, it bears of what is pressed.
  const double borne = felt > 0 ? std::min(1.0, borne_n(sample) / felt) : 0;
  sample.contacts.front().force_n = borne * pressed_n;
  return sample;
}

}  // namespace thenar::motion
