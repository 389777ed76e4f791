// The body as data: zones, the groups and regions they are worked in, and the limits that hold for everyone.
#pragma once

#include <array>
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

/// Zones that people have one word for ("knuckles"), to say where something is done or left out. Word:
/// place.<ID>.name.
struct NamedPlace {
  std::string id;
  ZoneSet zones;
};

/// How far joints go, degrees: from the straight or middle position, flexion positive.
struct JointRange {
  std::vector<std::string> joints;  ///< angles of a hand's pose, as "index_pip_flexion"
  double min_deg = 0;
  double max_deg = 0;
  Source source;
};

/// How long hands are, from the wrist crease to the tip of the middle finger, at an age and over.
struct HandLength {
  int years = 18;
  std::string sex;  ///< "woman" or "man"; empty where they do not differ yet
  double p5_mm = 0;
  double p50_mm = 0;
  double p95_mm = 0;
  Source source;
};

template <>
struct EnumWords<Face> {
  static constexpr std::array<std::string_view, 5> words{"pal", "dor", "rad", "uln", "all"};
};
template <>
struct EnumWords<Segment> {
  static constexpr std::array<std::string_view, 4> words{"finger", "palm", "wrist", "forearm"};
};

}  // namespace thenar
