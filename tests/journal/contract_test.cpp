// What every journal promises, whatever is behind it.
#include <functional>
#include <limits>

#include "journal/journal_fixture.hpp"

namespace thenar::journal {
namespace {

struct Kind {
  const char* name;
  std::function<std::unique_ptr<Journal>(const Folder&)> open;
};
void PrintTo(const Kind& kind, std::ostream* out) {
  *out << kind.name;
}

class JournalContract : public testing::TestWithParam<Kind> {
 protected:
  Folder folder_;
  std::unique_ptr<Journal> journal_ = GetParam().open(folder_);
};

INSTANTIATE_TEST_SUITE_P(
    Kinds, JournalContract,
    testing::Values(Kind{"InAFile", [](const Folder& folder) { return open_at(folder / "journal.db"); }},
                    Kind{"InMemory", [](const Folder&) { return good(open_journal_in_memory()); }}),
    [](const auto& kind) { return std::string(kind.param.name); });

TEST_P(JournalContract, TheFirstPersonIsTheDefaultUntilAnotherIsChosen) {
  const auto ada = good(journal_->add_person("  Ada ", kEvening));
  const auto ben = good(journal_->add_person("Ben", kEvening + 1));
  auto people = good(journal_->people());
  ASSERT_EQ(people.size(), 2U);
  EXPECT_EQ(people[0].name, "Ada");
  EXPECT_TRUE(people[0].is_default);
  EXPECT_FALSE(people[1].is_default);
  EXPECT_EQ(people[1].created_at, kEvening + 1);
  good(journal_->set_default_person(ben));
  people = good(journal_->people());
  EXPECT_FALSE(people[0].is_default);
  EXPECT_TRUE(people[1].is_default);
  good(journal_->rename_person(ada, "Ada Lovelace"));
  EXPECT_EQ(good(journal_->people())[0].name, "Ada Lovelace");
}

TEST_P(JournalContract, ANameIsPlainTextAndNobodyElses) {
  const auto ada = good(journal_->add_person("Ada", kEvening));
  const auto ben = good(journal_->add_person("Ben", kEvening));
  EXPECT_NE(fault_of(journal_->add_person("ada", kEvening)).find("already"), std::string::npos);
  EXPECT_NE(fault_of(journal_->rename_person(ben, "Ada")).find("already"), std::string::npos);
  good(journal_->rename_person(ada, "ADA"));
  for (const std::string& name : {std::string(), std::string("   "), std::string("a\nb"),
                                  std::string("\x1b[2J"), std::string("\xff"), std::string(101, 'a')})
    EXPECT_NE(fault_of(journal_->add_person(name, kEvening)).find("plain text"), std::string::npos) << name;
  EXPECT_EQ(good(journal_->people()).size(), 2U);
}

TEST_P(JournalContract, WhatNobodyKeepsIsAProblem) {
  const PersonId nobody{77};
  EXPECT_FALSE(journal_->rename_person(nobody, "Ada"));
  EXPECT_FALSE(journal_->set_default_person(nobody));
  EXPECT_FALSE(journal_->add_checkin(nobody, kEvening, Json::object(), {}));
  EXPECT_FALSE(journal_->add_plan(nobody, kEvening, Json::object()));
  EXPECT_FALSE(journal_->plan(PlanId{77}));
  EXPECT_FALSE(journal_->open_session(PlanId{77}, kEvening));
  EXPECT_FALSE(journal_->resume_session(SessionId{77}));
  EXPECT_FALSE(journal_->end_session(SessionId{77}, ending_at(kEvening)));
  EXPECT_FALSE(journal_->session(SessionId{77}));
  EXPECT_FALSE(journal_->add_ratings(SessionId{77}, {{"pain", {}, Moment::before, 1, kEvening}}));
  EXPECT_FALSE(journal_->set_next_day(SessionId{77}, {}));
  EXPECT_FALSE(journal_->erase_person(nobody));
}

TEST_P(JournalContract, AFailedChoiceOfDefaultChangesNothing) {
  good(journal_->add_person("Ada", kEvening));
  EXPECT_FALSE(journal_->set_default_person(PersonId{77}));
  EXPECT_TRUE(good(journal_->people())[0].is_default);
}

TEST_P(JournalContract, DocumentsComeBackAsTheyWere) {
  const auto ada = good(journal_->add_person("Ada", kEvening));
  const Json document = Json::parse(R"({"z":1,"a":[1.0,0.1,1e300,-0.0,null,true,9007199254740993],
                                        "text":"\u0000 \"Ä\" 手 \n","empty":{}})");
  good(journal_->add_checkin(ada, kEvening, document, {}));
  const auto plan = good(journal_->add_plan(ada, kEvening + 5, document));
  EXPECT_EQ(good(journal_->checkins(ada))[0].document.dump(), document.dump());
  const auto kept = good(journal_->plan(plan));
  EXPECT_EQ(kept.document.dump(), document.dump());
  EXPECT_EQ(kept.person, ada);
  EXPECT_EQ(kept.at, kEvening + 5);
  EXPECT_EQ(good(journal_->plans(ada)).size(), 1U);
}

TEST_P(JournalContract, AnAnswerIsRememberedWithItsTimeUntilALaterOne) {
  const auto ada = good(journal_->add_person("Ada", kEvening));
  const auto ben = good(journal_->add_person("Ben", kEvening));
  good(journal_->add_checkin(ada, kEvening, {},
                             {{"S45", "yes", kEvening}, {"S32", {{"hand", "left"}}, kEvening}}));
  good(journal_->add_checkin(ada, kEvening + kDayMs, {}, {{"S45", "no", kEvening + kDayMs}}));
  const auto answers = good(journal_->answers(ada));
  ASSERT_EQ(answers.size(), 2U);
  EXPECT_EQ(answers[0].rule, "S32");
  EXPECT_EQ(answers[0].answer, (Json{{"hand", "left"}}));
  EXPECT_EQ(answers[0].answered_at, kEvening);
  EXPECT_EQ(answers[1].answer, "no");
  EXPECT_EQ(answers[1].answered_at, kEvening + kDayMs);
  EXPECT_EQ(good(journal_->checkins(ada)).size(), 2U);
  EXPECT_TRUE(good(journal_->answers(ben)).empty());
}

TEST_P(JournalContract, ACheckInWithAnImpossibleAnswerKeepsNothing) {
  const auto ada = good(journal_->add_person("Ada", kEvening));
  EXPECT_FALSE(journal_->add_checkin(ada, kEvening, {}, {{"S45", "yes", kEvening}, {"S32", "yes", -1}}));
  EXPECT_TRUE(good(journal_->checkins(ada)).empty());
  EXPECT_TRUE(good(journal_->answers(ada)).empty());
}

TEST_P(JournalContract, ASessionKeepsItsCommandsInOrderAndHowFarItCame) {
  const auto begun = begin(*journal_);
  good(journal_->append_command(begun.session, 0, {{"command", "start"}}));
  good(journal_->append_command(begun.session, 12'500, {{"command", "hurts"}, {"value", 6}}));
  good(journal_->append_command(begun.session, 12'500, {{"command", "softer"}}));
  EXPECT_EQ(good(journal_->session(begun.session)).reached_ms, 12'500);
  good(journal_->mark_reached(begun.session, 40'000));
  good(journal_->mark_reached(begun.session, 30'000));
  const auto commands = good(journal_->commands(begun.session));
  ASSERT_EQ(commands.size(), 3U);
  EXPECT_EQ(commands[1].t_ms, 12'500);
  EXPECT_EQ(commands[1].command, (Json{{"command", "hurts"}, {"value", 6}}));
  EXPECT_EQ(commands[2].command, (Json{{"command", "softer"}}));
  const auto session = good(journal_->session(begun.session));
  EXPECT_EQ(session.reached_ms, 40'000);
  EXPECT_EQ(session.person, begun.person);
  EXPECT_EQ(session.plan, begun.plan);
  EXPECT_EQ(session.started_at, kEvening);
  EXPECT_FALSE(session.ending);
}

TEST_P(JournalContract, TimeInASessionNeverGoesBack) {
  const auto begun = begin(*journal_);
  good(journal_->append_command(begun.session, 500, {{"command", "start"}}));
  EXPECT_NE(
      fault_of(journal_->append_command(begun.session, 499, {{"command", "stop"}})).find("500 ms or later"),
      std::string::npos);
  EXPECT_FALSE(journal_->append_command(begun.session, -1, {{"command", "stop"}}));
  good(journal_->leave_session(begun.session));
  good(journal_->resume_session(begun.session));
  EXPECT_FALSE(journal_->append_command(begun.session, 499, {{"command", "stop"}}));
  EXPECT_EQ(good(journal_->commands(begun.session)).size(), 1U);
}

TEST_P(JournalContract, OnlyTheHolderAddsToASession) {
  const auto begun = begin(*journal_);
  good(journal_->leave_session(begun.session));
  EXPECT_FALSE(journal_->append_command(begun.session, 0, {{"command", "start"}}));
  EXPECT_FALSE(journal_->mark_reached(begun.session, 1));
  EXPECT_FALSE(journal_->leave_session(begun.session));
  good(journal_->resume_session(begun.session));
  good(journal_->append_command(begun.session, 0, {{"command", "start"}}));
}

TEST_P(JournalContract, AnEndedSessionIsClosedForGood) {
  const auto begun = begin(*journal_);
  EXPECT_EQ(good(journal_->unfinished_sessions()).size(), 1U);
  auto ending = ending_at(kEvening + 5 * kMinuteMs);
  ending.how = How::stopped;
  ending.rule = "T05";
  ending.given.numb_stop = true;
  good(journal_->end_session(begun.session, ending));
  EXPECT_TRUE(good(journal_->unfinished_sessions()).empty());
  EXPECT_FALSE(journal_->append_command(begun.session, 0, {{"command", "start"}}));
  EXPECT_FALSE(journal_->resume_session(begun.session));
  EXPECT_FALSE(journal_->end_session(begun.session, ending));
  const auto kept = good(journal_->session(begun.session)).ending;
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->how, How::stopped);
  EXPECT_EQ(kept->at, ending.at);
  EXPECT_EQ(kept->rule, "T05");
  EXPECT_EQ(to_json(kept->given, nullptr), to_json(ending.given, nullptr));
}

TEST_P(JournalContract, ACutOffSessionCanBeEndedWithoutGoingOn) {
  const auto begun = begin(*journal_);
  good(journal_->leave_session(begun.session));
  auto ending = ending_at(kEvening);
  ending.how = How::cut_off;
  good(journal_->end_session(begun.session, ending));
  EXPECT_EQ(good(journal_->session(begun.session)).ending->how, How::cut_off);
}

TEST_P(JournalContract, AnEndingWithImpossibleSecondsIsRefusedAndTheSessionGoesOn) {
  const auto begun = begin(*journal_);
  auto ending = ending_at(kEvening);
  ending.given.seconds.left = -1;
  EXPECT_NE(fault_of(journal_->end_session(begun.session, ending)).find("seconds.left"), std::string::npos);
  good(journal_->append_command(begun.session, 0, {{"command", "start"}}));
}

TEST_P(JournalContract, RatingsAreAddedAllOrNone) {
  const auto begun = begin(*journal_);
  good(journal_->add_ratings(begun.session, {{"pain", Hand::left, Moment::before, 4, kEvening},
                                             {"stress", {}, Moment::before, 6.5, kEvening}}));
  EXPECT_FALSE(journal_->add_ratings(begun.session, {{"pain", Hand::left, Moment::after, 2, kEvening},
                                                     {"pain", Hand::right, Moment::after,
                                                      std::numeric_limits<double>::quiet_NaN(), kEvening}}));
  const auto ratings = good(journal_->ratings(begun.session));
  ASSERT_EQ(ratings.size(), 2U);
  EXPECT_EQ(ratings[0].measure, "pain");
  EXPECT_EQ(ratings[0].hand, Hand::left);
  EXPECT_EQ(ratings[0].moment, Moment::before);
  EXPECT_EQ(ratings[1].hand, std::nullopt);
  EXPECT_EQ(ratings[1].value, 6.5);
  EXPECT_EQ(ratings[1].at, kEvening);
}

TEST_P(JournalContract, TheNextDayBelongsToAnEndedSessionAndMayBeCorrected) {
  const auto begun = begin(*journal_);
  EXPECT_FALSE(journal_->set_next_day(begun.session, {3, false, kEvening + kDayMs}));
  good(journal_->end_session(begun.session, ending_at(kEvening)));
  EXPECT_FALSE(journal_->set_next_day(begun.session, {11, false, kEvening + kDayMs}));
  EXPECT_FALSE(good(journal_->session(begun.session)).next_day);
  good(journal_->set_next_day(begun.session, {3, false, kEvening + kDayMs}));
  good(journal_->set_next_day(begun.session, {2, true, kEvening + kDayMs + 1}));
  const auto kept = good(journal_->sessions(begun.person))[0].next_day;
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->soreness, 2);
  EXPECT_TRUE(kept->lasted_long);
  EXPECT_EQ(kept->answered_at, kEvening + kDayMs + 1);
}

TEST_P(JournalContract, ErasingSomebodyLeavesTheOthersWhole) {
  const auto ada = begin(*journal_, "Ada");
  const auto ben = begin(*journal_, "Ben");
  good(journal_->add_checkin(ada.person, kEvening, {}, {{"S45", "yes", kEvening}}));
  good(journal_->append_command(ada.session, 0, {{"command", "start"}}));
  good(journal_->append_command(ben.session, 7, {{"command", "start"}}));
  good(journal_->add_ratings(ben.session, {{"pain", Hand::left, Moment::before, 4, kEvening}}));
  EXPECT_NE(fault_of(journal_->erase_person(ada.person)).find("being given"), std::string::npos);
  good(journal_->leave_session(ada.session));
  good(journal_->leave_session(ben.session));
  good(journal_->erase_person(ada.person));
  const auto people = good(journal_->people());
  ASSERT_EQ(people.size(), 1U);
  EXPECT_EQ(people[0].name, "Ben");
  EXPECT_TRUE(people[0].is_default);
  EXPECT_FALSE(journal_->plan(ada.plan));
  EXPECT_FALSE(journal_->session(ada.session));
  EXPECT_TRUE(good(journal_->commands(ada.session)).empty());
  EXPECT_TRUE(good(journal_->answers(ada.person)).empty());
  EXPECT_EQ(good(journal_->commands(ben.session)).size(), 1U);
  EXPECT_EQ(good(journal_->ratings(ben.session)).size(), 1U);
  good(journal_->resume_session(ben.session));
  const auto carl = good(journal_->add_person("Ada", kEvening));
  EXPECT_GT(number_of(carl), number_of(ben.person)) << "numbers are never used again";
}

TEST_P(JournalContract, AnErasedJournalAnswersNothingMore) {
  const auto begun = begin(*journal_);
  good(journal_->end_session(begun.session, ending_at(kEvening)));
  good(journal_->erase_everything());
  EXPECT_NE(fault_of(journal_->people()).find("was erased"), std::string::npos);
  EXPECT_FALSE(journal_->add_person("Ada", kEvening));
  EXPECT_FALSE(journal_->resume_session(begun.session));
}

}  // namespace
}  // namespace thenar::journal
