// Work as data: tools, techniques, combos and points, with doses and tempos.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "thenar/base/fields.hpp"
#include "thenar/base/ids.hpp"
#include "thenar/base/vocabulary.hpp"
#include "thenar/practice/body.hpp"

namespace thenar {

/// The part of the giving hand (or the thing) that touches.
struct Tool {
  std::string id;
  bool needs_giver = true;  ///< false: table roll, thigh stroke — the receiving hand moves itself
  bool uses_thumb = false;  ///< loads the giver's thumb
  bool latex = false;       ///< may contain latex (gloves, bands)
  int max_level = 3;
  GroupSet groups;  ///< where this tool can work; empty = everywhere
  Source source;
};

/// Least, typical and most seconds of one dose.
struct Dose {
  int min_seconds = 0;
  int typ_seconds = 0;
  int max_seconds = 0;
};

/// Slowest, usual and fastest repetitions a minute (strokes, circles, squeezes, cycles).
struct Tempo {
  double min_per_minute = 0;
  double typ_per_minute = 0;
  double max_per_minute = 0;
};

/// Which way a stroke runs.
enum class Direction : std::uint8_t {
  none,
  distal_to_proximal,
  proximal_to_distal,
  with_the_hair,
  across_fibres,
  circles,
  perpendicular,
  along_axis
};

/// How much the technique wants on the skin.
enum class Lubricant : std::uint8_t { none, trace, little, optional, yes };

/// The stretch of a session in which a technique belongs (brief §2, session order).
enum class Phase : std::uint8_t { open, dry, stroke, knead, circle, move, stretch, tap, close };

/// What a technique does, as far as the engine has to know.
enum class TechniqueKind : std::uint8_t {
  still,    ///< rests
  glides,   ///< slides over the skin
  works,    ///< moves the tissue under the tool
  presses,  ///< presses a point
  trigger,  ///< the trigger-point composite
  moves,    ///< the giver moves the receiver's joints
  active,   ///< the receiver moves
  breath    ///< nothing touches
};

/// One part of a composite technique, as the trigger-point protocol: warm, ramp, hold, stroke, move.
struct CompositePart {
  std::string id;        ///< word technique.<ID>.part.<id>
  int seconds = 0;       ///< 0: takes what is left
  bool repeats = false;  ///< part of each repetition
};

/// A kind of stroke. Words: technique.<ID>.name, .how, .not_when.
struct Technique {
  std::string id;
  TechniqueKind kind = TechniqueKind::works;
  std::vector<ToolId> tools;  ///< in order of preference
  Direction direction = Direction::none;
  std::map<GroupId, Direction> direction_by_group;  ///< where it differs, as in the grooves of the back
  Direction direction_swelling = Direction::none;   ///< where the goal is swelling
  Tempo tempo;
  std::optional<double> speed_cm_s;                    ///< where speed, not tempo, is what matters
  std::array<double, 3> stroke_phases{0.2, 0.6, 0.2};  ///< press, glide, release; fractions of one stroke
  double sway_mm = 0;      ///< how far a pad goes around, to and fro or off the skin within a stroke
  bool is_static = false;  ///< presses without moving: a zone's static ban forbids it
  std::optional<int> level_default;  ///< null where nothing presses
  std::optional<int> level_max;
  Dose dose;  ///< per group, or per part of a group that has parts
  std::map<GroupId, Dose> dose_by_group;
  int max_repetitions = 0;             ///< 0: as many as fit
  std::optional<double> hold_seconds;  ///< one hold of a stretch, press or traction
  std::optional<double> max_force_n;   ///< traction
  Lubricant lubricant = Lubricant::optional;
  std::vector<TechniqueId> without_lubricant;  ///< what takes its place on dry skin, best first
  GroupSet groups;                             ///< where it may be applied
  bool self = true;
  bool partner = true;
  TechniqueId self_instead;       ///< what takes its place in self-massage
  bool only_when_chosen = false;  ///< never proposed; only when asked for by name or in a programme
  Phase phase = Phase::knead;
  int max_discomfort = 3;  ///< 0–10; above it is too much
  std::vector<CompositePart> composite;
  Source source;
};

/// Techniques on one group that belong together, in order. Word: combo.<ID>.name.
struct ComboPart {
  TechniqueId technique;
  Dose dose;  ///< per group part, as in Technique
};
struct Combo {
  std::string id;
  GroupId group;
  ZoneSet zones;  ///< empty: the whole group
  std::vector<ComboPart> parts;
  double worth_factor = 1;  ///< times the sum of the parts' rates
  Source source;
};

enum class PointKind : std::uint8_t { acupoint, trigger };

/// An acupoint or trigger point. Placement is relative to the landmarks of the 21-point hand (brief §1.1):
/// along = "MC2", "FA", "P1.2" …, t from the proximal end, u −1 radial … +1 ulnar. Words: point.<ID>.name,
/// .where, .tradition or .referral, .caution.
struct Placement {
  std::string along;
  double t = 0;
  double u = 0;
  Face side = Face::dor;
};
struct Point {
  std::string id;
  PointKind kind = PointKind::acupoint;
  ZoneId zone;
  GroupId group;  ///< the group whose time it uses; none: not for plans
  Placement placement;
  std::optional<Placement> alternate;  ///< where sources dispute the place
  double radius_mm = 5;                ///< tolerance to draw
  int max_level = 2;
  bool moving = false;   ///< slow circles or a moving knead, never a still press
  bool in_plans = true;  ///< false: only in the library
  Dose dose;
  std::vector<ToolId> tools;
  ClaimId claim;
  std::vector<std::string> aliases;
  std::vector<std::string> avoid;  ///< delicate structures near it (zone ids or names)
  Source source;
};

template <>
struct EnumWords<Direction> {
  static constexpr std::array<std::string_view, 8> words{
      "none",    "distal_to_proximal", "proximal_to_distal", "with_the_hair", "across_fibres",
      "circles", "perpendicular",      "along_axis"};
};
template <>
struct EnumWords<Lubricant> {
  static constexpr std::array<std::string_view, 5> words{"none", "trace", "little", "optional", "yes"};
};
template <>
struct EnumWords<Phase> {
  static constexpr std::array<std::string_view, 9> words{"open", "dry",     "stroke", "knead", "circle",
                                                         "move", "stretch", "tap",    "close"};
};
template <>
struct EnumWords<TechniqueKind> {
  static constexpr std::array<std::string_view, 8> words{"still",   "glides", "works",  "presses",
                                                         "trigger", "moves",  "active", "breath"};
};
template <>
struct EnumWords<PointKind> {
  static constexpr std::array<std::string_view, 2> words{"acupoint", "trigger"};
};

}  // namespace thenar
