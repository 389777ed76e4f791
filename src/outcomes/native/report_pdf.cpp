// The report of outcomes on one page.
#include <algorithm>
#include <cmath>
#include <map>

#include "page.hpp"
#include "thenar/base/text.hpp"
#include "thenar/outcomes/pdf.hpp"
#include "thenar/outcomes/words.hpp"

namespace thenar::outcomes {
namespace {

using pdf::Align;
using pdf::Pages;

using pdf::kFull;
using pdf::kLeft;
using pdf::kRight;
constexpr double kFoot = pdf::kPageHeight - 64;
constexpr double kGap = 7;
constexpr double kCurveHeight = 92;
constexpr int kCurvesInARow = 3;
constexpr std::size_t kMostRows = 10;
constexpr std::size_t kMostCurves = 6;
constexpr std::size_t kMostEvents = 4;

/// Measures with something to say first, then those with more values.
std::vector<const MeasureOutcome*> in_order(const std::vector<MeasureOutcome>& measures) {
  std::vector<const MeasureOutcome*> order;
  for (const auto& each : measures) order.push_back(&each);
  const auto weight = [](const MeasureOutcome* each) {
    const auto& change = each->over ? each->over : each->within;
    const std::size_t told = !change ? 0 : change->measurable ? 2 : 1;
    return std::pair(told, each->series.points.size());
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](const auto* a, const auto* b) { return weight(a) > weight(b); });
  return order;
}

class Report {
 public:
  Report(const Practice& practice, const Outcomes& outcomes)
      : practice_(practice),
        outcomes_(outcomes),
        pages_(practice.say("report.title")),
        order_(in_order(outcomes.measures)) {}

  std::string draw() {
    head();
    done();
    changes();
    curves();
    events();
    foot();
    return pages_.finish();
  }

 private:
  std::string say(const std::string& key, const std::map<std::string, std::string>& gaps = {}) const {
    return fill(practice_.say(key), gaps);
  }
  void heading(const std::string& key) {
    y_ += 10;
    y_ += pages_.text(kLeft, y_, kFull, say(key), {11, true, pdf::kLeaf}) + 3;
    pages_.line(kLeft, y_, kRight, y_, pdf::kLine);
    y_ += 5;
  }

  void head() {
    y_ = pdf::kMargin - 8;
    y_ += pages_.text(kLeft, y_, kFull, say("report.title"), {18, true}) + 2;
    const auto from = day_in_words(outcomes_.from, outcomes_.utc_offset_minutes);
    const auto to = day_in_words(outcomes_.to, outcomes_.utc_offset_minutes);
    const auto key = outcomes_.person.empty() ? "outcomes.history" : "report.of";
    y_ += pages_.text(kLeft, y_, kFull, say(key, {{"person", outcomes_.person}, {"from", from}, {"to", to}}),
                      {11, false, pdf::kSoft});
  }

  void done() {
    heading("report.done");
    const double half = kFull / 2 - kGap;
    const double top = y_;
    double left = top;
    for (const auto& line : done_in_words(practice_, outcomes_))
      left += pages_.text(kLeft, left, half, line, {9.5}) + 4;
    for (const auto& line : dose_in_words(practice_, outcomes_.done))
      left += pages_.text(kLeft, left, half, line, {9, false, pdf::kSoft}) + 2;
    y_ = std::max(left, weeks(kLeft + half + 2 * kGap, top, half));
  }

  /// Bars of the minutes a week, the newest last; below where they end.
  double weeks(double x, double y, double width) {
    constexpr double kHeight = 44;
    constexpr std::size_t kMostWeeks = 26;
    y += pages_.text(x, y, width, say("report.weeks"), {8, false, pdf::kSoft}) + 2;
    const auto& all = outcomes_.done.weeks;
    const std::size_t from = all.size() > kMostWeeks ? all.size() - kMostWeeks : 0;
    int most = 60;
    for (std::size_t i = from; i < all.size(); ++i) most = std::max(most, all[i].seconds);
    const double step = width / static_cast<double>(std::max<std::size_t>(all.size() - from, 8));
    for (std::size_t i = from; i < all.size(); ++i) {
      const double tall = kHeight * all[i].seconds / most;
      const double left = x + step * static_cast<double>(i - from);
      pages_.box(left, y + kHeight - tall, step * 0.7, tall, pdf::kLeaf);
      if (all[i].seconds > 0)
        pages_.text(left - 4, y + kHeight + 1, step + 8, std::to_string((all[i].seconds + 30) / 60),
                    {7, false, pdf::kSoft});
    }
    pages_.line(x, y + kHeight, x + width, y + kHeight, pdf::kLine);
    return y + kHeight + 12;
  }

