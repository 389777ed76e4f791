#include "thenar/outcomes/asked.hpp"

#include <algorithm>

#include "thenar/base/text.hpp"
#include "thenar/outcomes/tables.hpp"
#include "thenar/outcomes/words.hpp"

namespace thenar::outcomes {
namespace {

struct TablesAsked {
  std::string seed;
  Json record;
};
template <class A>
void describe(A& a, TablesAsked& v) {
  a.required("seed", v.seed);
  a.required("record", v.record);
  const bool digits =
      v.seed.size() == 16 && v.seed.find_first_not_of("0123456789abcdef") == std::string::npos;
  if (a.is_object() && !digits) a.fault("seed", "\"" + v.seed + "\"", "16 hexadecimal digits");
}

struct ScoreAsked {
  journal::Measured measured;
  Json items;
  std::optional<int> age_years;
  std::optional<Sex> sex;
};
template <class A>
void describe(A& a, ScoreAsked& v) {
  constexpr int kOldest = 130;
  a.required("measured", v.measured);
  a.optional("items", v.items);
  a.optional("age_years", v.age_years, Range{0, kOldest});
  a.optional("sex", v.sex);
}

}  // namespace

Loaded<Json> outcomes_document(const Practice& practice, const Json& record, std::string_view file) {
  const auto read = read_record(practice, record, file);
  if (!read) return tl::unexpected(read.error());
  return to_document(practice, outcomes_of(practice, *read));
}

Loaded<Json> tables_document(const Practice& practice, const Json& asked, std::string_view file) {
  const auto read = read_document<TablesAsked>(asked, file, nullptr);
  if (!read) return tl::unexpected(read.error());
  const auto record = read_record(practice, read->record, file);
  if (!record) return tl::unexpected(record.error());
  return Json{{"csv", csv_of(practice, *record)}, {"fhir", fhir_of(practice, *record, read->seed)}};
}

Loaded<Json> scored_document(const Practice& practice, const Json& asked, std::string_view file) {
  const auto read = read_document<ScoreAsked>(asked, file, nullptr);
  if (!read) return tl::unexpected(read.error());
  std::optional<Items> items;
  if (!read->items.is_null()) {
    auto given = read_items(practice, read->items, file);
    if (!given) return tl::unexpected(given.error());
    items = std::move(*given);
  }
  const auto measurement = understood(practice, read->measured, "measured");
  if (!measurement) return tl::unexpected(measurement.error());
  const auto& measure = practice.at(measurement->measure);
  const auto value = score(measure, measurement->values, items ? &*items : nullptr);
  std::optional<std::string> band;
  if (const auto of = value ? band_for(practice, measure, *value) : std::nullopt)
    band = practice.say("outcomes.band." + std::string(word(*of)));
  std::string peers;
  if (value && measure.id == "grip" && measurement->hand && read->age_years && read->sex)
    peers = peers_in_words(practice, *value, *read->age_years, *read->sex, *measurement->hand);
  const Writer writer(nullptr);
  return Json{{"title", title_in_words(practice, measurement->measure, measurement->hand, measurement->site)},
              {"unit", measure.unit},
              {"value", value ? Json(*value) : Json()},
              {"in_words", value ? number_in_words(practice, *value, decimals_of(measure)) + " " +
                                       unit_in_words(practice, measure)
                                 : std::string()},
              {"band", writer.write(band)},
              {"peers", peers},
              {"problem", value ? std::string() : to_text(value.error())}};
}

Json measures_document(const Practice& practice) {
  const Writer writer(&practice.ids);
  Json measures = Json::array();
  for (const auto& measure : practice.measures) {
    if (measure.flag == LicenceFlag::N || is_counted(measure) || !measure.rating.empty())
      continue;  // rated when checking in and out
    Json sites = Json::array();
    for (const auto& site : sites_of(practice, measure))
      sites.push_back({{"site", site}, {"name", sentence_case(site_in_words(practice, site))}});
    Json units = Json::array();
    for (const auto unit : units_of(measure)) units.push_back(unit);
    measures.push_back({{"id", measure.id},
                        {"name", sentence_case(practice.say("measure." + measure.id + ".name"))},
                        {"scoring", practice.say("measure." + measure.id + ".scoring")},
                        {"flag", writer.write(measure.flag)},
                        {"goals", writer.write(measure.goals)},
                        {"unit", measure.unit},
                        {"units", std::move(units)},
                        {"of", writer.write(measure.of)},
                        {"sites", std::move(sites)},
                        {"items", measure.items},
                        {"low", measure.item_low.value_or(measure.low)},
                        {"high", measure.item_high.value_or(measure.high)},
                        {"resolution", measure.resolution},
                        {"depends_on_who_measures", depends_on_who_measures(measure)}});
  }
  return {{"measures", std::move(measures)}};
}

}  // namespace thenar::outcomes
