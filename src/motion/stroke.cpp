#include "thenar/motion/stroke.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "thenar/motion/tissue.hpp"

namespace thenar::motion {
namespace {

using std::numbers::pi;

constexpr double kFeather = 0.12;  ///< share of the force on the way back of a long stroke
constexpr double kKneads = 0.2;    ///< who presses for this share of a stroke kneads
constexpr double kLeastCircling = 0.6;
constexpr double kCreep = 0.25;  ///< seconds: how far tissue is behind …
constexpr double kAtOnce = 0.6;  ///< … but for this share, which it yields at once

/// From 0 to 1 with the least jerk.
double ramp(double x) {
  const double t = std::clamp(x, 0.0, 1.0);
  return t * t * t * (10 + t * (6 * t - 15));
}

/// Up and down again with the least jerk, highest in the middle.
double bump(double x) {
  return x < 0.5 ? ramp(2 * x) : ramp(2 - 2 * x);
}

/// How far each of the three phases has come, 0 to 1.
struct Phases {
  double press;
  double glide;
  double release;
};
Phases phases_at(const Technique& technique, double share) {
  const auto& length = technique.stroke_phases;
  const auto part = [&](double begin, double size) {
    if (size <= 0) return share >= begin ? 1.0 : 0.0;
    return std::clamp((share - begin) / size, 0.0, 1.0);
  };
  return {part(0, length[0]), part(length[0], length[1]), part(length[0] + length[1], length[2])};
}

/// Presses on, goes its way, and comes back light on the skin.
StrokeState gliding(const Phases& at) {
  StrokeState state;
  state.pressure = kFeather + (1 - kFeather) * ramp(at.press) * (1 - ramp(4 * at.release));
  state.along = ramp(at.glide) * (1 - ramp((at.release - 0.2) / 0.8));
  return state;
}

/// Goes around with the skin, heavier in the glide.
StrokeState circling(const Technique& technique, double share, const Phases& at) {
  StrokeState state;
  const double radius = technique.sway_mm / 1000;
  state.forward_m = radius * std::sin(2 * pi * share);
  state.left_m = radius * (1 - std::cos(2 * pi * share));
  state.pressure = kLeastCircling + (1 - kLeastCircling) * ramp(at.press) * (1 - ramp(at.release));
  return state;
}

/// Closes on the tissue and lifts it, rolls it across, lets go.
StrokeState kneading(const Technique& technique, const Phases& at) {
  StrokeState state;
  const double held = ramp(at.press) * (1 - ramp(at.release));
  state.grip = held;
  state.pressure = kFeather + (1 - kFeather) * held;
  state.left_m = technique.sway_mm / 1000 * ramp(at.glide) * (1 - ramp(at.release));
  return state;
}

StrokeState pressing(const Phases& at) {
  StrokeState state;
  state.pressure = kFeather + (1 - kFeather) * ramp(at.press) * (1 - ramp(at.release));
  return state;
}

/// Falls on the skin, and is off it for most of the time.
StrokeState tapping(const Technique& technique, double share, const Phases& at) {
  StrokeState state;
  const double touch = technique.stroke_phases[0];
  if (share < touch) {
    state.pressure = bump(at.press);
  } else {
    state.lift_m = technique.sway_mm / 1000 * bump((share - touch) / (1 - touch));
  }
  return state;
}

/// Stretches the skin towards the body in a half round, and lets it go back.
StrokeState skin_stretching(const Technique& technique, const Phases& at) {
  StrokeState state = pressing(at);
  const double reach = technique.sway_mm / 1000;
  const double out = ramp(at.press) * (1 - ramp(at.release));
  state.forward_m = reach * out;
  state.left_m = 0.5 * reach * std::sin(pi * out);
  return state;
}

StrokeState to_and_fro(const Technique& technique, double share) {
  StrokeState state;
  state.pressure = 1;
  state.left_m = technique.sway_mm / 1000 * std::sin(2 * pi * share);
  return state;
}

/// The fold that is rolled stays between the fingers all the way; back they go above the skin.
StrokeState rolling(const Phases& at) {
  StrokeState state;
  state.grip = ramp(at.press) * (1 - ramp(4 * at.release));
  state.pressure = state.grip;
  state.along = ramp(at.glide) * (1 - ramp((at.release - 0.25) / 0.7));
  state.lift_m = kClearance * bump(std::clamp((at.release - 0.25) / 0.75, 0.0, 1.0));
  return state;
}

StrokeState working(const Technique& technique, double share, const Phases& at) {
  switch (technique.direction) {
    case Direction::circles:
      return circling(technique, share, at);
    case Direction::across_fibres:
      return technique.stroke_phases[0] >= kKneads ? kneading(technique, at) : to_and_fro(technique, share);
    case Direction::perpendicular:
      return technique.stroke_phases[1] <= 0 ? tapping(technique, share, at) : to_and_fro(technique, share);
    default:
      break;
  }
  if (technique.stroke_phases[1] <= 0) return skin_stretching(technique, at);
  return technique.sway_mm > 0 ? kneading(technique, at) : rolling(at);
}

/// Moves a joint: to the first pull and back, or around without one.
StrokeState moving(const Technique& technique, double share, const Phases& at) {
  StrokeState state;
  state.pressure = 1;
  if (technique.hold_seconds || technique.kind == TechniqueKind::active) {
    state.bend = ramp(at.press) * (1 - ramp(at.release));
    return state;
  }
  state.bend = std::sin(2 * pi * share);
  if (technique.direction == Direction::circles) state.bend_aside = 1 - std::cos(2 * pi * share);
  state.bend_aside *= 0.5;
  return state;
}

}  // namespace

double period_s(double tempo_per_minute) {
  return tempo_per_minute > 0 ? 60 / tempo_per_minute : 0;
}

StrokeState stroke_at(const Technique& technique, double period_s, double t_s) {
  const double turns = t_s / period_s;
  const double share = std::isfinite(turns) ? turns - std::floor(turns) : 0;
  const Phases at = phases_at(technique, share);
  switch (technique.kind) {
    case TechniqueKind::still: {
      StrokeState state;
      state.pressure = 1;
      return state;
    }
    case TechniqueKind::glides:
      return gliding(at);
    case TechniqueKind::works:
      return working(technique, share, at);
    case TechniqueKind::presses:
    case TechniqueKind::trigger:
      return pressing(at);
    case TechniqueKind::moves:
    case TechniqueKind::active:
      return moving(technique, share, at);
    case TechniqueKind::breath:
      break;
  }
  return {};
}

std::vector<StrokeState> cycle_of(const Technique& technique, double period_s, std::size_t count) {
  std::vector<StrokeState> states;
  std::vector<double> pressures;
  for (std::size_t k = 0; k < count; ++k) {
    states.push_back(stroke_at(technique, 1, static_cast<double>(k) / static_cast<double>(count)));
    pressures.push_back(states.back().pressure);
  }
  if (period_s > 0) pressures = lagging(pressures, period_s / static_cast<double>(count), kCreep, kAtOnce);
  for (std::size_t k = 0; k < count; ++k) states[k].felt = pressures[k];
  return states;
}

}  // namespace thenar::motion
