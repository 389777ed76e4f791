#include "thenar/practice/load.hpp"

#include <algorithm>
#include <cmath>

#include "checks.hpp"
#include "fields.hpp"
#include "thenar/base/json.hpp"

namespace thenar::practice {
namespace {

/// Registers the id of every element of a list, so that lists may name each other in any order.
template <class Kind>
void register_ids(const Json& document, const char* list, IdTable<Kind>& table, Problems& problems) {
  const auto found = document.find(list);
  if (found == document.end() || !found->is_array()) return;
  for (const auto& item : *found) {
    if (!item.is_object()) continue;
    const auto id = item.find("id");
    if (id == item.end() || !id->is_string()) continue;
    const auto& name = id->template get_ref<const std::string&>();
    if (table.add(name).valid() || table.find(name).valid()) continue;  // twice is found by check_unique
    problems.push_back({{{}, 0, list},
                        "more than " + std::to_string(kMaxIds) + " of one kind",
                        "at most " + std::to_string(kMaxIds),
                        {}});
    return;
  }
}

void register_all(const Json& document, Ids& ids, Problems& problems) {
  register_ids(document, "zones", ids.zones, problems);
  register_ids(document, "regions", ids.regions, problems);
  register_ids(document, "groups", ids.groups, problems);
  register_ids(document, "tools", ids.tools, problems);
  register_ids(document, "techniques", ids.techniques, problems);
  register_ids(document, "combos", ids.combos, problems);
  register_ids(document, "points", ids.points, problems);
  register_ids(document, "rules", ids.rules, problems);
  register_ids(document, "programmes", ids.programmes, problems);
  register_ids(document, "media", ids.media, problems);
  register_ids(document, "claims", ids.claims, problems);
  register_ids(document, "measures", ids.measures, problems);
}

/// Shortest distance of two boxes along each axis, combined; 0 where they touch or overlap. In centimetres.
double gap_cm(const Zone& a, const Zone& b) {
  double square = 0;
  for (std::size_t axis = 0; axis < 6; axis += 2) {
    const double gap =
        std::max({0.0, b.box_mm[axis] - a.box_mm[axis + 1], a.box_mm[axis] - b.box_mm[axis + 1]});
    square += gap * gap;
  }
  return std::sqrt(square) / 10;
}

void derive(Practice& practice) {
  for (auto& group : practice.groups)
    group.of.each([&](GroupId id) { group.zones |= practice.at(id).zones; });
  practice.zone_gap_cm.reserve(practice.zones.size());
  for (const auto& a : practice.zones) {
    auto& row = practice.zone_gap_cm.emplace_back();
    row.reserve(practice.zones.size());
    for (const auto& b : practice.zones) row.push_back(gap_cm(a, b));
  }
}

Loaded<Practice> load_whole(const Json& document, const Places& places, Trust trust) {
  if (!document.is_object())
    return tl::unexpected(Problems{{places.find(""), kind_of(document), "a practice document", {}}});
  Problems problems;
  Practice practice;
  register_all(document, practice.ids, problems);
  if (trust == Trust::nothing) check_unique(document, places, problems);
  Reader reader(document, Path{}, &practice.ids, problems);
  describe(reader, practice);
  reader.finish();
  // Checks across lists presuppose that every single field could be read.
  if (problems.empty()) {
    if (trust == Trust::nothing) check_groups(practice, problems);  // before whole-hand groups gain zones
    derive(practice);
    if (trust == Trust::nothing) check_practice(practice, document, problems);
  }
  if (problems.empty()) return practice;
  for (auto& problem : problems) {
    const auto place = places.find(problem.place.path);
    problem.place.file = place.file;
    problem.place.line = place.line;
  }
  return tl::unexpected(std::move(problems));
}

}  // namespace

void Places::put(std::string path, std::string file, int line) {
  places_.insert_or_assign(std::move(path), std::pair(std::move(file), line));
}

Place Places::find(std::string_view path) const {
  Place place{{}, 0, std::string(path)};
  for (auto around = path;;) {
    if (const auto found = places_.find(around); found != places_.end()) {
      place.file = found->second.first;
      place.line = found->second.second;
      return place;
    }
    if (around.empty()) return place;
    const auto cut = around.find_last_of(".[");
    around = around.substr(0, cut == std::string_view::npos ? 0 : cut);
  }
}

Loaded<Practice> load(const Json& document, const Places& places) {
  return load_whole(document, places, Trust::nothing);
}

Loaded<Practice> load_text(std::string_view json, Trust trust) {
  auto document = parse_json(json, "practice.json");
  if (!document) return tl::unexpected(Problems{std::move(document.error())});
  Places places;
  places.put("", "practice.json", 0);
  return load_whole(*document, places, trust);
}

Json to_document(const Practice& practice) {
  return to_json(practice, &practice.ids);
}

}  // namespace thenar::practice
