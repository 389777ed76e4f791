#include "thenar/outcomes/words.hpp"

#include <algorithm>
#include <cmath>

#include "numbers.hpp"
#include "thenar/base/csv.hpp"
#include "thenar/base/text.hpp"
#include "thenar/journal/time.hpp"

namespace thenar::outcomes {
namespace {

using Gaps = std::map<std::string, std::string>;

std::string say(const Practice& practice, const std::string& key, const Gaps& gaps = {}) {
  return fill(practice.say(key), gaps);
}

/// A number of a measure: means carry one decimal more than what is read in whole steps.
std::string amount(const Practice& practice, const Measure& measure, double value, bool with_sign = false) {
  return number_in_words(practice, value, decimals_of(measure), with_sign);
}

Gaps gaps_of(const Practice& practice, const Measure& measure, const Change& change) {
  return {{"low", amount(practice, measure, change.interval.low, true)},
          {"high", amount(practice, measure, change.interval.high, true)},
          {"from", amount(practice, measure, change.from)},
          {"to", amount(practice, measure, change.to)},
          {"change", amount(practice, measure, change.change, true)},
          {"error", amount(practice, measure, change.error)},
          {"unit", unit_in_words(practice, measure)},
          {"values", std::to_string(change.values)}};
}

}  // namespace

std::string number_in_words(const Practice& practice, double value, int decimals, bool with_sign) {
  std::int64_t scale = 1;
  for (int i = 0; i < decimals; ++i) scale *= 10;
  const auto shown = static_cast<std::int64_t>(std::llround(std::abs(value) * static_cast<double>(scale)));
  std::string number = std::to_string(shown / scale);
  if (decimals > 0) {
    const auto fraction = std::to_string(shown % scale);
    number += practice.say("language.decimal") +
              std::string(static_cast<std::size_t>(decimals) - fraction.size(), '0') + fraction;
  }
  if (shown == 0) return number;
  if (value < 0) return "\xE2\x88\x92" + number;  // a true minus sign
  return with_sign ? "+" + number : number;
}

std::string unit_in_words(const Practice& practice, const Measure& measure) {
  const auto key = "unit." + measure.unit;
  return practice.words.contains(key) ? practice.say(key) : measure.unit;
}

int decimals_of(const Measure& measure) {
  return measure.resolution < 0.1 ? 2 : 1;
}

std::string site_in_words(const Practice& practice, const std::string& site) {
  const auto dot = site.find('.');
  const auto place = site.substr(0, dot);
  if (place.empty()) return {};
  const auto zone = "zone." + place + ".name";
  auto name = practice.words.contains("site." + place) ? practice.say("site." + place) : practice.say(zone);
  if (dot != std::string::npos)
    name +=
        ", " + practice.say("movement." + (is_missing_to_straight(site) ? "missing" : site.substr(dot + 1)));
  return name;
}

std::string title_in_words(const Practice& practice, MeasureId measure, const std::optional<Hand>& hand,
                           const std::string& site) {
  auto title = sentence_case(practice.say("measure." + practice.at(measure).id + ".name"));
  if (hand) title += ", " + practice.say("hand." + std::string(word(*hand)));
  if (const auto place = site_in_words(practice, site); !place.empty()) title += ", " + place;
  return title;
}

std::string headline(const Practice& practice, const MeasureOutcome& outcome) {
  if (!outcome.over || !outcome.within)
    return verdict_in_words(practice, outcome.over ? outcome.over : outcome.within);
  return say(practice, "outcomes.both",
             {{"over", verdict_in_words(practice, outcome.over)},
              {"within", verdict_in_words(practice, outcome.within)}});
}

std::string verdict_in_words(const Practice& practice, const std::optional<Change>& change) {
  if (!change) return practice.say("outcomes.verdict.too_few");
  if (!change->measurable) return practice.say("outcomes.verdict.none");
  if (!change->better) return practice.say("outcomes.verdict.changed");
  return practice.say(*change->better ? "outcomes.verdict.better" : "outcomes.verdict.worse");
}

std::string change_in_words(const Practice& practice, const Measure& measure, const Change& change,
                            bool within) {
  const auto gaps = gaps_of(practice, measure, change);
  return say(practice, within ? "outcomes.within" : "outcomes.over", gaps) + " " +
         say(practice, "outcomes.difference", gaps) + " " +
         say(practice, "outcomes.error." + std::string(word(change.error_of)), gaps);
}

std::string difference_in_words(const Practice& practice, const MeasureOutcome& outcome) {
  const auto& change = outcome.over ? outcome.over : outcome.within;
  if (!change) return {};
  return say(practice, "outcomes.difference",
             gaps_of(practice, practice.at(outcome.series.measure), *change));
}

std::string trend_in_words(const Practice& practice, const Measure& measure, const Trend& trend) {
  // A week changes less than a reading: one decimal more.
  const auto of_week = [&](double value) {
    return number_in_words(practice, value, decimals_of(measure) + 1, true);
  };
  const char* key = "outcomes.trend.changed";
  if (trend.better) key = *trend.better ? "outcomes.trend.better" : "outcomes.trend.worse";
  if (!trend.measurable) key = trend.interval.has(0) ? "outcomes.trend.none" : "outcomes.trend.small";
  return say(practice, key,
             {{"slope", of_week(trend.per_week)},
              {"low", of_week(trend.interval.low)},
              {"high", of_week(trend.interval.high)},
              {"unit", unit_in_words(practice, measure)},
              {"days", std::to_string(trend.days)}});
}

std::vector<std::string> sentences(const Practice& practice, const MeasureOutcome& outcome) {
  const auto& measure = practice.at(outcome.series.measure);
  std::vector<std::string> lines;
  const auto add = [&](const std::optional<Change>& change, bool within) {
    if (!change) return;
    auto line =
        verdict_in_words(practice, change) + " " + change_in_words(practice, measure, *change, within);
    if (change->may_matter) line += " " + practice.say("outcomes.matters");
    if (change->bad_entry && change->better.value_or(false)) line += " " + practice.say("outcomes.bad_entry");
    lines.push_back(std::move(line));
  };
  add(outcome.over, false);
  if (outcome.trend) lines.push_back(trend_in_words(practice, measure, *outcome.trend));
  add(outcome.within, true);
  if (outcome.other_share)
    lines.push_back(say(practice, "outcomes.other_hand",
                        {{"percent", number_in_words(practice, *outcome.other_share, 0)}}));
  if (outcome.band)
    lines.push_back(say(practice, "outcomes.band_is",
                        {{"band", practice.say("outcomes.band." + std::string(word(*outcome.band)))}}));
  if (!outcome.over && !outcome.within) lines.insert(lines.begin(), practice.say("outcomes.too_few"));
  return lines;
}

namespace {

/// The smallest change of a rating that is known to mean something; none without a source for one.
std::optional<double> smallest_change(const Practice& practice, const std::string& rating) {
  for (const auto& measure : practice.measures)
    if (measure.rating == rating && measure.important_change_confidence != Confidence::L)
      return measure.important_change;
  return {};
}

}  // namespace

std::vector<std::string> compared_in_words(const Practice& practice,
                                           const std::vector<journal::Rating>& ratings) {
  std::vector<std::string> lines;
  for (const auto& after : ratings) {
    if (after.moment != journal::Moment::after) continue;
    const auto before = std::find_if(ratings.begin(), ratings.end(), [&](const journal::Rating& each) {
      return each.moment == journal::Moment::before && each.measure == after.measure &&
             each.hand == after.hand;
    });
    if (before == ratings.end()) continue;
    auto line =
        say(practice, "checkin.compared",
            {{"measure", practice.say("checkin.measure." + after.measure)},
             {"where", after.hand ? ", " + practice.say("hand." + std::string(word(*after.hand))) : ""},
             {"before", decimal(before->value)},
             {"after", decimal(after.value)}});
    const auto least = smallest_change(practice, after.measure);
    if (before->value == after.value)
      line += practice.say("checkin.unchanged");
    else if (least && std::abs(before->value - after.value) < *least)
      line += practice.say("checkin.too_small");
    lines.push_back(line + ".");
  }
  return lines;
}

namespace {

/// Minutes, or seconds where it is not even one.
std::string whole_minutes(int seconds) {
  return duration(seconds < 60 ? seconds : seconds / 60 * 60);
}

/// The names of the most time, with it: "kneading 20 min, long strokes 10 min".
std::string most_of(const Practice& practice, const std::map<std::string, int>& seconds,
                    const std::string& kind) {
  constexpr std::size_t kMost = 4;
  std::vector<std::pair<int, std::string>> order;
  for (const auto& [id, spent] : seconds)
    if (spent > 0) order.emplace_back(-spent, practice.say(kind + "." + id + ".name"));
  std::sort(order.begin(), order.end());
  std::vector<std::string> texts;
  for (const auto& [spent, name] : order)
    if (texts.size() < kMost) texts.push_back(name + " " + whole_minutes(-spent));
  return joined(texts, ", ");
}

}  // namespace

std::vector<std::string> dose_in_words(const Practice& practice, const Done& done) {
  std::vector<std::string> lines;
  if (!done.by_technique.empty())
    lines.push_back(say(practice, "outcomes.dose.technique",
                        {{"list", most_of(practice, done.by_technique, "technique")}}));
  if (!done.by_zone.empty())
    lines.push_back(say(practice, "outcomes.dose.zone", {{"list", most_of(practice, done.by_zone, "zone")}}));
  return lines;
}

std::string peers_in_words(const Practice& practice, double kg, int age, Sex sex, Hand hand) {
  const auto place = practice.grip ? grip_place(*practice.grip, kg, age, sex, hand) : std::nullopt;
  if (!place) return {};
  auto text = say(practice, "outcomes.peers",
                  {{"mean", number_in_words(practice, place->mean_kg, 1)},
                   {"low", number_in_words(practice, place->mean_kg - place->sd_kg, 1)},
                   {"high", number_in_words(practice, place->mean_kg + place->sd_kg, 1)}});
  if (place->low) text += " " + practice.say("outcomes.low_grip");
  return text;
}

std::vector<std::string> done_in_words(const Practice& practice, const Outcomes& outcomes) {
  const auto& done = outcomes.done;
  std::vector<std::string> lines;
  if (done.sessions == 0) {
    lines.push_back(practice.say("outcomes.done.none"));
  } else {
    const int seconds = done.seconds.left + done.seconds.right;
    const char* many = done.weeks.size() == 1 ? "outcomes.done.week" : "outcomes.done.many";
    lines.push_back(say(practice, done.sessions == 1 ? "outcomes.done.one" : many,
                        {{"sessions", std::to_string(done.sessions)},
                         {"finished", std::to_string(done.finished)},
                         {"time", whole_minutes(seconds)},
                         {"weeks", std::to_string(done.weeks.size())}}));
  }
  if (outcomes.days_after.told > 0)
    lines.push_back(say(practice, "outcomes.days_after",
                        {{"told", std::to_string(outcomes.days_after.told)},
                         {"sore", std::to_string(outcomes.days_after.sore)},
                         {"too_much", std::to_string(outcomes.days_after.too_much)}}));
  return lines;
}

namespace {

/// What was kept of it can be one or many.
std::string counted(const Practice& practice, const std::string& key, int count) {
  return say(practice, key + (count == 1 ? ".one" : ".many"), {{"count", std::to_string(count)}});
}

}  // namespace

std::vector<std::string> events_in_words(const Practice& practice, const Outcomes& outcomes) {
  std::vector<std::string> lines;
  for (auto event = outcomes.events.rbegin(); event != outcomes.events.rend(); ++event)
    lines.push_back(say(practice, "outcomes.event",
                        {{"day", day_in_words(event->at, event->utc_offset_minutes)},
                         {"rule", practice.say("session_rule." + event->rule + ".name")}}));
  return lines;
}

std::vector<std::string> cautions_in_words(const Practice& practice, const Outcomes& outcomes) {
  std::vector<std::string> lines;
  const auto& done = outcomes.done;
  const int by_rule = static_cast<int>(outcomes.events.size());
  if (done.stopped > by_rule)
    lines.push_back(counted(practice, "outcomes.stopped_early", done.stopped - by_rule));
  if (!done.stopped_zones.empty()) {
    constexpr std::size_t kMost = 4;
    std::vector<std::pair<int, std::string>> order;
    for (const auto& [zone, count] : done.stopped_zones) order.emplace_back(-count, zone);
    std::sort(order.begin(), order.end());
    const auto left_out = order.size() > kMost ? order.size() - kMost : 0;
    order.resize(order.size() - left_out);
    std::vector<std::string> places;
    for (const auto& [count, zone] : order)
      places.push_back(
          say(practice, "outcomes.times",
              {{"what", practice.say("zone." + zone + ".name")}, {"count", std::to_string(-count)}}));
    if (left_out > 0)
      places.push_back(say(practice, "outcomes.more_places", {{"count", std::to_string(left_out)}}));
    lines.push_back(say(practice, "outcomes.stopped_zones", {{"list", joined(places, ", ")}}));
  }
  if (outcomes.review_due) lines.push_back(practice.say("session_rule.A02.say"));
  if (!outcomes.unscored.empty())
    lines.push_back(counted(practice, "outcomes.unscored", static_cast<int>(outcomes.unscored.size())));
  return lines;
}

std::vector<std::string> summary_in_words(const Practice& practice, const Outcomes& outcomes) {
  auto lines = done_in_words(practice, outcomes);
  for (const auto& part : {events_in_words(practice, outcomes), cautions_in_words(practice, outcomes)})
    lines.insert(lines.end(), part.begin(), part.end());
  return lines;
}

std::string day_in_words(TimeMs at, int utc_offset_minutes) {
  return journal::iso_8601(std::max<TimeMs>(0, at + utc_offset_minutes * kMinuteMs)).substr(0, 10);
}

}  // namespace thenar::outcomes
