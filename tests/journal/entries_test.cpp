// What apps tell: whatever is lost, comes twice or in another order, the journal comes to the same.
#include "thenar/journal/entries.hpp"

#include <algorithm>
#include <random>

#include "journal/journal_fixture.hpp"
#include "thenar/journal/export.hpp"

namespace thenar::journal {
namespace {

std::string id_of(int number) {
  return "entry-" + std::to_string(1000 + number);
}

/// Two people, of whom one has a massage with everything, one is renamed; and a programme of their own.
std::vector<Entry> everything() {
  const Json given =
      Json::parse(R"({"seconds": {"left": 60, "right": 0}, "by_technique": {"left": {"EFFL": 60},
    "right": {}}, "by_zone": {"left": {"THEN": 60}, "right": {}}, "stopped_zones": {"left": [], "right": []},
    "trigger_points": {"left": [], "right": []}, "numb_stop": false})");
  const std::vector<Json> whats{
      {{"kind", "person"}, {"person", "person-ada"}, {"name", "Ada"}},
      {{"kind", "person"}, {"person", "person-ben"}, {"name", "Ben"}},
      {{"kind", "checkin"},
       {"person", "person-ada"},
       {"checkin", "checkin-1"},
       {"document", {{"format", "thenar.request/1"}}},
       {"answers", {{{"rule", "S32"}, {"answer", {{"conditions", Json::array()}}}}}}},
      {{"kind", "plan"}, {"person", "person-ada"}, {"plan", "plan-0001"}, {"document", {{"steps", 3}}}},
      {{"kind", "session"}, {"person", "person-ada"}, {"session", "session-1"}, {"plan", "plan-0001"}},
      {{"kind", "command"},
       {"session", "session-1"},
       {"index", 0},
       {"t_ms", 0},
       {"command", {{"command", "start"}}}},
      {{"kind", "command"},
       {"session", "session-1"},
       {"index", 1},
       {"t_ms", 900},
       {"command", {{"command", "hurts"}}}},
      {{"kind", "reached"}, {"session", "session-1"}, {"t_ms", 5000}},
      {{"kind", "rating"},
       {"session", "session-1"},
       {"measure", "pain"},
       {"hand", "left"},
       {"moment", "before"},
       {"value", 5}},
      {{"kind", "rating"},
       {"session", "session-1"},
       {"measure", "stress"},
       {"hand", nullptr},
       {"moment", "after"},
       {"value", 2}},
      {{"kind", "ending"},
       {"session", "session-1"},
       {"ending", {{"how", "finished"}, {"at", kEvening + 99}, {"rule", ""}, {"given", given}}}},
      {{"kind", "next_day"},
       {"session", "session-1"},
       {"next_day", {{"soreness", 1}, {"lasted_long", false}, {"answered_at", kEvening + kDayMs}}}},
      {{"kind", "programme"},
       {"person", "person-ada"},
       {"programme", "programme-1"},
       {"name", "Mine"},
       {"wishes", {{"minutes", 5}}},
       {"gone", false}}};
  std::vector<Entry> entries;
  for (const Json& what : whats)
    entries.push_back(
        {id_of(static_cast<int>(entries.size())), kEvening + static_cast<TimeMs>(entries.size()), what});
  return entries;
}

/// All that is kept, without the numbers, which follow the order in which things came.
Json kept(Journal& journal) {
  Json document = good(export_json(journal));
  std::map<std::string, Json> people;
  for (Json& person : document["people"]) {
    for (const char* field : {"id", "is_default"}) person.erase(field);
    for (const char* list : {"checkins", "plans", "sessions"})
      for (Json& each : person[list])
        for (const char* field : {"id", "plan"}) each.erase(field);
    for (Json& session : person["sessions"])
      std::sort(session["ratings"].begin(), session["ratings"].end(),
                [](const Json& a, const Json& b) { return a.dump() < b.dump(); });
    people[person["name"]] = person;
  }
  Json out = Json::array();
  for (auto& [name, person] : people) out.push_back(std::move(person));
  return out;
}

