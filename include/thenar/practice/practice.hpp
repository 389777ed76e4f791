// The practice as data: what practice/*.toml says, loaded once and then only read. C++ holds what a field
// means; every limit, dose, tempo, weight and threshold stands in the data with its source and confidence.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "thenar/base/fields.hpp"
#include "thenar/base/ids.hpp"
#include "thenar/base/vocabulary.hpp"
#include "thenar/practice/rules.hpp"

namespace thenar {

/// Which face of the hand or forearm a zone lies on.
enum class Face : std::uint8_t { pal, dor, rad, uln, all };

/// The part of the limb a zone belongs to.
enum class Segment : std::uint8_t { finger, palm, wrist, forearm };

/// A named region of hand, wrist or forearm with the limits that hold for everyone. Its name and contents are
/// the words zone.<ID>.name and zone.<ID>.contents.
struct Zone {
  std::string id;
  Face face = Face::all;
  Segment segment = Segment::palm;
  int ray = 0;                     ///< 1 thumb … 5 little finger; 0 when it belongs to no single ray
  std::array<double, 6> box_mm{};  ///< on the standard right hand: x0,x1 (radial to ulnar), y0,y1 (wrist
                                   ///< crease 0, towards the fingertips positive), z0,z1 (palmar to dorsal)
  double share = 1;                ///< working area relative to the other zones of its group
  int max_level = 3;               ///< highest level for anybody
  int max_static_level = 3;  ///< highest level at which a tool may press without moving; 0 = resting only
  std::optional<double> max_force_n;        ///< force cap where there is a figure
  bool excluded = false;                    ///< never worked at all
  bool delicate = false;                    ///< in no work group; contacts keep out of it
  std::vector<TechniqueId> techniques_off;  ///< never here, for anybody
  Source source;
};

/// Where work groups lie, for the order of a plan.
struct Region {
  std::string id;
  Side side = Side::both;         ///< which way the hand is turned for work there
  std::vector<RegionId> next_to;  ///< regions that can follow without a jump
  int order = 0;                  ///< tie-break: lower comes first
};

/// Some of a group's zones worked as one part, as one finger of the fingers.
struct GroupPart {
  std::string id;
  ZoneSet zones;
};

/// A disjoint set of working zones, or a whole-hand group made of other groups.
struct Group {
  std::string id;
  RegionId region;
  ZoneSet zones;                 ///< own zones; for composite groups also all zones of `of`, after loading
  GroupSet of;                   ///< composite: the groups it covers
  std::vector<GroupPart> parts;  ///< empty, or parts that are worked one after the other, doses each
  int cap_seconds = 0;           ///< most time on this group in one session
  Source source;
};

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
  bool is_static = false;            ///< presses without moving: a zone's static ban forbids it
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

/// How well a technique serves each goal, 0–3.
struct TechniqueRates {
  TechniqueId technique;
  std::map<Goal, int> goals;
  Source source;
};
/// The same for a point.
struct PointRates {
  PointId point;
  std::map<Goal, int> goals;
  Source source;
};
/// Groups a goal is about beyond what its programmes work on.
struct GoalRelevance {
  Goal goal = Goal::pain;
  GroupSet groups;
  Source source;
};

/// A step that every plan has, outside the optimisation.
struct FixedPart {
  std::string id;  ///< opening_touch, warming, closing_tap, closing_stroke, closing_touch, or essential
  std::vector<TechniqueId> techniques;  ///< the first that is allowed
  GroupSet groups;                      ///< where
  std::vector<int> seconds;             ///< by length of the hand's time: see from_hand_seconds
  std::vector<int> from_hand_seconds;   ///< seconds[i] holds for hand times from from_hand_seconds[i] on
  int level = 0;
  std::vector<Goal> only_goals;  ///< only when one of these is wished
  std::vector<Goal> not_goals;   ///< never when one of these is wished
  bool spares_tender = false;    ///< not on places whose mark asks to begin softly
  Source source;
};

/// Numbers of the planner (all design choices; see docs/decisions.md).
struct PlanningRules {
  int quantum_seconds = 5;
  int step_cost_quanta = 1;
  int region_cost_quanta = 1;
  int hand_change_seconds = 10;
  int wipe_seconds = 10;
  double phi_min = 0;  ///< worth at the least dose, as a share of rate × typical
  double phi_max = 0;  ///< worth at the most
  double focus = 1.5;
  double relevance_other = 0.5;
  double chosen_factor = 1;              ///< for what is asked for by name
  std::map<Grade, double> grade_factor;  ///< how a claim's grade scales a technique's table value
  int max_techniques_per_group = 2;
  int second_technique_from_seconds = 0;  ///< a hand with less time gets one technique on a group
  int max_acupoints_per_hand = 2;
  int max_trigger_points = 3;
  double min_hand_share = 0.4;
  double programme_beyond = 0.1;
  int side_flip_cost = 6;
  int jump_cost = 3;
  int tool_change_cost = 1;
  int max_turn_seconds = 300;  ///< in self-massage the hands change roles at least this often
  int tool_change_after_seconds = 60;
  int min_minutes = 1;
  int max_minutes = 60;
  std::map<Goal, double> default_goals;  ///< what is wished when a request names no goal
  std::vector<Goal> exclusive_goals;     ///< when wished, only techniques that serve them are proposed
  int dry_glide_max_level = 1;           ///< gliding over dry skin presses at most this much
  std::vector<Goal> calm_goals;          ///< goals of quiet sessions
  std::vector<FixedPart> fixed;
  Source source;
};

/// One step of a programme. Word: programme.<ID>.cue.<n> where there is one.
struct ProgrammeStep {
  TechniqueId technique;
  GroupSet groups;
  ZoneSet zones;  ///< in addition to groups
  PointSet points;
  std::optional<int> level;  ///< a ceiling; null where nothing presses
  int seconds = 0;
  std::optional<int> part_seconds;  ///< where the source gives seconds a digit or groove
  bool optional = false;
  TechniqueId otherwise;  ///< takes the seconds when the step falls away
  std::string cue;        ///< word key, or empty
};

/// A named protocol. Words: programme.<ID>.name, .for, .frequency, .adjuncts.
struct Programme {
  std::string id;
  std::vector<Goal> goals;
  int hands = 2;              ///< how many hands its published time covers
  int published_seconds = 0;  ///< the whole, all hands
  std::vector<Mode> modes;
  Position position = Position::desk;
  bool needs_lubricant = true;
  bool quiet = false;          ///< calm, sleep, dementia: no countdown speech
  bool needs_release = false;  ///< only after a clinician's release (S20–S24)
  RuleSet blocked_by;          ///< entry filter: not with these
  RuleSet only_with;           ///< offered only when one of these was answered (empty: to everyone)
  bool paced_breathing = false;
  int review_weeks = 0;  ///< 0: none
  std::vector<MeasureId> measures;
  std::vector<ProgrammeStep> steps;
  Source source;
};

/// What may be said about a benefit. Words: claim.<ID>.sentence, .evidence.
struct Claim {
  std::string id;
  std::vector<Goal> goals;
  Grade grade = Grade::C;
  bool may_say = true;  ///< false: never claimed, only named as contradicted
  std::vector<std::string> sources;
  Source source;
};

/// Licence flag: G shipped whole, Y scoring only, N absent.
enum class LicenceFlag : std::uint8_t { G, Y, N };
enum class Better : std::uint8_t { low, high, none };

/// Metadata of a measure. Words: measure.<ID>.name, .scoring.
struct Measure {
  std::string id;
  LicenceFlag flag = LicenceFlag::G;
  std::string licence;
  std::vector<Goal> goals;
  std::string unit;
  double low = 0;
  double high = 0;
  Better better = Better::low;
  int items = 1;
  int min_items = 1;  ///< fewer answered: no score
  std::string formula;
  std::optional<double> sem;
  std::optional<double> mdc95;
  std::optional<double> important_change;
  std::optional<double> important_change_percent;
  std::string important_change_source;
  Source source;
};

/// What goes on the skin. Word: medium.<ID>.name.
struct Medium {
  std::string id;
  bool slips = true;  ///< lets a tool glide
  std::vector<std::string>
      allergens;  ///< flags of precautions: nut, sesame, soy, lanolin, fragrance, latex, wax …
  bool is_default = false;
  bool offered = true;  ///< false: off by default (essential oils)
  double ml_per_hand_min = 0;
  double ml_per_hand_max = 0;
  Source source;
};

/// One line of a checklist before or after. Word: preparation.<id> or aftercare.<id>.
struct ChecklistItem {
  std::string id;
  bool before = true;
  bool partner_only = false;
  bool needs_lubricant = false;
  bool heat = false;                      ///< left out when heat is off
  std::vector<Goal> goals;                ///< empty: always
  std::map<std::string, double> numbers;  ///< parameters of its words, each within the safe cap
  Source source;
};

/// Emergency numbers by country (ISO 3166 alpha-2).
struct EmergencyNumber {
  std::string country;
  std::string number;
  Source source;
};

/// The whole practice. Immutable after loading; share it by const reference.
struct Practice {
  std::string version;
  std::string reviewed_by;  ///< empty until a clinician signs
  std::vector<Zone> zones;
  std::vector<Region> regions;
  std::vector<Group> groups;
  std::vector<Tool> tools;
  std::vector<Technique> techniques;
  std::vector<Combo> combos;
  std::vector<Point> points;
  std::vector<TechniqueRates> technique_rates;
  std::vector<PointRates> point_rates;
  std::vector<GoalRelevance> goal_relevance;
  PlanningRules planning;
  std::vector<Gate> gates;
  std::vector<Rule> rules;
  ScreeningRules screening;
  GuidanceRules guidance;
  std::vector<Programme> programmes;
  std::vector<Claim> claims;
  std::vector<Measure> measures;
  std::vector<Medium> media;
  std::vector<ChecklistItem> checklist;
  std::vector<EmergencyNumber> emergency_numbers;
  std::vector<std::string> forbidden_words;  ///< no text may contain them
  std::map<std::string, std::string> words;  ///< flat keys as "zone.THEN.name"

