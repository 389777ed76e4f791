// People made up for the tests of outcomes: what they measured and rated, with a truth that the tests know.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "support/shipped_practice.hpp"
#include "thenar/outcomes/outcomes.hpp"

namespace thenar::test {

inline constexpr outcomes::TimeMs kDay = journal::kDayMs;
inline constexpr outcomes::TimeMs kStart = 1'772'388'000'000;  // 2026-03-01 18:00 UTC

/// Something measured on a day, counted from kStart.
inline journal::Measured measured(const std::string& measure, double day,
                                  std::vector<std::optional<double>> values,
                                  std::optional<Hand> hand = Hand::right, const std::string& site = {}) {
  static int number = 0;
  journal::Measured out;
  out.id = "measured-" + std::to_string(++number);
  out.measure = measure;
  out.hand = hand;
  out.site = site;
  out.values = std::move(values);
  out.at = kStart + static_cast<outcomes::TimeMs>(day * static_cast<double>(kDay));
  out.noted_at = out.at;
  return out;
}

/// A session of a day with ratings of the right hand before and after it.
inline outcomes::RatedSession rated(int day, double before, std::optional<double> after,
                                    const std::string& rating = "pain") {
  outcomes::RatedSession out;
  out.session.started_at = kStart + day * kDay;
  journal::Ending ending;
  ending.at = out.session.started_at + 600'000;
  ending.given.seconds.right = 300;
  ending.given.by_technique.right = {{"KNEAD", 200}, {"EFFL", 100}};
  ending.given.by_zone.right = {{"THEN", 300}};
  out.session.ending = ending;
  out.ratings.push_back({rating, Hand::right, journal::Moment::before, before, out.session.started_at});
  if (after) out.ratings.push_back({rating, Hand::right, journal::Moment::after, *after, ending.at});
  return out;
}

/// A record up to so many days after kStart.
inline outcomes::Record record_until(int day) {
  outcomes::Record record;
  record.now = kStart + day * kDay;
  return record;
}

/// The outcome of a measure, which has to be there.
inline const outcomes::MeasureOutcome& outcome_of(const outcomes::Outcomes& all, const std::string& measure) {
  const auto& practice = shipped_practice();
  for (const auto& each : all.measures)
    if (practice.at(each.series.measure).id == measure) return each;
  ADD_FAILURE() << "no outcome of " << measure;
  static const outcomes::MeasureOutcome kNone{};
  return kNone;
}

}  // namespace thenar::test