  void changes() {
    heading("report.changes");
    if (order_.empty()) {
      y_ += pages_.text(kLeft, y_, kFull, say("report.none"), {9.5});
      return;
    }
    constexpr double kColumns[] = {0, 0.33, 0.41, 0.49, 0.70, 0.77};
    const auto column = [&](std::size_t i) { return kLeft + kFull * kColumns[i]; };
    const auto width = [&](std::size_t i) {
      return kFull * ((i + 1 < std::size(kColumns) ? kColumns[i + 1] : 1) - kColumns[i]) - 5;
    };
    const char* heads[] = {"report.measure",    "report.before", "report.lately",
                           "report.difference", "report.error",  "report.verdict"};
    double tallest = 0;
    for (std::size_t i = 0; i < std::size(heads); ++i)
      tallest =
          std::max(tallest, pages_.text(column(i), y_, width(i), say(heads[i]), {8, false, pdf::kSoft}));
    y_ += tallest + 3;
    const auto rows = rows_of_changes();
    for (std::size_t row = 0; row < std::min(rows.size(), kMostRows); ++row) {
      const auto cells = cells_of(rows[row]);
      tallest = 0;
      for (std::size_t i = 0; i < cells.size(); ++i)
        tallest = std::max(
            tallest, pages_.text(column(i), y_, width(i), cells[i], {8.5, i == 5 && !cells[1].empty()}));
      y_ += tallest + 4;
      pages_.line(kLeft, y_ - 2, kRight, y_ - 2, pdf::kLine, 0.3);
    }
    for (const auto& line : notes_of(rows))
      y_ += pages_.text(kLeft, y_ + 2, kFull, line, {8, false, pdf::kSoft}) + 2;
  }

  /// What is told of a measure in one line: its change over weeks, or within a massage, or neither.
  struct Row {
    const MeasureOutcome* of = nullptr;
    const Change* change = nullptr;
    bool within = false;
  };
  std::vector<Row> rows_of_changes() const {
    std::vector<Row> rows;
    for (const auto* each : order_) {
      if (each->over) rows.push_back({each, &*each->over, false});
      if (each->within) rows.push_back({each, &*each->within, true});
      if (!each->over && !each->within) rows.push_back({each, nullptr, false});
    }
    return rows;
  }

  /// Below the table: what must be known to read it.
  std::vector<std::string> notes_of(const std::vector<Row>& rows) const {
    std::vector<std::string> notes;
    if (rows.size() > kMostRows)
      notes.push_back(say("report.more_measures", {{"count", std::to_string(rows.size() - kMostRows)}}));
    for (std::size_t row = 0; row < std::min(rows.size(), kMostRows); ++row) {
      const auto* change = rows[row].change;
      if (change == nullptr || !change->bad_entry || !change->better.value_or(false)) continue;
      const auto& series = rows[row].of->series;
      notes.push_back(title_in_words(practice_, series.measure, series.hand, series.site) + ": " +
                      say("outcomes.bad_entry"));
    }
    notes.push_back(say("outcomes.no_cause"));
    return notes;
  }

  std::vector<std::string> cells_of(const Row& row) const {
    const auto& series = row.of->series;
    const auto& measure = practice_.at(series.measure);
    const auto title = title_in_words(practice_, series.measure, series.hand, series.site);
    if (row.change == nullptr) return {title, "", "", "", "", verdict_in_words(practice_, {})};
    const auto& change = *row.change;
    const auto number = [&](double value, bool with_sign = false) {
      return number_in_words(practice_, value, decimals_of(measure), with_sign);
    };
    return {title + " (" + say(row.within ? "report.within" : "report.over") + "), " +
                unit_in_words(practice_, measure),
            number(change.from),
            number(change.to),
            number(change.change, true) + " (" + number(change.interval.low, true) + " … " +
                number(change.interval.high, true) + ")",
            number(change.error),
            verdict_in_words(practice_, change)};
  }

  void curves() {
    y_ += 4;
    int drawn = 0;
    const double room = kFoot - 8 - events_height();
    for (const auto* each : order_) {
      if (each->series.points.size() < 2) continue;
      if (drawn % kCurvesInARow == 0 && y_ + kCurveHeight > room) break;
      const double width = kFull / kCurvesInARow - kGap;
      curve(*each, kLeft + (drawn % kCurvesInARow) * (width + kGap * 1.5), y_, width);
      ++drawn;
      if (drawn % kCurvesInARow == 0) y_ += kCurveHeight;
      if (static_cast<std::size_t>(drawn) == kMostCurves) break;
    }
    if (drawn % kCurvesInARow != 0) y_ += kCurveHeight;
    if (drawn > 0) y_ += pages_.text(kLeft, y_, kFull, say("report.curves"), {7.5, false, pdf::kSoft});
  }

