// What is remembered of a person stays until they have answered about exactly it; what refused a massage is
// asked about before the next.
#include <gtest/gtest.h>

#include <algorithm>

#include "cli/conversation.hpp"
#include "support/shipped_practice.hpp"
#include "thenar/interview/checkin.hpp"

namespace thenar::test {
namespace {

using interview::Known;
using interview::Safety;
using interview::Whom;

RuleId rule_of(const std::string& id) {
  return shipped_practice().ids.rules.find(id);
}

Condition condition_of(RuleId rule) {
  Condition condition;
  condition.rule = rule;
  if (shipped_practice().at(rule).asks_hand) condition.hand = Hand::left;
  return condition;
}

/// Rules whose answers outlive a visit.
std::vector<RuleId> remembered_rules() {
  std::vector<RuleId> rules;
  for (std::size_t i = 0; i < shipped_practice().rules.size(); ++i)
    if (shipped_practice().rules[i].expires_days > 0) rules.push_back(RuleId{static_cast<std::int16_t>(i)});
  return rules;
}

/// Somebody who was here before and of whom this is known.
Known somebody_with(std::vector<Condition> conditions) {
  Known known;
  known.last = Request{};
  known.conditions = std::move(conditions);
  for (const auto rule : remembered_rules()) known.fresh.add(rule);
  return known;
}

/// Answers by what is asked: the first of these whose words stand in what was said since the last answer.
struct Answerer {
  std::vector<std::pair<std::string, std::string>> answers;
  std::string said;
  std::string all;
  cli::Conversation talk{shipped_practice(),
                         [this]() -> std::optional<std::string> {
                           std::replace(said.begin(), said.end(), '\n', ' ');
                           for (const auto& [words, line] : answers)
                             if (said.find(words) != std::string::npos) return said.clear(), line;
                           ADD_FAILURE() << "no answer to:\n" << said;
                           return std::nullopt;
                         },
                         [this](std::string_view text) {
                           said += text;
                           all += text;
                         }};
};

/// A visit in which something is new and none is said to every list.
Safety visit(const Known& known, std::vector<std::pair<std::string, std::string>> first) {
  Answerer answerer{std::move(first), {}, {}};
  const std::vector<std::pair<std::string, std::string>> usual{
      {"How is it today", "5"},         {"NONE OF THESE AFTER ALL", "new: a diagnosis"},
      {"Is this still so", "yes"},      {"NONE OF THESE", "0"},
      {"Is there a pregnancy", "no"},   {"How old are you", "44"},
      {"Which hand do you write", "2"}, {"looked at", "1"},
  };
  answerer.answers.insert(answerer.answers.end(), usual.begin(), usual.end());
  return interview::ask_safety(answerer.talk, shipped_practice(), known, Whom{"Me", true, Mode::self});
}

bool has(const Safety& safety, RuleId rule) {
  return std::any_of(safety.checkin.conditions.begin(), safety.checkin.conditions.end(),
                     [&](const Condition& each) { return each.rule == rule; });
}

TEST(VisitMemory, NoneInEveryListTakesNothingAwayThatIsStillSo) {
  ASSERT_GT(remembered_rules().size(), 20U);
  for (const auto rule : remembered_rules()) {
    const auto safety = visit(somebody_with({condition_of(rule)}), {});
    EXPECT_TRUE(has(safety, rule)) << shipped_practice().at(rule).id;
  }
}

TEST(VisitMemory, WhatIsOverGoesAloneAndIsForgotten) {
  const auto kept = condition_of(rule_of("S14"));
  for (const auto rule : remembered_rules()) {
    if (rule == kept.rule) continue;
    const auto known = somebody_with({kept, condition_of(rule)});
    const auto safety = visit(known, {{"Is this still so", "no"}, {"Which of these is over", "2"}});
    EXPECT_TRUE(has(safety, kept.rule)) << shipped_practice().at(rule).id;
    EXPECT_FALSE(has(safety, rule)) << shipped_practice().at(rule).id;
    const auto answers =
        interview::answers_of(shipped_practice(), safety.checkin, safety.answered, safety.allergies);
    const auto of_rule = [&](RuleId id) {
      return std::find_if(answers.begin(), answers.end(), [&](const auto& each) { return each.rule == id; });
    };
    ASSERT_NE(of_rule(rule), answers.end());
    EXPECT_TRUE(of_rule(rule)->conditions.empty()) << "it would come back next time";
    ASSERT_NE(of_rule(kept.rule), answers.end());
    EXPECT_EQ(of_rule(kept.rule)->conditions.size(), 1U);
  }
}

TEST(VisitMemory, NoAndThenAllStillSoKeepsEverything) {
  const auto known = somebody_with({condition_of(rule_of("S14")), condition_of(rule_of("S37"))});
  const auto safety = visit(known, {{"Is this still so", "no"}, {"Which of these is over", "0"}});
  EXPECT_TRUE(has(safety, rule_of("S14")));
  EXPECT_TRUE(has(safety, rule_of("S37")));
}

TEST(VisitMemory, WhatIsRememberedDoesNotEndByBeingOld) {
  for (const auto rule : remembered_rules()) {
    auto known = somebody_with({condition_of(rule)});
    known.fresh = {};
    EXPECT_TRUE(has(visit(known, {}), rule)) << shipped_practice().at(rule).id;
  }
}

TEST(VisitMemory, WhatRefusedTheLastMassageIsAskedAboutFirst) {
  int refusing = 0;
  for (std::size_t i = 0; i < shipped_practice().rules.size(); ++i) {
    const RuleId rule{static_cast<std::int16_t>(i)};
    const auto& asked = shipped_practice().rules[i];
    auto known = somebody_with({});
    known.last->checkin.conditions = {condition_of(rule)};
    const bool refuses = !screening::screen(shipped_practice(), known.last->checkin).hands.left.allowed;
    if (asked.expires_days > 0 || asked.gate.empty() || asked.computed || !refuses) continue;
    ++refusing;
    const auto no = visit(known, {{"Has it been looked at", "no"}});
    EXPECT_TRUE(has(no, rule)) << asked.id;
    EXPECT_FALSE(screening::screen(shipped_practice(), no.checkin).hands.left.allowed) << asked.id;
    EXPECT_FALSE(has(visit(known, {{"Has it been looked at", "1"}}), rule)) << asked.id;
  }
  EXPECT_GT(refusing, 12);
}

TEST(VisitMemory, WhatStoppedTheLastMassageMustBeOver) {
  auto known = somebody_with({});
  known.stop_rule = "T06";
  EXPECT_TRUE(visit(known, {{"is that over", "no"}}).still_stopped);
  EXPECT_FALSE(visit(known, {{"is that over", "1"}}).still_stopped);
}

TEST(VisitMemory, AnAgeThatIsLeftOutNowStaysAsItWasTold) {
  auto known = somebody_with({});
  known.last->checkin.age_years = 84;
  known.fresh = {};
  const auto safety = visit(known, {{"How old are you", ""}});
  EXPECT_EQ(safety.checkin.age_years, 84);
  const auto clearance = screening::screen(shipped_practice(), safety.checkin);
  EXPECT_TRUE(std::any_of(clearance.rules.begin(), clearance.rules.end(),
                          [&](const AppliedRule& each) { return each.rule == rule_of("S58"); }));
}

TEST(VisitMemory, WhatIsToldAnewTakesThePlaceOfWhatWasRemembered) {
  const auto safety = visit(somebody_with({condition_of(rule_of("S32"))}), {{"Joints, tendons", "1"},
                                                                            {"How is it today", "5"},
                                                                            {"AFTER ALL", "new: a diagnosis"},
                                                                            {"Is this still so", "yes"},
                                                                            {"Do you have any of these", "1"},
                                                                            {"which hand or arm", "1"},
                                                                            {"where?", "0"},
                                                                            {"joints hot today", "no"}});
  const auto& told = safety.checkin.conditions;
  EXPECT_EQ(std::count_if(told.begin(), told.end(),
                          [&](const Condition& each) { return each.rule == rule_of("S32"); }),
            1);
  EXPECT_TRUE(has(safety, rule_of("S32")));
}

TEST(VisitMemory, OnceTheAnswersRefuseTheMassageNothingMoreIsAsked) {
  Answerer answerer{{{"How is it today", "0"},
                     {"How old are you", "44"},
                     {"Do you have any of these", "5 4"},
                     {"Blood, heart", "3"},
                     {"which hand or arm", "both"},
                     {"Has the doctor said", "no"},
                     {"Nerves, bones", "0"},
                     {"NONE OF THESE", "0"}},
                    {},
                    {}};
  Known known;
  const auto safety =
      interview::ask_safety(answerer.talk, shipped_practice(), known, Whom{"Me", true, Mode::self});
  ASSERT_TRUE(screening::screen(shipped_practice(), safety.checkin).session_refused) << answerer.all;
  EXPECT_EQ(answerer.all.find("Nerves, bones"), std::string::npos);
}

}  // namespace
}  // namespace thenar::test
