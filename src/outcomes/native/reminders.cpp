#include "thenar/outcomes/reminders.hpp"

#include <libical/ical.h>

#include <algorithm>
#include <array>
#include <memory>

namespace thenar::outcomes {
namespace {

constexpr std::array<const char*, 7> kWeekdays{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
constexpr int kMassageMinutes = 10;

Problem fault(const char* path, std::string found, std::string expected) {
  return {{{}, 0, path}, std::move(found), std::move(expected), {}};
}

std::string rule_of(const Reminders& reminders) {
  const int times =
      reminders.weeks * (reminders.weekdays.empty() ? 7 : static_cast<int>(reminders.weekdays.size()));
  if (reminders.weekdays.empty()) return "FREQ=DAILY;COUNT=" + std::to_string(times);
  std::string days;
  for (const int day : reminders.weekdays)
    days += std::string(days.empty() ? "" : ",") + kWeekdays.at(static_cast<std::size_t>(day));
  return "FREQ=WEEKLY;COUNT=" + std::to_string(times) + ";BYDAY=" + days;
}

/// The first of the chosen weekdays from a day on. RFC 5545 leaves open what repeats of an event whose
/// beginning its own rule does not have.
icaltimetype first_of(icaltimetype day, const std::vector<int>& weekdays) {
  constexpr int kDays = static_cast<int>(kWeekdays.size());
  const auto chosen = [&] {
    const int weekday = (icaltime_day_of_week(day) + kDays - 2) % kDays;  // there 1 is Sunday, here 0 Monday
    return std::find(weekdays.begin(), weekdays.end(), weekday) != weekdays.end();
  };
  for (int i = 0; i < kDays && !weekdays.empty() && !chosen(); ++i) icaltime_adjust(&day, 1, 0, 0, 0);
  return day;
}

}  // namespace

Result<std::string> reminders_ics(const Practice& practice, const Reminders& reminders) {
  THENAR_CHECK(!reminders.uid.empty());
  auto digits = reminders.first_day;
  std::erase(digits, '-');
  auto start = icaltime_from_string((digits + "T000000").c_str());
  if (digits.size() != 8 || icaltime_is_null_time(start) != 0 ||
      icaltime_days_in_month(start.month, start.year) < start.day || start.month < 1 || start.month > 12)
    return tl::unexpected(fault("first_day", "\"" + reminders.first_day + "\"", "a day, as 2026-11-30"));
  start = first_of(start, reminders.weekdays);
  start.hour = reminders.hour;  // on the clock of wherever somebody is: no time zone
  start.minute = reminders.minute;
  auto end = start;
  icaltime_adjust(&end, 0, 0, kMassageMinutes, 0);

  const auto summary = practice.say("reminder.summary");
  auto* event = icalcomponent_vanew(
      ICAL_VEVENT_COMPONENT, icalproperty_new_uid(reminders.uid.c_str()),
      icalproperty_new_dtstamp(icaltime_from_timet_with_zone(static_cast<time_t>(reminders.made_at / 1000), 0,
                                                             icaltimezone_get_utc_timezone())),
      icalproperty_new_dtstart(start), icalproperty_new_dtend(end), icalproperty_new_summary(summary.c_str()),
      icalproperty_new_description(practice.say("reminder.description").c_str()),
      icalproperty_new_rrule(icalrecurrencetype_from_string(rule_of(reminders).c_str())),
      icalcomponent_vanew(ICAL_VALARM_COMPONENT, icalproperty_new_action(ICAL_ACTION_DISPLAY),
                          icalproperty_new_description(summary.c_str()),
                          icalproperty_new_trigger(icaltriggertype_from_int(0)), nullptr),
      nullptr);
  const std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)> calendar(
      icalcomponent_vanew(ICAL_VCALENDAR_COMPONENT, icalproperty_new_version("2.0"),
                          icalproperty_new_prodid("-//Thenar//Reminders//EN"), event, nullptr),
      icalcomponent_free);
  const std::unique_ptr<char, decltype(&free)> text(icalcomponent_as_ical_string_r(calendar.get()), free);
  return std::string(text.get());
}

}  // namespace thenar::outcomes