  /// Values over time; shaded: the first mean with the error, in which nothing has changed measurably.
  void curve(const MeasureOutcome& each, double x, double y, double width) {
    const auto& measure = practice_.at(each.series.measure);
    const auto title = title_in_words(practice_, each.series.measure, each.series.hand, each.series.site);
    pages_.text(x, y, width, title, {7.5, true});
    const double head = pages_.height_of(width, title, {7.5, true}) + 6;
    const double plot = kCurveHeight - 8 - std::max(head, 22.0);
    y += head;
    double low = each.series.points.front().value;
    double high = low;
    const auto widen = [&](double value) {
      low = std::min(low, value);
      high = std::max(high, value);
    };
    for (const auto& point : each.series.points) widen(point.value);
    for (const auto& pair : each.series.pairs) widen(pair.after);
    if (measure.high - measure.low <= 10) {
      low = measure.low;
      high = measure.high;
    } else {
      const double edge = std::max((high - low) * 0.1, measure.resolution);
      low -= edge;
      high += edge;
    }
    const double inner = x + 20;
    const double across = width - 22;
    const auto at_x = [&](TimeMs at) {
      const auto whole = static_cast<double>(std::max<TimeMs>(1, outcomes_.to - outcomes_.from));
      return inner + across * static_cast<double>(at - outcomes_.from) / whole;
    };
    const auto at_y = [&](double value) { return y + plot * (1 - (value - low) / (high - low)); };
    if (each.over) {
      const double top = at_y(std::min(high, each.over->from + each.over->error));
      const double bottom = at_y(std::max(low, each.over->from - each.over->error));
      pages_.box(inner, top, across, bottom - top, pdf::kBand);
    }
    pages_.line(inner, y, inner, y + plot, pdf::kLine);
    pages_.line(inner, y + plot, inner + across, y + plot, pdf::kLine);
    for (const double value : {low, high})
      pages_.text(x - 4, at_y(value) - 5, 20, number_in_words(practice_, value, high - low < 5 ? 1 : 0),
                  {7, false, pdf::kSoft, Align::right});
    for (const auto& point : each.series.points)
      pages_.dot(at_x(point.at), at_y(point.value), 1.7, pdf::kClay, false);
    for (const auto& pair : each.series.pairs)
      pages_.dot(at_x(pair.at), at_y(pair.after), 1.7, pdf::kLeaf, true);
  }

  /// What must be read first, then the newest of what was stopped.
  std::vector<std::string> event_lines() const {
    auto lines = cautions_in_words(practice_, outcomes_);
    auto events = events_in_words(practice_, outcomes_);
    const auto left_out = events.size() > kMostEvents ? events.size() - kMostEvents : 0;
    events.resize(events.size() - left_out);
    lines.insert(lines.end(), events.begin(), events.end());
    if (left_out > 0) lines.push_back(say("report.more_events", {{"count", std::to_string(left_out)}}));
    if (outcomes_.events.empty() && outcomes_.done.stopped == 0 && outcomes_.done.stopped_zones.empty())
      lines.insert(lines.begin(), say("report.no_events"));
    return lines;
  }
  double events_height() {
    double height = 40;
    for (const auto& line : event_lines()) height += pages_.height_of(kFull, line, {9}) + 1;
    return height;
  }
  void events() {
    heading("report.events");
    for (const auto& line : event_lines()) y_ += pages_.text(kLeft, y_, kFull, line, {9}) + 1;
  }

  void foot() {
    double y = kFoot;
    pages_.line(kLeft, y, kRight, y, pdf::kLine);
    y += 5;
    y += pages_.text(kLeft, y, kFull, say("report.foot"), {8, false, pdf::kSoft}) + 2;
    pages_.text(kLeft, y, kFull,
                practice_.reviewed_by.empty() ? say("cli.not_reviewed")
                                              : say("cli.reviewed", {{"by", practice_.reviewed_by}}),
                {8, false, pdf::kSoft});
  }

  const Practice& practice_;
  const Outcomes& outcomes_;
  Pages pages_;
  std::vector<const MeasureOutcome*> order_;
  double y_ = 0;
};

}  // namespace

Result<std::string> report_pdf(const Practice& practice, const Outcomes& outcomes) {
  auto bytes = Report(practice, outcomes).draw();
  if (bytes.empty())
    return tl::unexpected(Problem{
        {}, "a page that could not be drawn", "Cairo and a font", "Install a font, as fonts-dejavu-core"});
  return bytes;
}

}  // namespace thenar::outcomes
