#include "thenar/base/csv.hpp"

#include <map>

#include "thenar/journal/time.hpp"
#include "thenar/outcomes/tables.hpp"

namespace thenar::outcomes {
namespace {

class Table {
 public:
  Table(const Practice& practice, const Record& record)
      : practice_(practice), record_(record), from_(beginning_of(record)) {
    for (const auto& measure : practice.measures)
      if (!measure.rating.empty()) rated_[measure.rating] = &measure;
  }

  std::string text() {
    text_ = csv_line({"time", "local_time", "person", "measure", "hand", "site", "moment", "score", "unit",
                      "typed", "typed_unit", "id", "corrects", "withdrawn", "by_another", "noted_at"});
    for (const auto& session : record_.sessions)
      for (const auto& rating : session.ratings)
        add(rating, session.utc_offset_minutes.value_or(record_.utc_offset_minutes));
    for (const auto& measured : record_.measured) add(measured);
    return text_;
  }

 private:
  bool within(TimeMs at) const { return at >= from_ && at <= record_.now; }
  std::string hand(const std::optional<Hand>& hand) const { return hand ? std::string(word(*hand)) : ""; }

  void add(const journal::Rating& rating, int offset) {
    if (!within(rating.at)) return;
    const auto found = rated_.find(rating.measure);
    const auto* measure = found == rated_.end() ? nullptr : found->second;
    text_ += csv_line({journal::iso_8601(rating.at), journal::local_iso_8601(rating.at, offset),
                       text_cell(record_.person), measure ? measure->id : text_cell(rating.measure),
                       hand(rating.hand), "", std::string(word(rating.moment)), decimal(rating.value),
                       measure ? measure->unit : "", decimal(rating.value), "", "", "", "", "", ""});
  }

  void add(const journal::Measured& measured) {
    if (!within(measured.at)) return;
    std::string typed;
    for (const auto& value : measured.values)
      typed += (&value == &measured.values.front() ? "" : " ") + (value ? decimal(*value) : "-");
    std::string scored;
    std::string unit;
    if (const auto read = understood(practice_, measured, {})) {
      const auto& measure = practice_.at(read->measure);
      unit = measure.unit;
      if (const auto value = score(measure, read->values, items_of(record_, read->measure)))
        scored = decimal(*value);
    }
    text_ += csv_line({journal::iso_8601(measured.at),
                       journal::local_iso_8601(measured.at, measured.utc_offset_minutes),
                       text_cell(record_.person), text_cell(measured.measure), hand(measured.hand),
                       text_cell(measured.site), "", scored, unit, typed,
                       measured.unit.empty() ? unit : text_cell(measured.unit), text_cell(measured.id),
                       text_cell(measured.corrects), measured.withdrawn ? "yes" : "",
                       measured.by_another ? "yes" : "", journal::iso_8601(measured.noted_at)});
  }

  const Practice& practice_;
  const Record& record_;
  TimeMs from_;
  std::map<std::string, const Measure*> rated_;
  std::string text_;
};

}  // namespace

std::string csv_of(const Practice& practice, const Record& record) {
  return Table(practice, record).text();
}

}  // namespace thenar::outcomes
