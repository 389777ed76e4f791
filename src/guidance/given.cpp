#include "thenar/guidance/given.hpp"

namespace thenar::guidance {
namespace {

template <class Kind>
std::vector<std::string> names_of(const IdTable<Kind>& table, const std::vector<Id<Kind>>& ids) {
  std::vector<std::string> names;
  for (const auto id : ids) names.push_back(table.name(id));
  return names;
}

template <class Kind>
std::map<std::string, int> named(const IdTable<Kind>& table, const std::map<Id<Kind>, int>& seconds) {
  std::map<std::string, int> names;
  for (const auto& [id, each] : seconds) names[table.name(id)] = each;
  return names;
}

}  // namespace

journal::Given in_words(const Ids& ids, const Given& given) {
  journal::Given out;
  out.seconds = given.seconds;
  out.numb_stop = given.numb_stop;
  for (const Hand hand : kHands) {
    out.by_technique[hand] = named(ids.techniques, given.by_technique[hand]);
    out.by_zone[hand] = named(ids.zones, given.by_zone[hand]);
    given.stopped_zones[hand].each(
        [&](ZoneId zone) { out.stopped_zones[hand].push_back(ids.zones.name(zone)); });
    out.trigger_points[hand] = names_of(ids.points, given.trigger_points[hand]);
  }
  return out;
}

}  // namespace thenar::guidance
