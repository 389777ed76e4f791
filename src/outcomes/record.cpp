#include "thenar/outcomes/record.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <tuple>

#include "numbers.hpp"
#include "thenar/outcomes/score.hpp"

namespace thenar::journal {

template <class A>
void describe(A& a, Rating& v) {
  a.required("measure", v.measure);
  a.optional("hand", v.hand);
  a.required("moment", v.moment);
  a.required("value", v.value, Range{-1e6, 1e6});
  a.required("at", v.at, kTimes);
}

}  // namespace thenar::journal

namespace thenar::outcomes {

namespace {
constexpr int kMostOffset = 14 * 60;
}

const Items* items_of(const Record& record, MeasureId measure) {
  const auto found = std::find_if(record.items.begin(), record.items.end(),
                                  [&](const Items& items) { return items.measure == measure; });
  return found == record.items.end() ? nullptr : &*found;
}

template <class A>
void describe(A& a, RatedSession& v) {
  a.required("started_at", v.session.started_at, journal::kTimes);
  a.optional("ending", v.session.ending);
  a.optional("next_day", v.session.next_day);
  a.required("ratings", v.ratings);
  a.optional("utc_offset_minutes", v.utc_offset_minutes, Range{-kMostOffset, kMostOffset});
}

namespace {

constexpr int kMostWeeks = 5200;
struct RecordDocument {
  Record record;
  std::vector<Json> items;
};
template <class A>
void describe(A& a, RecordDocument& v) {
  a.format(kRecordFormat);
  a.required("now", v.record.now, journal::kTimes);
  a.required("utc_offset_minutes", v.record.utc_offset_minutes, Range{-kMostOffset, kMostOffset});
  a.optional("weeks", v.record.weeks, Range{0, kMostWeeks});
  a.optional("first_at", v.record.first_at, journal::kTimes);
  a.optional("person", v.record.person);
  a.optional("goals", v.record.goals);
  a.required("sessions", v.record.sessions);
  a.required("measured", v.record.measured);
  a.optional("items", v.items);
}

/// One place of one measure.
using Key = std::tuple<std::size_t, int, std::string>;

int order_of(const std::optional<Hand>& hand) {
  return hand ? static_cast<int>(*hand) : -1;
}

class Gathering {
 public:
  Gathering(const Practice& practice, const Record& record)
      : practice_(practice), record_(record), from_(beginning_of(record)) {
    for (std::size_t i = 0; i < practice.measures.size(); ++i)
      if (const auto& rating = practice.measures[i].rating; !rating.empty())
        measure_of_[rating] = MeasureId{static_cast<std::int16_t>(i)};
  }

  AllSeries gather() {
    for (const auto& each : record_.sessions) session(each);
    for (const auto* each : in_force(record_.measured)) measurement(*each);
    AllSeries all;
    for (auto& [key, series] : found_) all.series.push_back(tidy(std::move(series)));
    all.unscored = std::move(unscored_);
    return all;
  }

 private:
  bool within(TimeMs at) const { return at >= from_ && at <= record_.now; }

  Series& at(MeasureId measure, const std::optional<Hand>& hand, const std::string& site) {
    auto& series = found_[{measure.at(), order_of(hand), site}];
    series.measure = measure;
    series.hand = hand;
    series.site = site;
    return series;
  }

  void session(const RatedSession& rated) {
    const int offset = rated.utc_offset_minutes.value_or(record_.utc_offset_minutes);
    using Rated = std::pair<std::size_t, int>;
    std::map<Rated, std::array<const journal::Rating*, 2>> last;
    for (const auto& rating : rated.ratings) {
      const auto measure = measure_of_.find(rating.measure);
      if (measure == measure_of_.end() || !within(rating.at)) continue;
      auto& kept = last[{measure->second.at(), order_of(rating.hand)}];
      kept.at(static_cast<std::size_t>(rating.moment)) = &rating;
    }
    for (const auto& [of, kept] : last) {
      const auto [before, after] = kept;
      const auto* any = before != nullptr ? before : after;
      auto& series = at(measure_of_.at(any->measure), any->hand, {});
      if (before != nullptr) series.points.push_back({before->at, before->value, offset, false});
      if (before != nullptr && after != nullptr)
        series.pairs.push_back({after->at, before->value, after->value});
    }
  }

