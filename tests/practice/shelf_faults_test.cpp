// Faults of words, claims, measures, media and checklists.
#include <gtest/gtest.h>

#include "damage.hpp"

namespace thenar::practice {
namespace {

TEST(WordFaults, AnEmptyText) {
  expect_only({{"words/en.toml", R"(name = "carpal tunnel")", R"(name = "")"}}, "zones[3]",
              R"(the word "zone.CT.name")", {"body.toml", R"(id = "CT")"});
}

/// Takes one text away and expects the thing that needs it to say so.
void expect_needed(const std::string& text, const std::string& word, const std::string& path,
                   const Spot& spot) {
  SCOPED_TRACE(word);
  expect_only({{"words/en.toml", text, ""}}, path, "no text for the word \"" + word + "\"", spot);
}

TEST(WordFaults, EveryKindOfThingNeedsItsTexts) {
  expect_needed(R"(, contents = "a nerve and nine tendons")", "zone.CT.contents", "zones[3]",
                {"body.toml", R"(id = "CT")"});
  expect_needed("back = { name = \"back\" }\n", "region.back.name", "regions[1]",
                {"body.toml", R"(id = "back")"});
  expect_needed("HAND = { name = \"whole hand\" }\n", "group.HAND.name", "groups[3]",
                {"body.toml", R"(id = "HAND")"});
  expect_needed("table = { name = \"table\" }\n", "tool.table.name", "tools[2]",
                {"work.toml", R"(id = "table")"});
  expect_needed(R"(how = "Lift and roll.", )", "technique.KNEAD.how", "techniques[2]",
                {"work.toml", R"(id = "KNEAD")"});
  expect_needed(R"(, not_when = "thin skin")", "technique.WRING.not_when", "techniques[3]",
                {"work.toml", R"(id = "WRING")"});
  expect_needed(R"(hold = "Wait.", )", "technique.TRIG.part.hold", "techniques[5].composite[1]",
                {"work.toml", R"(id = "TRIG")"});
  expect_needed("KNEAD_PRESS = { name = \"knead and press\" }\n", "combo.KNEAD_PRESS.name", "combos[0]",
                {"work.toml", R"(id = "KNEAD_PRESS")"});
  expect_needed(R"(where = "in the palm", )", "point.PC8.where", "points[1]", {"work.toml", R"(id = "PC8")"});
  expect_needed(R"(, tradition = "throat")", "point.LU10.tradition", "points[0]",
                {"work.toml", R"(id = "LU10")"});
  expect_needed(", glance = \"Bones?\"", "gate.bones.glance", "gates[1]", {"care.toml", R"(id = "bones")"});
  expect_needed("question = \"Anything about bones?\", ", "gate.bones.question", "gates[1]",
                {"care.toml", R"(id = "bones")"});
  expect_needed(R"(question = "Is anything injured?", )", "rule.S30.question", "rules[4]",
                {"care.toml", R"(id = "S30")"});
  expect_needed(R"(effect = "Gently.", )", "rule.S58.effect", "rules[6]", {"care.toml", R"(id = "S58")"});
  expect_needed(R"(ask.breath = "Short of breath?", )", "rule.S05.ask.breath", "rules[1].follow_ups[0]",
                {"care.toml", R"(key = "breath")"});
  expect_needed(R"(, late = "Longer")", "rule.S20.answer.weeks.late", "rules[2].follow_ups[0]",
                {"care.toml", R"(key = "weeks")"});
  expect_needed("look = \"Look at the skin.\"\n", "note.look", "rules[1].effects[2].notes[0]",
                {"care.toml", R"(notes = ["look"])"});
  expect_needed(R"(, say = "I make it softer.")", "session_rule.T02.say", "guidance.rules[0]",
                {"care.toml", R"(id = "T02")"});
  expect_needed("frequency = \"once a day\"\n", "programme.P01.frequency", "programmes[0]",
                {"programmes.toml", R"(id = "P01")"});
  expect_needed("cue = { 2 = \"slowly\" }\n", "programme.P01.cue.2", "programmes[0].steps[1].cue",
                {"programmes.toml", R"(cue = )"});
  expect_needed(R"(, evidence = "several trials")", "claim.calm.evidence", "claims[1]",
                {"shelf.toml", R"(id = "calm")"});
  expect_needed(R"(sentence = "Small studies report less pain.", )", "claim.pressing.sentence", "claims[0]",
                {"shelf.toml", R"(id = "pressing")"});
  expect_needed(R"(, scoring = "0 to 10")", "measure.PAIN.scoring", "measures[0]",
                {"shelf.toml", R"(id = "PAIN")"});
  expect_needed("none = { name = \"nothing\" }\n", "medium.none.name", "media[1]",
                {"shelf.toml", R"(id = "none")"});
  expect_needed("warm = \"Warm your hands at {low_c} to {high_c} degrees.\"\n", "preparation.warm",
                "checklist[0]", {"shelf.toml", R"(id = "warm")"});
  expect_needed("wipe = \"Wipe off the oil.\"\n", "aftercare.wipe", "checklist[1]",
                {"shelf.toml", R"(id = "wipe")"});
}

TEST(WordFaults, AdviceWithoutText) {
  expect_only({{"care.toml", R"(advice = "see", urgency = "when_convenient")",
                R"(advice = "rest", urgency = "when_convenient")"}},
              "rules[2].effects[0].advice", "advice.rest");
}

TEST(WordFaults, SomebodyWithoutName) {
  expect_only({{"care.toml", R"(urgency = "when_convenient", who = "doctor")",
                R"(urgency = "when_convenient", who = "nurse")"}},
              "rules[2].effects[0].who", "who.nurse");
}

TEST(WordFaults, AForbiddenWordInAnyCase) {
  expect_only({{"words/en.toml", R"(for = "tired hands")", R"(for = "A DeTox for tired hands")"}},
              "words.programme.P01.for", R"(found "detox")");
}

TEST(WordFaults, AForbiddenWordInAClaim) {
  expect_only({{"words/en.toml", "It often lowers anxiety for a short while.", "It cures anxiety."}},
              "words.claim.calm.sentence", R"(found "cures")");
}

TEST(WordFaults, AnUnfinishedLine) {
  expect_only({{"words/en.toml", "[tool]", "[tool"}}, "", "text that is not TOML");
}

TEST(WordFaults, AWordThatIsNoText) {
  expect_only({{"words/en.toml", R"(look = "Look at the skin.")", "look = 7"}}, "words.note.look",
              "a text in quotes");
}

TEST(ShelfFaults, AContradictedClaimThatIsMade) {
  expect_only({{"shelf.toml", R"(grade = "X", may_say = false)", R"(grade = "X")"},
               {"words/en.toml", R"(flush = { evidence)", R"(flush = { sentence = "It flushes.", evidence)"}},
              "claims[2].may_say", "true for a contradicted claim");
}

TEST(ShelfFaults, ASentenceForAClaimThatIsNeverMade) {
  expect_only({{"words/en.toml", R"(flush = { evidence)", R"(flush = { sentence = "It flushes.", evidence)"}},
              "claims[2].may_say", "a sentence for a claim that is never made",
              {"shelf.toml", "may_say = false"});
}

TEST(ShelfFaults, AGoalOfWhichNothingMayBeSaid) {
  expect_only({{"shelf.toml", R"(goals = ["skin", "stress", "sleep", "mood"])",
                R"(goals = ["skin", "stress", "sleep"])"}},
              "claims", "nothing that may be said about mood", {"shelf.toml", "claims = ["});
}

TEST(ShelfFaults, AMeasureWithoutWidth) {
  expect_only({{"shelf.toml", "low = 0, high = 10", "low = 10, high = 10"}}, "measures[0].low",
              "a range without width");
}

TEST(ShelfFaults, AMeasureThatNeedsMoreItemsThanItHas) {
  expect_only({{"shelf.toml", R"(unit = "points")",
                R"(unit = "points", scoring = "mean", items = 2, min_items = 3)"}},
              "measures[0].min_items", "at most items, 2");
}

TEST(ShelfFaults, AFormulaThatALicenceForbids) {
  expect_only({{"shelf.toml", "measures = [\n",
                "measures = [\n  { id = \"LOCKED\", flag = \"N\", low = 0, high = 4, better = \"low\", of = "
                "\"person\", scoring = \"none\", "
                "formula = \"sum\", source = \"K\", confidence = \"M\" },\n"},
               {"words/en.toml", "[measure]\n", "[measure]\nLOCKED = { name = \"x\", scoring = \"y\" }\n"}},
              "measures[0].formula", "whose licence forbids it", {"shelf.toml", "LOCKED"});
}

TEST(ShelfFaults, NoDefaultMedium) {
  expect_only({{"shelf.toml", R"(id = "lotion", is_default = true, )", R"(id = "lotion", )"}}, "media",
              "0 default media", {"shelf.toml", "media = ["});
}

TEST(ShelfFaults, TwoDefaultMedia) {
  expect_only(
      {{"shelf.toml", R"(id = "none", slips = false)", R"(id = "none", slips = false, is_default = true)"}},
      "media", "2 default media", {"shelf.toml", "media = ["});
}

TEST(ShelfFaults, ADefaultMediumThatIsNotOffered) {
  expect_only({{"shelf.toml", "is_default = true", "is_default = true, offered = false"}}, "media[0].offered",
              "false for the default");
}

TEST(ShelfFaults, MoreMillilitresAtLeastThanAtMost) {
  expect_only({{"shelf.toml", "ml_per_hand_min = 2", "ml_per_hand_min = 6"}}, "media[0].ml_per_hand_min",
              "more than ml_per_hand_max");
}

TEST(ShelfFaults, AMediumTwiceNamesBothPlaces) {
  expect_only({{"shelf.toml", R"(id = "none", slips)", R"(id = "lotion", slips)"}}, "media[1].id",
              R"("lotion" again (first as media[0] in shelf.toml:12))");
}

TEST(ShelfFaults, WarmthThatCanBurn) {
  expect_only({{"shelf.toml", "high_c = 40", "high_c = 45"}}, "checklist[0].numbers.high_c",
              "45 °C, expected at most 40");
}

TEST(ShelfFaults, ACountryThatIsNoCode) {
  expect_only({{"shelf.toml", R"(country = "CH")", R"(country = "Suisse")"}}, "emergency_numbers[0].country",
              "two capitals");
}

TEST(ShelfFaults, ACountryWithoutNumber) {
  expect_only({{"shelf.toml", R"(number = "144")", R"(number = "")"}}, "emergency_numbers[0].number",
              "a telephone number");
}

TEST(ShelfFaults, AFieldOfThePracticeThatNobodyKnows) {
  expect_only({{"shelf.toml", R"(version = "1")", "version = \"1\"\nvison = 2"}}, "vison", "an unknown field",
              {"shelf.toml", "vison"});
}

TEST(ShelfFaults, TheSameTableInTwoFiles) {
  expect_only({{"work.toml", "[planning]", "version = \"2\"\n[planning]"}}, "version",
              "the same field again (first in shelf.toml:1)");
}

}  // namespace
}  // namespace thenar::practice
