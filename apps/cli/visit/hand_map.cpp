#include "cli/visit/hand_map.hpp"

#include <algorithm>
#include <limits>

namespace thenar::cli {
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

std::vector<ZoneId> ask_zones(Conversation& talk, const Practice& practice, const std::string& question) {
  const auto places = hand_places(practice);
  Gaps numbers;
  Options options;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const auto number = std::to_string(i + 1);
    numbers[places[i].key] = number.size() < 2 ? " " + number : number;
    options.names.push_back(places[i].name);
  }
  talk.show("\n" + talk.words("cli.map", numbers));
  const auto& place = places[talk.choose(question, options)];
  if (place.zones.size() == 1) return place.zones;

  std::vector<std::string> names;
  for (const auto zone : place.zones) names.push_back(practice.say("zone." + practice.at(zone).id + ".name"));
  const auto picks = talk.choose_many(talk.words("checkin.spot", {{"place", place.name}}), names,
                                      talk.words("checkin.spot_all", {{"place", place.name}}), false);
  if (picks.empty()) return place.zones;
  std::vector<ZoneId> zones;
  for (const auto& pick : picks) zones.push_back(place.zones[pick.index]);
  return zones;
}

}  // namespace thenar::cli
