// Faults of gates, precautions, marks and the rules of a session.
#include <gtest/gtest.h>

#include "damage.hpp"

namespace thenar::practice {
namespace {

TEST(CareFaults, APrecautionWithAnotherLetter) {
  expect_only({{"care.toml", R"(id = "S52")", R"(id = "X52")"}, {"words/en.toml", "S52 =", "X52 ="}},
              "rules[5].id", "S and a number");
}

TEST(CareFaults, APrecautionThatNothingReaches) {
  expect_only({{"care.toml", "computed = { age_from = 80 }, ", ""}}, "rules[6].gate", "0 ways to reach S58",
              {"care.toml", R"(id = "S58")"});
}

TEST(CareFaults, APrecautionReachedInTwoWays) {
  expect_only({{"care.toml", "computed = { age_from = 80 }, ",
                R"(computed = { age_from = 80 }, never_asked = true, )"}},
              "rules[6].gate", "2 ways to reach S58");
}

TEST(CareFaults, AGateThatDoesNotExist) {
  expect_only({{"care.toml", R"(gate = "now", asks_zones)", R"(gate = "later", asks_zones)"}},
              "rules[4].gate", "expected the id of a gate");
}

TEST(CareFaults, AGateThatAsksForNothing) {
  expect_only({{"care.toml", "gates = [\n", "gates = [\n  { id = \"idle\" },\n"},
               {"words/en.toml", "[gate]\n", "[gate]\nidle = { question = \"Nothing?\" }\n"}},
              "gates[0]", "a gate that asks for nothing", {"care.toml", R"(id = "idle")"});
}

TEST(CareFaults, AnExpiryThatIsNeitherNowNorThirtyDays) {
  expect_only({{"care.toml", R"(id = "S52", rule_class = "modify")",
                R"(id = "S52", rule_class = "modify", expires_days = 7)"}},
              "rules[5].expires_days", "0 or 30");
}

TEST(CareFaults, AnAnswerForgottenAtAGateThatIsNotAskedEveryTime) {
  expect_only({{"care.toml", R"(gate = "bones", expires_days = 30)", R"(gate = "bones")"}},
              "rules[2].expires_days", "30, because the gate is asked again when its answers have expired");
}

TEST(CareFaults, AMemberOfAFamilyWhoseHeadNoGateAsks) {
  expect_only({{"care.toml", R"(asked_with = "S20", applies_when = { answers = { weeks = ["late"] } })",
                R"(asked_with = "S58")"}},
              "rules[3].asked_with", "S58, which no gate asks");
}

TEST(CareFaults, AMemberThatIsItsOwnHead) {
  expect_only({{"care.toml", R"(asked_with = "S20", applies_when = { answers = { weeks = ["late"] } })",
                R"(asked_with = "S21", applies_when = { age_from = 5 })"}},
              "rules[3].asked_with", "S21, which no gate asks");
}

TEST(CareFaults, AMemberWithAnAnswerThatItsHeadDoesNotAskFor) {
  expect_only({{"care.toml", R"({ weeks = ["late"] })", R"({ month = ["late"] })"}},
              "rules[3].applies_when.answers.month", "an answer that S20 does not ask for");
}

TEST(CareFaults, AGuardWithAnAnswerThatDoesNotExist) {
  expect_only(
      {{"care.toml", R"({ weeks = ["early", "unsure"] })", R"({ weeks = ["soon", "early", "unsure"] })"}},
      "rules[2].effects[0].when.answers.weeks", R"("soon", expected a value of that follow-up, or unsure)");
}

TEST(CareFaults, AGuardWithoutValues) {
  expect_only({{"care.toml", R"({ weeks = ["late"] })", "{ weeks = [] }"}},
              "rules[3].applies_when.answers.weeks", "no values");
}

TEST(CareFaults, AGuardForNobody) {
  expect_only({{"care.toml", "computed = { age_from = 80 }", "computed = { age_from = 80, age_below = 13 }"}},
              "rules[6].computed.age_from", "an age range that holds for nobody");
}

TEST(CareFaults, AFollowUpThatNothingLooksAt) {
  expect_only({{"care.toml", R"({ key = "weeks", values = ["early", "late"] },)",
                R"({ key = "weeks", values = ["early", "late"] }, { key = "why", values = ["fall"] },)"},
               {"words/en.toml", R"(ask.weeks = "How long ago?",)",
                R"(ask.weeks = "How long ago?", ask.why = "Why?", answer.why = { fall = "A fall" },)"}},
              "rules[2].follow_ups[1].key", R"("why", which no effect looks at)");
}

TEST(CareFaults, AFollowUpTwice) {
  expect_only({{"care.toml", R"({ key = "weeks", values = ["early", "late"] },)",
                R"({ key = "weeks", values = ["early", "late"] }, { key = "weeks", values = ["early"] },)"}},
              "rules[2].follow_ups[1].key", R"("weeks" twice)");
}

TEST(CareFaults, AFollowUpThatListsUnsureItself) {
  expect_only({{"care.toml", R"(values = ["yes", "no"])", R"(values = ["yes", "no", "unsure"])"},
               {"words/en.toml", R"(no = "No" })", R"(no = "No", unsure = "Not sure" })"}},
              "rules[1].follow_ups[0].values", "unsure is always added");
}

TEST(CareFaults, UnsureThatLeadsNowhere) {
  expect_only({{"care.toml", R"({ weeks = ["early", "unsure"] })", R"({ weeks = ["early"] })"}},
              "rules[2].follow_ups[0]", R"("unsure" leads to less than another answer)",
              {"care.toml", R"(key = "weeks")"});
}

TEST(CareFaults, UnsureThatIsMilderThanAnotherAnswer) {
  expect_only(
      {{"care.toml", R"(refuse = "hand", advice = "see", urgency = "when_convenient", who = "doctor" },)",
        R"(refuse = "hand", advice = "see", urgency = "when_convenient", who = "doctor" }, { when = { answers = { weeks = ["early"] } }, refuse = "session", advice = "see", urgency = "now", who = "doctor" },)"}},
      "rules[2].follow_ups[0]", R"("unsure" leads to less)", {"care.toml", R"(key = "weeks")"});
}

TEST(CareFaults, AnEmergencyForSomebodyWhoIsUnsure) {
  expect_only({{"care.toml", R"({ breath = ["yes"] })", R"({ breath = ["yes", "unsure"] })"}},
              "rules[1].effects[1].verdict", "an emergency only for named answers");
}

TEST(CareFaults, AnEmergencyThatCanWait) {
  expect_only({{"care.toml", R"(advice = "call", urgency = "now", who = "emergency" }])",
                R"(advice = "call", urgency = "same_day", who = "emergency" }])"}},
              "rules[0].effects[0].urgency", "now, because it is an emergency");
}

TEST(CareFaults, AnEmergencyThatRefusesNothing) {
  expect_only({{"care.toml", R"([{ refuse = "session", advice)", "[{ advice"}}, "rules[0].effects",
              R"(an effect with refuse = "session")");
}

TEST(CareFaults, AReferralThatRefusesNothing) {
  expect_only(
      {{"care.toml",
        R"({ when = { answers = { weeks = ["early", "unsure"] } }, refuse = "hand", advice = "see", urgency = "when_convenient", who = "doctor" })",
        R"({ when = { answers = { weeks = ["early", "unsure"] } }, max_level = 1 })"}},
      "rules[2].effects", "an effect with refuse, exclude, mode_required or techniques_off",
      {"care.toml", R"(], effects = [
      { when = { answers = { weeks = ["early", "unsure"])"});
}

TEST(CareFaults, ARefusalWithoutAdvice) {
  expect_only({{"care.toml", R"([{ refuse = "session", advice = "call", )", R"([{ refuse = "session", )"}},
              "rules[0].effects[0].advice", "no advice");
}

TEST(CareFaults, ARefusalWithoutUrgency) {
  expect_only({{"care.toml", R"(urgency = "when_convenient", )", ""}}, "rules[2].effects[0].urgency",
              "how soon somebody should see to it",
              {"care.toml", R"(when = { answers = { weeks = ["early", "unsure"] } })"});
}

TEST(CareFaults, ARefusalThatNamesNobody) {
  expect_only(
      {{"care.toml", R"(urgency = "when_convenient", who = "doctor")", R"(urgency = "when_convenient")"}},
      "rules[2].effects[0].who", "who should see to it");
}

TEST(CareFaults, AnEffectThatChangesNothing) {
  expect_only({{"care.toml", R"(computed = { age_from = 80 }, effects = [{ max_level = 2 }])",
                R"(computed = { age_from = 80 }, effects = [{}])"}},
              "rules[6].effects[0]", "an effect that changes nothing");
}

TEST(CareFaults, APrecautionWithoutEffects) {
  expect_only({{"care.toml", R"(computed = { age_from = 80 }, effects = [{ max_level = 2 }])",
                R"(computed = { age_from = 80 })"}},
              "rules[6].effects", "no effects");
}

TEST(CareFaults, AnEffectOnMarkedZonesThatNobodyAsksFor) {
  expect_only({{"care.toml", "effects = [{ max_level = 2 }]",
                "effects = [{ where = { marked = true }, max_level = 2 }]"}},
              "rules[6].effects[0].where", "marked zones, which S58 does not ask for");
}

TEST(CareFaults, AMarkWithoutMeaning) {
  expect_only(
      {{"care.toml", "  { as = \"tense\", focus = true, source = \"PC\", confidence = \"M\" },\n", ""}},
      "screening.marks", R"(nothing for "tense")", {"care.toml", "marks = ["});
}

TEST(CareFaults, AMarkTwice) {
  expect_only({{"care.toml", R"(as = "tense", focus)", R"(as = "stiff",  focus)"}}, "screening.marks[2].as",
              R"("stiff" again)");
}

TEST(CareFaults, AnActionThatNoSessionKnows) {
  expect_only({{"care.toml", R"(action = "replan")", R"(action = "hope")"}}, "guidance.rules[0].action",
              "one of replan softer");
}

TEST(CareFaults, AMarkThatAsksAnUnknownPrecaution) {
  expect_only({{"care.toml", R"(asks = ["S05"])", R"(asks = ["S99"])"}}, "screening.marks[4].asks[0]",
              "the id of a precaution of this practice");
}

}  // namespace
}  // namespace thenar::practice
