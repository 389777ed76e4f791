// FHIR R4 (HL7 2019): what other health records read.
#include <algorithm>
#include <map>

#include "thenar/base/text.hpp"
#include "thenar/journal/time.hpp"
#include "thenar/outcomes/tables.hpp"
#include "thenar/outcomes/words.hpp"

namespace thenar::outcomes {
namespace {

constexpr const char* kLoinc = "http://loinc.org";
constexpr const char* kUcum = "http://unitsofmeasure.org";
constexpr const char* kCategories = "http://terminology.hl7.org/CodeSystem/observation-category";
constexpr const char* kHeartRate = "8867-4";  ///< in LOINC; the one vital sign among the measures

/// Units as UCUM writes them.
std::string_view ucum_of(std::string_view unit) {
  constexpr std::pair<std::string_view, std::string_view> kUnits[] = {{"kg", "kg"},
                                                                      {"cm", "cm"},
                                                                      {"mm", "mm"},
                                                                      {"ml", "mL"},
                                                                      {"degrees", "deg"},
                                                                      {"percent", "%"},
                                                                      {"seconds", "s"},
                                                                      {"minutes", "min"},
                                                                      {"bpm", "/min"},
                                                                      {"ms", "ms"},
                                                                      {"taps per second", "/s"}};
  for (const auto& [own, code] : kUnits)
    if (own == unit) return code;
  return "{score}";
}

class BundleOf {
 public:
  BundleOf(const Practice& practice, const Record& record, std::string_view seed)
      : practice_(practice), record_(record), seed_(seed), from_(beginning_of(record)) {}

  Json make() {
    patient_ = add("Patient", record_.person.empty()
                                  ? Json{{"active", true}}
                                  : Json{{"active", true}, {"name", {{{"text", record_.person}}}}});
    goals();
    sessions();
    care_plan();
    for (const auto* each : in_force(record_.measured)) {
      if (!within(each->at)) continue;
      if (const auto read = understood(practice_, *each, {})) measurement(*read, each->utc_offset_minutes);
    }
    return {{"resourceType", "Bundle"},
            {"language", practice_.say("language.code")},
            {"type", "collection"},
            {"timestamp", moment(record_.now)},
            {"entry", std::move(entries_)}};
  }

 private:
  std::string moment(TimeMs at, int utc_offset_minutes) const {
    return journal::local_iso_8601(at, utc_offset_minutes);
  }
  std::string moment(TimeMs at) const { return moment(at, record_.utc_offset_minutes); }
  bool within(TimeMs at) const { return at >= from_ && at <= record_.now; }

  /// A name of its own for the next resource, as a UUID of version 4.
  std::string next_urn() {
    auto count = std::to_string(++count_);
    count.insert(0, 12 - std::min<std::size_t>(12, count.size()), '0');
    const auto digits = [&](std::size_t from, std::size_t size) {
      return std::string(seed_.substr(from, size));
    };
    return "urn:uuid:" + digits(0, 8) + "-" + digits(8, 4) + "-4" + digits(12, 3) + "-8" + digits(13, 3) +
           "-" + count;
  }

  /// Adds a resource; what others refer to it by.
  std::string add(const char* type, const Json& fields) {
    const auto urn = next_urn();
    Json resource = {{"resourceType", type}};
    resource.update(fields);
    entries_.push_back({{"fullUrl", urn}, {"resource", std::move(resource)}});
    return urn;
  }
  Json patient() const { return {{"reference", patient_}}; }
  static Json text(const std::string& words) { return {{"text", words}}; }

  void goals() {
    for (const auto goal : record_.goals)
      add("Goal",
          {{"lifecycleStatus", "active"},
           {"description", text(sentence_case(practice_.say("goal." + std::string(word(goal)) + ".wish")))},
           {"subject", patient()}});
  }

  void sessions() {
    for (const auto& [session, ratings, own_offset] : record_.sessions) {
      const int offset = own_offset.value_or(record_.utc_offset_minutes);
      if (session.ending && within(session.started_at)) procedure(session, offset);
      for (const auto& rating : ratings)
        if (within(rating.at)) this->rating(rating, offset);
    }
  }

  void procedure(const journal::Session& session, int offset) {
    const auto& ending = *session.ending;
    Json parts = Json::array();
    for (const Hand hand : kHands)
      for (const auto& [id, seconds] : ending.given.by_technique[hand]) {
        by_technique_[id] += seconds;
        parts.push_back({{"text", practice_.say("hand." + std::string(word(hand))) + ": " +
                                      practice_.say("technique." + id + ".name") + ", " +
                                      std::to_string(seconds) + " s"}});
      }
    const bool given = ending.given.seconds.left + ending.given.seconds.right > 0;
    const char* performed = ending.how == journal::How::finished ? "completed" : "stopped";
    Json fields = {{"status", given ? performed : "not-done"},
                   {"code", text(practice_.say("report.procedure"))},
                   {"subject", patient()},
                   {"performedPeriod",
                    {{"start", moment(session.started_at, offset)}, {"end", moment(ending.at, offset)}}}};
    if (!ending.rule.empty())
      fields["statusReason"] = text(practice_.say("session_rule." + ending.rule + ".name"));
    if (!parts.empty()) fields["note"] = std::move(parts);
    add("Procedure", fields);
  }

