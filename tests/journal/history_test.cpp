// What a request hears of earlier sessions. Expected values are counted by hand.
#include "thenar/journal/history.hpp"

#include "journal/journal_fixture.hpp"

namespace thenar::journal {
namespace {

Session session_at(TimeMs ended_at, int left = 60, int right = 0) {
  Session session;
  session.started_at = ended_at - 5 * kMinuteMs;
  session.ending = Ending{How::finished, ended_at, {}, {}};
  session.ending->given.seconds = {left, right};
  return session;
}

TEST(History, ThereIsNoneBeforeAnythingWasGiven) {
  EXPECT_FALSE(history_of({}, kEvening, 0));
  Session running;
  running.started_at = kEvening - kHourMs;
  EXPECT_FALSE(history_of({running, session_at(kEvening - kHourMs, 0, 0)}, kEvening, 0));
}

TEST(History, WeeksAreWholeOnesSinceTheFirstSessionThatGaveAnything) {
  const auto weeks = [](TimeMs before) {
    Session first = session_at(kEvening);
    first.started_at = kEvening - before;
    return history_of({session_at(kEvening - 70 * kDayMs, 0, 0), first}, kEvening, 0)->weeks_since_first;
  };
  EXPECT_EQ(weeks(0), 0);
  EXPECT_EQ(weeks(7 * kDayMs - 1), 0);
  EXPECT_EQ(weeks(7 * kDayMs), 1);
  EXPECT_EQ(weeks(43 * kDayMs), 6);
  EXPECT_EQ(weeks(-kDayMs), 0) << "a clock that was set back";
}

TEST(History, TodayIsThePersonsOwnDay) {
  // 18:00 UTC. Midnight was 18 h ago in UTC, 23 h ago at UTC+5, and 8 h ago at UTC-10.
  const std::vector<Session> sessions{
      session_at(kEvening - 23 * kHourMs, 1, 10), session_at(kEvening - 18 * kHourMs, 2, 20),
      session_at(kEvening - 9 * kHourMs, 4, 40), session_at(kEvening - 8 * kHourMs, 8, 80)};
  EXPECT_EQ(history_of(sessions, kEvening, 0)->seconds_today, (PerHand<int>{14, 140}));
  EXPECT_EQ(history_of(sessions, kEvening, 5 * 60)->seconds_today, (PerHand<int>{15, 150}));
  EXPECT_EQ(history_of(sessions, kEvening, -10 * 60)->seconds_today, (PerHand<int>{8, 80}));
  EXPECT_EQ(history_of(sessions, kEvening, -9 * 60 - 59)->seconds_today, (PerHand<int>{8, 80}));
  EXPECT_EQ(history_of(sessions, kEvening, -9 * 60)->seconds_today, (PerHand<int>{12, 120}));
}

TEST(History, ASessionOverMidnightCountsForTheDayItEnded) {
  auto session = session_at(kEvening - 18 * kHourMs);
  session.started_at -= kHourMs;
  EXPECT_EQ(history_of({session}, kEvening, 0)->seconds_today.left, 60);
}

TEST(History, ASessionInTheFutureCountsAsTodays) {
  EXPECT_EQ(history_of({session_at(kEvening + 40 * kHourMs)}, kEvening, 0)->seconds_today.left, 60);
}

TEST(History, StoppedZonesAreThoseOfTodayOnceEach) {
  auto yesterday = session_at(kEvening - kDayMs);
  yesterday.ending->given.stopped_zones.left = {"DIP2"};
  auto morning = session_at(kEvening - 8 * kHourMs);
  morning.ending->given.stopped_zones = {{"THEN"}, {"THEN"}};
  auto noon = session_at(kEvening - 6 * kHourMs);
  noon.ending->given.stopped_zones.left = {"CMC1", "THEN"};
  const auto history = history_of({yesterday, morning, noon}, kEvening, 0);
  EXPECT_EQ(
      to_json(*history, nullptr)["zones_stopped_today"].dump(),
      R"([{"hand":"left","zone":"THEN"},{"hand":"right","zone":"THEN"},{"hand":"left","zone":"CMC1"}])");
}

TEST(History, TriggerPointsRestForTwentyFourHours) {
  auto old = session_at(kEvening - kDayMs);
  old.ending->given.trigger_points.left = {"TP.OPP"};
  auto recent = session_at(kEvening - kDayMs + 1);
  recent.ending->given.trigger_points = {{"TP.ADP"}, {"TP.ADM"}};
  const auto history = history_of({old, recent, recent}, kEvening, 0);
  EXPECT_EQ(to_json(*history, nullptr)["trigger_points_24h"].dump(),
            R"([{"point":"TP.ADP","hand":"left"},{"point":"TP.ADM","hand":"right"}])");
}

TEST(History, NumbStopsCountTheSessionsOfToday) {
  const auto days = [](std::vector<TimeMs> ago) {
    std::vector<Session> sessions;
    for (TimeMs each : ago) {
      sessions.push_back(session_at(kEvening - each));
      sessions.back().ending->given.numb_stop = true;
    }
    sessions.push_back(session_at(kEvening));
    return history_of(sessions, kEvening, 0)->numb_stops_today;
  };
  EXPECT_EQ(days({}), 0);
  EXPECT_EQ(days({kHourMs, 2 * kHourMs}), 2);
  EXPECT_EQ(days({kDayMs, kHourMs}), 1);
  EXPECT_EQ(days({42 * kHourMs}), 0) << "yesterday began 42 hours ago";
  EXPECT_EQ(days({42 * kHourMs + 1}), 0);
}

TEST(History, TheNextDayIsTheLatestAnswerAndARowEndsWithAGoodOne) {
  const auto told = [](std::vector<std::optional<NextDay>> days) {
    std::vector<Session> sessions;
    for (const auto& day : days) {
      sessions.push_back(session_at(kEvening - kDayMs));
      sessions.back().next_day = day;
    }
    const auto history = history_of(sessions, kEvening, 0);
    return std::pair(history->next_day_soreness, history->a01_count);
  };
  const NextDay good_day{1, false, 0};
  const NextDay bad_day{5, true, 0};
  EXPECT_EQ(told({std::nullopt}), std::pair(0, 0));
  EXPECT_EQ(told({bad_day, good_day}), std::pair(1, 0));
  EXPECT_EQ(told({good_day, bad_day}), std::pair(5, 1));
  EXPECT_EQ(told({bad_day, good_day, bad_day, bad_day}), std::pair(5, 2));
  EXPECT_EQ(told({bad_day, std::nullopt, bad_day, std::nullopt}), std::pair(5, 2))
      << "not asked is no answer";
}

TEST(History, ItSpeaksTheWordsOfARequest) {
  const auto journal = good(open_journal_in_memory());
  const auto begun = begin(*journal, "Ada", kEvening - 15 * kDayMs);
  good(journal->end_session(begun.session, ending_at(kEvening - kHourMs)));
  good(journal->set_next_day(begun.session, {3, true, kEvening}));
  const auto known = good(history(*journal, begun.person, kEvening, 0));
  ASSERT_TRUE(known);
  EXPECT_EQ(
      to_json(*known, nullptr).dump(),
      R"({"weeks_since_first":2,"seconds_today":{"left":240,"right":60},"next_day_soreness":3,"a01_count":1,)"
      R"("trigger_points_24h":[{"point":"TP.ADP","hand":"right"}],)"
      R"("zones_stopped_today":[{"hand":"left","zone":"CMC1"}],"numb_stops_today":0})");
}

}  // namespace
}  // namespace thenar::journal