TEST(Entries, InAnyOrderAndAsOftenAsTheyComeTheyComeToTheSame) {
  const auto all = everything();
  auto first = good(open_journal_in_memory());
  EXPECT_EQ(good(first->take_entries(all)), static_cast<int>(all.size()));
  const Json expected = kept(*first);
  EXPECT_EQ(expected[0]["sessions"][0]["commands"].size(), 2U);
  EXPECT_EQ(expected[0]["sessions"][0]["ending"]["how"], "finished");
  for (unsigned seed = 0; seed < 40; ++seed) {
    std::mt19937 chance(seed);
    auto some = all;
    for (std::size_t i = 0; i < 6; ++i) some.push_back(all[chance() % all.size()]);
    std::shuffle(some.begin(), some.end(), chance);
    auto journal = good(open_journal_in_memory());
    for (std::size_t at = 0; at < some.size();) {
      const std::size_t count = std::min<std::size_t>(1 + chance() % 4, some.size() - at);
      good(journal->take_entries({some.begin() + static_cast<std::ptrdiff_t>(at),
                                  some.begin() + static_cast<std::ptrdiff_t>(at + count)}));
      at += count;
    }
    EXPECT_EQ(kept(*journal).dump(1), expected.dump(1)) << seed;
    EXPECT_EQ(good(journal->take_entries(all)), 0) << "nothing was lost on the way";
  }
}

TEST(Entries, TheLaterOfTwoThatSayTheSameThingCounts) {
  auto rating = everything()[8];
  auto later = rating;
  later.id = "entry-later";
  later.at += 100;
  later.what["value"] = 3;
  for (const bool swapped : {false, true}) {
    auto journal = good(open_journal_in_memory());
    good(journal->take_entries(everything()));
    good(journal->take_entries(swapped ? std::vector{later, rating} : std::vector{rating, later}));
    const auto session = good(journal->sessions(good(journal->people())[0].id))[0];
    const auto ratings = good(journal->ratings(session.id));
    ASSERT_EQ(ratings.size(), 2U);
    const auto pain =
        std::find_if(ratings.begin(), ratings.end(), [](const Rating& r) { return r.measure == "pain"; });
    EXPECT_EQ(pain->value, 3);
  }
}

TEST(Entries, ComeBackAsTheyWereTold) {
  auto journal = good(open_journal_in_memory());
  const auto all = everything();
  good(journal->take_entries(all));
  const auto told = good(journal->entries(0, 500));
  ASSERT_EQ(told.size(), all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    EXPECT_EQ(told[i].entry.id, all[i].id);
    EXPECT_EQ(told[i].entry.at, all[i].at);
    EXPECT_EQ(told[i].entry.what.dump(), all[i].what.dump());
  }
  EXPECT_EQ(good(journal->entries(told[3].number, 2)).size(), 2U);
  EXPECT_TRUE(good(journal->entries(told.back().number, 500)).empty());
}

TEST(Entries, WhatWasKeptInTheTerminalIsToldOnceAndComesToTheSameElsewhere) {
  auto journal = good(open_journal_in_memory());
  const auto ada = good(journal->add_person("Ada", kEvening));
  good(journal->add_checkin(ada, kEvening + 2, {{"b", 1}}, {{"S45", {{"x", nullptr}}, kEvening + 2}}));
  const auto plan = good(journal->add_plan(ada, kEvening + 3, {{"format", "thenar.plan/1"}}));
  const auto session = good(journal->open_session(plan, kEvening + 4));
  good(journal->append_command(session, 0, {{"command", "start"}}));
  good(journal->add_ratings(session, {{"pain", Hand::left, Moment::before, 4, kEvening + 4}}));
  good(journal->end_session(session, {How::finished, kEvening + 250, "", {}}));
  good(journal->set_next_day(session, {2, true, kEvening + kDayMs}));
  const auto told = good(journal->entries(0, 500));
  EXPECT_EQ(told.size(), 8U);
  EXPECT_EQ(good(journal->entries(0, 500)).size(), told.size()) << "told once";
  std::vector<Entry> entries;
  Json document{{"entries", Json::array()}};
  for (const auto& each : told) {
    entries.push_back(each.entry);
    document["entries"].push_back({{"id", each.entry.id}, {"at", each.entry.at}, {"what", each.entry.what}});
  }
  const auto read = read_entries(document, "entries");
  ASSERT_TRUE(read) << to_text(read.error().front());
  auto other = good(open_journal_in_memory());
  good(other->take_entries(entries));
  EXPECT_EQ(kept(*other).dump(1), kept(*journal).dump(1));
}