  void care_plan() {
    if (by_technique_.empty()) return;
    Json activities = Json::array();
    for (const auto& [id, seconds] : by_technique_)
      activities.push_back(
          {{"detail",
            {{"status", "in-progress"}, {"description", practice_.say("technique." + id + ".name")}}}});
    add("CarePlan", {{"status", "active"},
                     {"intent", "plan"},
                     {"title", practice_.say("report.care_plan")},
                     {"subject", patient()},
                     {"period", {{"start", moment(from_)}, {"end", moment(record_.now)}}},
                     {"activity", std::move(activities)}});
  }

  Json code_of(const Measure& measure) const {
    Json code = text(sentence_case(practice_.say("measure." + measure.id + ".name")));
    if (!measure.loinc.empty()) code["coding"] = {{{"system", kLoinc}, {"code", measure.loinc}}};
    return code;
  }

  void observation(const Measure& measure, const std::optional<Hand>& hand, const std::string& site,
                   const std::string& at, double value, const std::string& derived_from,
                   const std::string& note) {
    Json fields = {
        {"status", "final"},
        {"code", code_of(measure)},
        {"subject", patient()},
        {"effectiveDateTime", at},
        {"valueQuantity",
         {{"value", value}, {"unit", measure.unit}, {"system", kUcum}, {"code", ucum_of(measure.unit)}}}};
    if (measure.loinc == kHeartRate)
      fields["category"] = {{{"coding", {{{"system", kCategories}, {"code", "vital-signs"}}}}}};
    if (hand) {
      auto place = practice_.say("hand." + std::string(word(*hand)));
      if (!site.empty()) place += ", " + site_in_words(practice_, site);
      fields["bodySite"] = text(place);
    }
    if (!derived_from.empty()) fields["derivedFrom"] = {{{"reference", derived_from}}};
    if (!note.empty()) fields["note"] = {{{"text", note}}};
    add("Observation", fields);
  }

  void rating(const journal::Rating& rating, int offset) {
    for (const auto& measure : practice_.measures)
      if (measure.rating == rating.measure)
        observation(measure, rating.hand, {}, moment(rating.at, offset), rating.value, {},
                    practice_.say("app.progress." + std::string(word(rating.moment))));
  }

  /// The form of a measure with several items; questions whose owner forbids to show them have numbers only.
  const std::string& questionnaire(const Measure& measure) {
    auto& urn = questionnaires_[measure.id];
    if (!urn.empty()) return urn;
    Json items = Json::array();
    for (int i = 1; i <= measure.items; ++i)
      items.push_back({{"linkId", std::to_string(i)}, {"type", "decimal"}});
    urn = next_urn();
    entries_.push_back({{"fullUrl", urn},
                        {"resource",
                         {{"resourceType", "Questionnaire"},
                          {"url", urn},
                          {"status", "active"},
                          {"title", sentence_case(practice_.say("measure." + measure.id + ".name"))},
                          {"description", practice_.say("measure." + measure.id + ".scoring")},
                          {"copyright", measure.licence},
                          {"item", std::move(items)}}}});
    return urn;
  }

  void measurement(const Measurement& measurement, int offset) {
    const auto at = moment(measurement.at, offset);
    const auto& measure = practice_.at(measurement.measure);
    std::string derived_from;
    if (measure.items > 1 && measure.items <= kMostQuestions) {
      Json items = Json::array();
      for (std::size_t i = 0; i < measurement.values.size(); ++i)
        if (const auto& value = measurement.values[i])
          items.push_back({{"linkId", std::to_string(i + 1)}, {"answer", {{{"valueDecimal", *value}}}}});
      const auto& form = questionnaire(measure);
      derived_from = add("QuestionnaireResponse", {{"questionnaire", form},
                                                   {"status", "completed"},
                                                   {"subject", patient()},
                                                   {"authored", at},
                                                   {"item", std::move(items)}});
    }
    const auto value = score(measure, measurement.values, items_of(record_, measurement.measure));
    if (value) observation(measure, measurement.hand, measurement.site, at, *value, derived_from, {});
  }

  static constexpr int kMostQuestions = 100;  ///< lists of heartbeats are none

  const Practice& practice_;
  const Record& record_;
  std::string_view seed_;
  TimeMs from_;
  int count_ = 0;
  Json entries_ = Json::array();
  std::string patient_;
  std::map<std::string, std::string> questionnaires_;
  std::map<std::string, int> by_technique_;
};

}  // namespace

Json fhir_of(const Practice& practice, const Record& record, std::string_view seed) {
  THENAR_CHECK(seed.size() == 16);
  return BundleOf(practice, record, seed).make();
}

}  // namespace thenar::outcomes
