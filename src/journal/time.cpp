#include "thenar/journal/time.hpp"

#include <algorithm>
#include <cstdlib>

namespace thenar::journal {
namespace {

struct Date {
  std::int64_t year = 0;
  int month = 0;
  int day = 0;
};

/// The date of a day since 1970-01-01, by the algorithm of Hinnant 2013 ("chrono-compatible low-level date
/// algorithms"): a year begins in March, so that the leap day is its last.
Date date_of(std::int64_t days) {
  constexpr std::int64_t kDaysOfEra = 146'097;  // 400 years
  constexpr std::int64_t kToMarch0000 = 719'468;
  const std::int64_t shifted = days + kToMarch0000;
  const std::int64_t era = shifted / kDaysOfEra;
  const std::int64_t day_of_era = shifted % kDaysOfEra;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t month_from_march = (5 * day_of_year + 2) / 153;
  const auto day = static_cast<int>(day_of_year - (153 * month_from_march + 2) / 5 + 1);
  const auto month = static_cast<int>(month_from_march < 10 ? month_from_march + 3 : month_from_march - 9);
  return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day};
}

std::string padded(std::int64_t number, std::size_t digits) {
  auto text = std::to_string(number);
  return text.size() >= digits ? text : std::string(digits - text.size(), '0') + text;
}

std::string date_and_time(TimeMs time) {
  const auto [year, month, day] = date_of(time / kDayMs);
  const auto seconds = time % kDayMs / 1000;
  return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2) + "T" + padded(seconds / 3600, 2) +
         ":" + padded(seconds / 60 % 60, 2) + ":" + padded(seconds % 60, 2);
}

}  // namespace

std::string iso_8601(TimeMs time) {
  return date_and_time(time) + "." + padded(time % 1000, 3) + "Z";
}

std::string local_iso_8601(TimeMs time, int utc_offset_minutes) {
  constexpr TimeMs kMinuteMs = 60'000;
  const auto local = std::max<TimeMs>(0, time + utc_offset_minutes * kMinuteMs);
  const int ahead = std::abs(utc_offset_minutes);
  return date_and_time(local) + (utc_offset_minutes < 0 ? "-" : "+") + padded(ahead / 60, 2) + ":" +
         padded(ahead % 60, 2);
}

}  // namespace thenar::journal