  void measurement(const journal::Measured& measured) {
    if (!within(measured.at)) return;
    const auto read = understood(practice_, measured, {});
    if (!read) {
      unscored_.push_back({measured.id, read.error().front()});
      return;
    }
    const auto& measure = practice_.at(read->measure);
    if (measure.scoring == Scoring::grid) return;
    const auto value = score(measure, read->values, items_of(record_, read->measure));
    if (value) {
      at(read->measure, read->hand, read->site)
          .points.push_back({read->at, *value, measured.utc_offset_minutes, read->by_another});
    } else {
      unscored_.push_back({measured.id, value.error()});
    }
  }

  static Series tidy(Series series) {
    std::stable_sort(series.points.begin(), series.points.end(),
                     [](const Point& a, const Point& b) { return a.at < b.at; });
    std::stable_sort(series.pairs.begin(), series.pairs.end(),
                     [](const Pair& a, const Pair& b) { return a.at < b.at; });
    std::vector<Point> points;
    for (std::size_t from = 0, to = 0; from < series.points.size(); from = to) {
      double sum = 0;
      for (to = from; to < series.points.size() && series.points[to].at == series.points[from].at; ++to)
        sum += series.points[to].value;
      auto& point = points.emplace_back(series.points[from]);
      point.value = sum / static_cast<double>(to - from);
    }
    series.points = std::move(points);
    return series;
  }

  const Practice& practice_;
  const Record& record_;
  TimeMs from_;
  std::map<std::string, MeasureId> measure_of_;
  std::map<Key, Series> found_;
  std::vector<Unscored> unscored_;
};

}  // namespace

namespace {

/// Measurements in groups, each with all its corrections, whichever way those run (Galler and Fischer 1964):
/// for each the first of its group.
std::vector<std::size_t> groups_of(const std::vector<journal::Measured>& measured) {
  std::map<std::string_view, std::size_t> index;
  for (std::size_t i = 0; i < measured.size(); ++i) index.emplace(measured[i].id, i);
  std::vector<std::size_t> group(measured.size());
  std::iota(group.begin(), group.end(), 0);
  const auto group_of = [&](std::size_t at) {
    while (group[at] != at) at = group[at];
    return at;
  };
  for (std::size_t i = 0; i < measured.size(); ++i) {
    const auto before = index.find(measured[i].corrects);
    if (measured[i].corrects.empty() || before == index.end()) continue;
    const auto [one, other] = std::minmax({group_of(i), group_of(before->second)});
    group[other] = one;
  }
  for (std::size_t i = 0; i < group.size(); ++i) group[i] = group_of(i);
  return group;
}

}  // namespace

std::vector<const journal::Measured*> last_noted(const std::vector<journal::Measured>& measured) {
  const auto group = groups_of(measured);
  std::vector<const journal::Measured*> last(measured.size());
  for (std::size_t i = 0; i < measured.size(); ++i) {
    auto& now = last[group[i]];
    if (now == nullptr || measured[i].noted_at >= now->noted_at) now = &measured[i];
  }
  for (std::size_t i = 0; i < measured.size(); ++i) last[i] = last[group[i]];
  return last;
}

std::vector<const journal::Measured*> in_force(const std::vector<journal::Measured>& measured) {
  const auto last = last_noted(measured);
  std::vector<const journal::Measured*> out;
  for (std::size_t i = 0; i < measured.size(); ++i)
    if (last[i] == &measured[i] && !measured[i].withdrawn) out.push_back(&measured[i]);
  return out;
}

TimeMs beginning_of(const Record& record) {
  TimeMs first = record.first_at > 0 ? std::min(record.now, record.first_at) : record.now;
  for (const auto& each : record.sessions) first = std::min(first, each.session.started_at);
  for (const auto* each : in_force(record.measured)) first = std::min(first, each->at);
  return record.weeks > 0 ? std::max(first, record.now - record.weeks * kWeekMs) : first;
}

AllSeries series_of(const Practice& practice, const Record& record) {
  return Gathering(practice, record).gather();
}

Loaded<Record> read_record(const Practice& practice, const Json& document, std::string_view file) {
  auto read = read_document<RecordDocument>(document, file, nullptr);
  if (!read) return tl::unexpected(std::move(read.error()));
  Problems problems;
  for (std::size_t i = 0; i < read->items.size(); ++i) {
    auto items = read_items(practice, read->items[i], file);
    if (items) {
      read->record.items.push_back(std::move(*items));
      continue;
    }
    for (auto& problem : items.error()) {
      problem.place.path =
          "items[" + std::to_string(i) + "]" + (problem.place.path.empty() ? "" : "." + problem.place.path);
      add_problem(problems, std::move(problem));
    }
  }
  if (!problems.empty()) return tl::unexpected(std::move(problems));
  return std::move(read->record);
}

}  // namespace thenar::outcomes
