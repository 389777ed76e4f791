#include "thenar/interview/places.hpp"

#include <algorithm>
#include <limits>

#include "thenar/base/text.hpp"

namespace thenar::interview {
namespace {

bool same_side(Face a, Face b) {
  const auto sided = [](Face face) { return face == Face::pal || face == Face::dor; };
  return a == b || !sided(a) || !sided(b);
}

/// Whether a zone that is in no place of its own lies beside one that is.
bool beside(const Zone& alone, const Zone& placed) {
  const bool same_ray = alone.segment != Segment::finger || alone.ray == placed.ray;
  return alone.segment == placed.segment && same_ray && same_side(alone.face, placed.face);
}

/// How far a zone that is in no place of its own is from a place; a place that it does not lie beside is out
/// of reach.
double gap_to(const Practice& practice, ZoneId zone, const HandPlace& place, const ZoneSet& placed) {
  double gap_cm = std::numeric_limits<double>::infinity();
  for (const auto each : place.zones)
    if (placed.has(each) && beside(practice.at(zone), practice.at(each)))
      gap_cm = std::min(gap_cm, practice.zone_gap_cm[zone.at()][each.at()]);
  return gap_cm;
}

void add_place(std::string key, std::string name, const ZoneSet& zones, std::vector<HandPlace>& places) {
  HandPlace place{std::move(key), std::move(name), {}};
  zones.each([&](ZoneId zone) { place.zones.push_back(zone); });
  if (!place.zones.empty()) places.push_back(std::move(place));
}

/// A joint of a finger with the zones that touch it.
struct FingerPart {
  std::string word;  ///< checkin.finger.<word>
  std::vector<ZoneId> zones;
};

/// How far two zones are apart lengthwise, in mm; 0 when they touch.
double gap_along(const Zone& a, const Zone& b) {
  return std::max({0.0, a.box_mm[2] - b.box_mm[3], b.box_mm[2] - a.box_mm[3]});
}

/// The parts of a finger, from the knuckle out; empty for a place that is no finger. Every zone is in at
/// least one: beside each joint that it touches, else beside the nearest.
std::vector<FingerPart> finger_parts(const Practice& practice, const HandPlace& place) {
  std::vector<FingerPart> parts;
  std::vector<ZoneId> joints;
  for (const std::string_view joint : {"MCP", "PIP", "DIP"})
    for (const auto zone : place.zones)
      if (practice.at(zone).id.starts_with(joint)) {
        parts.push_back({lower(joint), {}});
        joints.push_back(zone);
      }
  constexpr std::size_t kJointsOfAFinger = 3;
  if (parts.size() != kJointsOfAFinger) return {};
  for (const auto zone : place.zones) {
    std::vector<double> gaps;
    for (const auto joint : joints) gaps.push_back(gap_along(practice.at(zone), practice.at(joint)));
    const double nearest = *std::min_element(gaps.begin(), gaps.end());
    const bool is_joint = std::find(joints.begin(), joints.end(), zone) != joints.end();
    for (std::size_t i = 0; i < parts.size(); ++i)
      if (is_joint ? joints[i] == zone : gaps[i] == nearest) parts[i].zones.push_back(zone);
  }
  return parts;
}

std::vector<ZoneId> ask_finger_parts(Talk& talk, const Practice& practice,
                                     const std::vector<const HandPlace*>& fingers) {
  std::vector<std::string> names;
  for (const auto* finger : fingers) names.push_back(finger->name);
  const Gaps where{{"place", practice.list(names)}};
  Several options{{}, talk.words("checkin.spot_all", where), false};
  for (const auto& part : finger_parts(practice, *fingers[0]))
    options.names.push_back(talk.words("checkin.finger." + part.word));
  auto picks = talk.choose_many(talk.words("checkin.spot", where), options);
  std::vector<ZoneId> zones;
  for (const auto* finger : fingers) {
    const auto parts = finger_parts(practice, *finger);
    if (picks.empty()) zones.insert(zones.end(), finger->zones.begin(), finger->zones.end());
    for (const auto& pick : picks)
      zones.insert(zones.end(), parts[pick.index].zones.begin(), parts[pick.index].zones.end());
  }
  return zones;
}

std::vector<ZoneId> ask_spots(Talk& talk, const Practice& practice, const HandPlace& place) {
  const Gaps where{{"place", place.name}};
  Several options{{}, talk.words("checkin.spot_all", where), false};
  for (const auto zone : place.zones)
    options.names.push_back(practice.say("zone." + practice.at(zone).id + ".name"));
  const auto picks = talk.choose_many(talk.words("checkin.spot", where), options);
  if (picks.empty()) return place.zones;
  std::vector<ZoneId> zones;
  for (const auto& pick : picks) zones.push_back(place.zones[pick.index]);
  return zones;
}

}  // namespace

std::vector<HandPlace> hand_places(const Practice& practice) {
  std::vector<HandPlace> places;
  ZoneSet placed;
  for (const auto& group : practice.groups) {
    if (!group.of.empty()) continue;
    placed |= group.zones;
    for (const auto& part : group.parts)
      add_place(part.id, practice.say("group." + group.id + ".part." + part.id), part.zones, places);
    if (group.parts.empty())
      add_place(group.id, practice.say("group." + group.id + ".name"), group.zones, places);
  }
  for (std::size_t i = 0; i < practice.zones.size(); ++i) {
    const ZoneId zone{static_cast<std::int16_t>(i)};
    if (placed.has(zone)) continue;
    std::vector<double> gaps;
    for (const auto& place : places) gaps.push_back(gap_to(practice, zone, place, placed));
    const double nearest = *std::min_element(gaps.begin(), gaps.end());
    for (std::size_t k = 0; k < places.size(); ++k)
      if (gaps[k] == nearest) places[k].zones.push_back(zone);
  }
  return places;
}

std::vector<ZoneId> ask_zones(Talk& talk, const Practice& practice, const std::string& question,
                              std::optional<Hand> hand, bool or_whole) {
  const auto places = hand_places(practice);
  std::vector<const HandPlace*> chosen;
  for (const auto& pick :
       talk.choose_places(question, {hand, or_whole ? talk.words("checkin.whole_hand") : ""}))
    chosen.push_back(&places[pick.index]);
  std::vector<ZoneId> zones;
  const bool fingers = std::all_of(chosen.begin(), chosen.end(), [&](const HandPlace* each) {
    return finger_parts(practice, *each).size() > 1;
  });
  if (!chosen.empty() && fingers) return ask_finger_parts(talk, practice, chosen);
  if (chosen.size() == 1 && chosen[0]->zones.size() > 1) return ask_spots(talk, practice, *chosen[0]);
  for (const auto* place : chosen) zones.insert(zones.end(), place->zones.begin(), place->zones.end());
  return zones;
}

}  // namespace thenar::interview
