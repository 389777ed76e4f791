#include "thenar/practice/listing.hpp"

#include <algorithm>
#include <vector>

#include "fields.hpp"
#include "thenar/base/json.hpp"

namespace thenar::practice {
namespace {

using Keys = std::vector<const char*>;

/// What a listing of one kind shows: the first part of its word keys, the words and the fields of a row.
struct Columns {
  const char* kind;
  Keys words;
  Keys fields;
};

Columns columns_of(Shelf shelf) {
  switch (shelf) {
    case Shelf::programmes:
      return {
          "programme", {"name", "for"}, {"goals", "published_seconds", "hands", "modes", "needs_lubricant"}};
    case Shelf::techniques:
      return {"technique",
              {"name", "how"},
              {"kind", "level_default", "level_max", "dose", "lubricant", "self", "partner"}};
    case Shelf::zones:
      return {"zone",
              {"name", "contents"},
              {"face", "segment", "max_level", "max_static_level", "excluded", "delicate"}};
    case Shelf::points:
      return {"point", {"name", "where"}, {"kind", "zone", "max_level", "moving", "in_plans"}};
    case Shelf::precautions:
      return {"rule", {"name", "effect"}, {"rule_class", "gate", "expires_days", "reviewed_by"}};
    case Shelf::evidence:
      return {"claim", {"sentence", "evidence"}, {"grade", "goals", "may_say"}};
    case Shelf::measures:
      break;
  }
  return {"measure", {"name"}, {"flag", "goals", "unit", "low", "high", "better", "important_change"}};
}

/// Calls visit with the table of ids and the things of a shelf.
template <class F>
auto with_shelf(const Practice& p, Shelf shelf, F&& visit) {
  switch (shelf) {
    case Shelf::programmes:
      return visit(p.ids.programmes, p.programmes);
    case Shelf::techniques:
      return visit(p.ids.techniques, p.techniques);
    case Shelf::zones:
      return visit(p.ids.zones, p.zones);
    case Shelf::points:
      return visit(p.ids.points, p.points);
    case Shelf::precautions:
      return visit(p.ids.rules, p.rules);
    case Shelf::evidence:
      return visit(p.ids.claims, p.claims);
    case Shelf::measures:
      break;
  }
  return visit(p.ids.measures, p.measures);
}

Json row_of(const Practice& practice, const Columns& columns, const std::string& id, const Json& fields) {
  Json row;
  row["id"] = id;
  for (const char* each : columns.words) {
    const auto text = practice.words.find(std::string(columns.kind) + "." + id + "." + each);
    row[each] = text == practice.words.end() ? Json() : Json(text->second);
  }
  for (const char* each : columns.fields) row[each] = fields.at(each);
  return row;
}

/// All words of one thing. A key that goes on with the id of another thing (EX-UE9 and EX-UE9.1) is that
/// one's.
template <class Table>
void add_words(const Practice& practice, const Table& table, const std::string& kind, const std::string& id,
               Json& out) {
  const auto prefix = kind + "." + id + ".";
  for (auto it = practice.words.lower_bound(prefix); it != practice.words.end(); ++it) {
    if (!it->first.starts_with(prefix)) break;
    const auto rest = it->first.substr(prefix.size());
    const auto dot = rest.find('.');
    if (dot == std::string::npos) {
      out[rest] = it->second;
    } else if (!table.find(id + "." + rest.substr(0, dot)).valid()) {
      out["words"][rest] = it->second;
    }
  }
}

Json named(const Practice& practice, const char* kind, const std::string& id) {
  return {{"id", id}, {"name", practice.say(std::string(kind) + "." + id + ".name")}};
}

void add_surroundings(const Practice& practice, ZoneId zone, double near_cm, Json& out) {
  out["groups"] = Json::array();
  for (const auto& group : practice.groups)
    if (group.zones.has(zone)) out["groups"].push_back(named(practice, "group", group.id));
  out["points"] = Json::array();
  for (const auto& point : practice.points)
    if (point.zone == zone) out["points"].push_back(named(practice, "point", point.id));

  const auto& gaps = practice.zone_gap_cm[zone.at()];
  std::vector<std::size_t> near;
  for (std::size_t i = 0; i < gaps.size(); ++i)
    if (i != zone.at() && gaps[i] <= near_cm) near.push_back(i);
  std::stable_sort(near.begin(), near.end(), [&](std::size_t a, std::size_t b) { return gaps[a] < gaps[b]; });
  out["near"] = Json::array();
  for (const auto i : near) {
    out["near"].push_back(named(practice, "zone", practice.zones[i].id));
    out["near"].back()["gap_cm"] = gaps[i];
  }
}

/// The steps once more, as somebody would read them.
Json read_steps(const Practice& practice, const Programme& programme) {
  Json steps = Json::array();
  for (const auto& step : programme.steps) {
    Json where = Json::array();
    step.groups.each(
        [&](GroupId id) { where.push_back(practice.say("group." + practice.at(id).id + ".name")); });
    step.zones.each(
        [&](ZoneId id) { where.push_back(practice.say("zone." + practice.at(id).id + ".name")); });
    step.points.each(
        [&](PointId id) { where.push_back(practice.say("point." + practice.at(id).id + ".name")); });
    steps.push_back({{"technique", named(practice, "technique", practice.at(step.technique).id)},
                     {"where", where},
                     {"level", step.level ? Json(*step.level) : Json()},
                     {"seconds", step.seconds},
                     {"optional", step.optional},
                     {"cue", step.cue.empty() ? Json() : Json(practice.say(step.cue))}});
  }
  return steps;
}

}  // namespace

Json list(const Practice& practice, Shelf shelf) {
  const auto columns = columns_of(shelf);
  return with_shelf(practice, shelf, [&](const auto&, const auto& things) {
    Json rows = Json::array();
    for (const auto& thing : things)
      rows.push_back(row_of(practice, columns, thing.id, to_json(thing, &practice.ids)));
    return rows;
  });
}

Result<Json> show(const Practice& practice, Shelf shelf, std::string_view id, double near_cm) {
  const std::string kind = columns_of(shelf).kind;
  return with_shelf(practice, shelf, [&](const auto& table, const auto& things) -> Result<Json> {
    const auto found = table.find(id);
    if (!found.valid())
      return tl::unexpected(Problem{{},
                                    "\"" + std::string(id) + "\"",
                                    std::string("the id of a ") + kind_word(found) + " of this practice",
                                    "List them with " + std::string(word(shelf))});
    const auto& thing = things[found.at()];
    Json out = {{"id", thing.id}};
    add_words(practice, table, kind, thing.id, out);
    const auto fields = to_json(thing, &practice.ids);
    for (const auto& field : fields.items()) out[field.key()] = field.value();
    if constexpr (std::is_same_v<std::decay_t<decltype(thing)>, Zone>)
      add_surroundings(practice, found, near_cm, out);
    if constexpr (std::is_same_v<std::decay_t<decltype(thing)>, Programme>)
      out["steps"] = read_steps(practice, thing);
    return out;
  });
}

}  // namespace thenar::practice
