// The journal as documents: everything, and as other programs expect it.
#include "thenar/journal/export.hpp"
#include "thenar/journal/time.hpp"

#include "journal/journal_fixture.hpp"

namespace thenar::journal {
namespace {

/// Two people; the first has one of everything.
std::unique_ptr<Journal> household() {
  auto journal = good(open_journal_in_memory());
  const auto ada = good(journal->add_person("Ada \"the first\", Countess", kEvening));
  good(journal->add_person("Ben", kEvening + 1));
  good(journal->add_checkin(ada, kEvening + 2, {{"b", 1}, {"a", 0.1}},
                            {{"S45", {{"x", nullptr}}, kEvening + 2}}));
  const auto plan = good(journal->add_plan(ada, kEvening + 3, {{"format", "thenar.plan/1"}}));
  const auto session = good(journal->open_session(plan, kEvening + 4));
  good(journal->append_command(session, 0, {{"command", "start"}}));
  good(journal->append_command(session, 1500, {{"command", "hurts"}, {"value", 6}}));
  good(journal->mark_reached(session, 2000));
  good(journal->add_ratings(session, {{"pain", Hand::left, Moment::before, 4, kEvening + 4},
                                      {"stress", {}, Moment::after, 2.5, kEvening + 5}}));
  Ending ending{How::stopped, kEvening + 250, "T05", {}};
  ending.given.seconds = {60, 0};
  ending.given.by_technique.left = {{"EFFL", 60}};
  ending.given.by_zone.left = {{"THEN", 60}};
  ending.given.stopped_zones.left = {"CMC1", "THEN"};
  ending.given.trigger_points.right = {"TP.ADP"};
  ending.given.numb_stop = true;
  good(journal->end_session(session, ending));
  good(journal->set_next_day(session, {2, true, kEvening + kDayMs}));
  good(journal->open_session(plan, kEvening + 6));
  return journal;
}

TEST(Export, EverythingStandsInTheDocument) {
  const Json expected = Json::parse(R"({
    "format": "thenar.journal/1",
    "people": [
      {"id": 1, "name": "Ada \"the first\", Countess", "created_at": 1772388000000, "is_default": true,
       "checkins": [{"id": 1, "at": 1772388000002, "document": {"b": 1, "a": 0.1}}],
       "answers": [{"rule": "S45", "answer": {"x": null}, "answered_at": 1772388000002}],
       "plans": [{"id": 1, "at": 1772388000003, "document": {"format": "thenar.plan/1"}}],
       "sessions": [
         {"id": 1, "plan": 1, "started_at": 1772388000004, "reached_ms": 2000,
          "ending": {"how": "stopped", "at": 1772388000250, "rule": "T05", "given": {
            "seconds": {"left": 60, "right": 0},
            "by_technique": {"left": {"EFFL": 60}, "right": {}},
            "by_zone": {"left": {"THEN": 60}, "right": {}},
            "stopped_zones": {"left": ["CMC1", "THEN"], "right": []},
            "trigger_points": {"left": [], "right": ["TP.ADP"]},
            "numb_stop": true}},
          "next_day": {"soreness": 2, "lasted_long": true, "answered_at": 1772474400000},
          "commands": [{"t_ms": 0, "command": {"command": "start"}},
                       {"t_ms": 1500, "command": {"command": "hurts", "value": 6}}],
          "ratings": [{"measure": "pain", "hand": "left", "moment": "before", "value": 4.0, "at": 1772388000004},
                      {"measure": "stress", "hand": null, "moment": "after", "value": 2.5, "at": 1772388000005}]},
         {"id": 2, "plan": 1, "started_at": 1772388000006, "reached_ms": 0, "ending": null, "next_day": null,
          "commands": [], "ratings": []}],
       "measured": []},
      {"id": 2, "name": "Ben", "created_at": 1772388000001, "is_default": false,
       "checkins": [], "answers": [], "plans": [], "sessions": [], "measured": []}]})");
  EXPECT_EQ(good(export_json(*household())).dump(1), expected.dump(1));
}

TEST(Export, OnePersonStandsThereAlone) {
  const auto journal = household();
  const auto ben = good(export_json(*journal, PersonId{2}));
  ASSERT_EQ(ben["people"].size(), 1U);
  EXPECT_EQ(ben["people"][0]["name"], "Ben");
  EXPECT_FALSE(export_json(*journal, PersonId{9}));
  EXPECT_EQ(good(export_ratings_csv(*journal, PersonId{2})),
            "session,person,moment,measure,hand,value,at\r\n");
}

TEST(Export, TablesFollowTheCommaSeparatedStandard) {
  const auto journal = household();
  EXPECT_EQ(
      good(export_sessions_csv(*journal)),
      "session,person,started_at,ended_at,how,rule,seconds_left,seconds_right,stopped_zones_left,"
      "stopped_zones_right,trigger_points_left,trigger_points_right,numb_stop,next_day_soreness,"
      "lasted_long\r\n"
      "1,\"Ada \"\"the first\"\", Countess\",2026-03-01T18:00:00.004Z,2026-03-01T18:00:00.250Z,stopped,T05,"
      "60,0,CMC1 THEN,,,TP.ADP,yes,2,yes\r\n"
      "2,\"Ada \"\"the first\"\", Countess\",2026-03-01T18:00:00.006Z,,,,,,,,,,,,\r\n");
  EXPECT_EQ(good(export_ratings_csv(*journal)),
            "session,person,moment,measure,hand,value,at\r\n"
            "1,\"Ada \"\"the first\"\", Countess\",before,pain,left,4,2026-03-01T18:00:00.004Z\r\n"
            "1,\"Ada \"\"the first\"\", Countess\",after,stress,,2.5,2026-03-01T18:00:00.005Z\r\n");
}

TEST(Export, NoNameRunsAsAFormula) {
  auto journal = good(open_journal_in_memory());
  const auto person = good(journal->add_person("=1+1", kEvening));
  const auto plan = good(journal->add_plan(person, kEvening, Json::object()));
  const auto session = good(journal->open_session(plan, kEvening));
  good(journal->add_ratings(session, {{"pain", Hand::left, Moment::before, 4, kEvening}}));
  EXPECT_NE(good(export_sessions_csv(*journal)).find(",'=1+1,"), std::string::npos);
  EXPECT_NE(good(export_ratings_csv(*journal)).find(",'=1+1,before,pain,left,4,"), std::string::npos);
}

TEST(Export, TimesAreWrittenAsTheCalendarHasThem) {
  EXPECT_EQ(iso_8601(0), "1970-01-01T00:00:00.000Z");
  EXPECT_EQ(iso_8601(951'827'696'789), "2000-02-29T12:34:56.789Z");
  EXPECT_EQ(iso_8601(253'402'300'799'999), "9999-12-31T23:59:59.999Z");
}

TEST(Export, AProblemOfTheJournalIsTheExportsProblem) {
  const auto journal = household();
  const auto session = good(journal->unfinished_sessions())[0].id;
  good(journal->leave_session(session));
  good(journal->erase_everything());
  EXPECT_FALSE(export_json(*journal));
  EXPECT_FALSE(export_sessions_csv(*journal));
}

}  // namespace
}  // namespace thenar::journal