  // Derived while loading.
  Ids ids;
  std::vector<std::vector<double>> zone_gap_cm;  ///< shortest distance between the boxes of two zones

  const Zone& at(ZoneId id) const { return zones[id.at()]; }
  const Region& at(RegionId id) const { return regions[id.at()]; }
  const Group& at(GroupId id) const { return groups[id.at()]; }
  const Tool& at(ToolId id) const { return tools[id.at()]; }
  const Technique& at(TechniqueId id) const { return techniques[id.at()]; }
  const Combo& at(ComboId id) const { return combos[id.at()]; }
  const Point& at(PointId id) const { return points[id.at()]; }
  const Rule& at(RuleId id) const { return rules[id.at()]; }
  const Programme& at(ProgrammeId id) const { return programmes[id.at()]; }
  const Medium& at(MediumId id) const { return media[id.at()]; }
  const Claim& at(ClaimId id) const { return claims[id.at()]; }
  const Measure& at(MeasureId id) const { return measures[id.at()]; }

  /// The text of a key; the key itself when there is none (the loader refuses a practice with missing words).
  const std::string& say(const std::string& key) const {
    auto it = words.find(key);
    return it == words.end() ? key : it->second;
  }
};

template <>
struct EnumWords<Face> {
  static constexpr std::array<std::string_view, 5> words{"pal", "dor", "rad", "uln", "all"};
};
template <>
struct EnumWords<Segment> {
  static constexpr std::array<std::string_view, 4> words{"finger", "palm", "wrist", "forearm"};
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
template <>
struct EnumWords<LicenceFlag> {
  static constexpr std::array<std::string_view, 3> words{"G", "Y", "N"};
};
template <>
struct EnumWords<Better> {
  static constexpr std::array<std::string_view, 3> words{"low", "high", "none"};
};

}  // namespace thenar