TEST(Entries, WhoIsErasedStaysGoneWhateverComesAfterwards) {
  const Folder folder;
  auto journal = good(open_journal({.path = folder / "journal.db"}));
  const auto all = everything();
  good(journal->take_entries(all));
  good(journal->take_entries(
      {{"entry-erased", kEvening + 500, {{"kind", "erased"}, {"person", "person-ada"}}}}));
  EXPECT_EQ(good(journal->people()).size(), 1U);
  good(journal->take_entries(all));
  const auto people = good(journal->people());
  ASSERT_EQ(people.size(), 1U);
  EXPECT_EQ(people[0].name, "Ben");
  for (const auto& [number, entry] : good(journal->entries(0, 500)))
    EXPECT_TRUE(entry.what["kind"] == "erased" || entry.what.dump().find("Ada") == std::string::npos)
        << entry.what.dump();
}

TEST(Entries, WhoIsKnownUnderTwoIdsIsErasedUnderBothAndNothingElseIsHeldUp) {
  const Folder folder;
  auto journal = good(open_journal({.path = folder / "journal.db"}));
  const auto of = [](int number, Json what) {
    return Entry{id_of(number), kEvening + number, std::move(what)};
  };
  const Json session{
      {"kind", "session"}, {"person", "me-there"}, {"session", "session-9"}, {"plan", "plan-0009"}};
  const Json command{{"kind", "command"},
                     {"session", "session-9"},
                     {"index", 0},
                     {"t_ms", 0},
                     {"command", {{"command", "start"}}}};
  good(journal->take_entries({of(1, {{"kind", "person"}, {"person", "me-here"}, {"name", "Me"}}),
                              of(2, {{"kind", "person"}, {"person", "me-there"}, {"name", "Me"}}),
                              of(3, command)}));
  good(journal->take_entries({of(4, {{"kind", "erased"}, {"person", "me-here"}})}));
  EXPECT_TRUE(good(journal->people()).empty());
  const Json plan{
      {"kind", "plan"}, {"person", "me-there"}, {"plan", "plan-0009"}, {"document", {{"steps", 1}}}};
  good(journal->take_entries({of(5, plan), of(6, session), of(7, command),
                              of(8, {{"kind", "person"}, {"person", "mum"}, {"name", "Mum"}})}));
  EXPECT_EQ(good(journal->people()).size(), 1U);
  int gone = 0;
  for (const auto& [number, entry] : good(journal->entries(0, 100))) {
    const auto kind = entry.what["kind"].get<std::string>();
    gone += kind == "erased" ? 1 : 0;
    EXPECT_TRUE(kind == "erased" || entry.what.value("person", "") == "mum") << entry.what;
  }
  EXPECT_EQ(gone, 2) << "an app that knows them by the other id is told too";
}

TEST(Entries, WhoIsErasedInTheTerminalIsErasedInEveryApp) {
  const Folder folder;
  auto journal = good(open_journal({.path = folder / "journal.db"}));
  good(journal->take_entries(everything()));
  good(journal->erase_person(good(journal->people()).front().id));
  good(journal->take_entries({{id_of(900), kEvening, everything()[2].what}}));  // held up for ever, once
  bool told = false;
  for (const auto& [number, entry] : good(journal->entries(0, 500))) {
    EXPECT_EQ(entry.what.dump().find("Ada"), std::string::npos);
    told = told || (entry.what["kind"] == "erased" && entry.what["person"] == "person-ada");
  }
  EXPECT_TRUE(told);
}

TEST(Entries, WhatIsNoneIsRefusedWithItsPlace) {
  const auto refused = [](Json what) {
    const auto read =
        read_entries({{"entries", {{{"id", "entry-0001"}, {"at", 1}, {"what", std::move(what)}}}}}, "body");
    EXPECT_FALSE(read);
    return read ? std::string() : read.error().front().place.path;
  };
  EXPECT_EQ(refused({{"kind", "wish"}}), "entries[0].what.kind");
  EXPECT_EQ(refused({{"kind", "reached"}, {"session", "x"}, {"t_ms", 1}}), "entries[0].what.session");
  EXPECT_EQ(refused({{"kind", "reached"}, {"session", "session-1"}, {"t_ms", -1}}), "entries[0].what.t_ms");
  EXPECT_EQ(refused({{"kind", "person"}, {"person", "person-1"}, {"name", ""}}), "entries[0].what.name");
  EXPECT_EQ(refused(Json::array()), "entries[0].what");
  Json many{{"entries", Json::array()}};
  for (std::size_t i = 0; i <= kMostEntries; ++i)
    many["entries"].push_back({{"id", id_of(static_cast<int>(i))},
                               {"at", 1},
                               {"what", {{"kind", "erased"}, {"person", "person-ada"}}}});
  EXPECT_FALSE(read_entries(many, "body"));
}

}  // namespace
}  // namespace thenar::journal
