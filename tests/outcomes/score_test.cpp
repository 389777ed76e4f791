// Scores against examples worked by hand from the published formulas (see measures.toml for the sources).
#include "thenar/outcomes/score.hpp"

#include <gtest/gtest.h>

#include "people.hpp"

namespace thenar::outcomes {
namespace {

using Values = std::vector<std::optional<double>>;

const Measure& named(const std::string& id) {
  const auto& practice = test::shipped_practice();
  const auto found = practice.ids.measures.find(id);
  EXPECT_TRUE(found.valid()) << id;
  return practice.at(found);
}

double score_of(const std::string& id, const Values& values, const Items* items = nullptr) {
  const auto value = score(named(id), values, items);
  EXPECT_TRUE(value) << id << ": " << (value ? "" : to_text(value.error()));
  return value.value_or(-1);
}

bool refused(const std::string& id, const Values& values, const Items* items = nullptr) {
  return !score(named(id), values, items);
}

const std::optional<double> kNone;

TEST(Score, QuickDashIsTheMeanLessOneTimesTwentyFiveWithTenOfElevenAnswered) {
  EXPECT_DOUBLE_EQ(score_of("quickdash", Values(11, 1.0)), 0);
  EXPECT_DOUBLE_EQ(score_of("quickdash", Values(11, 5.0)), 100);
  // 1+2+3+4+5+1+2+3+4+5 = 30 of 10 items: (3 − 1) · 25.
  EXPECT_DOUBLE_EQ(score_of("quickdash", {1, 2, 3, 4, 5, 1, 2, 3, 4, 5, kNone}), 50);
  EXPECT_TRUE(refused("quickdash", {1, 2, 3, 4, 5, 1, 2, 3, 4, kNone, kNone}));
  // The module of four needs all four: (2+3+4+5) / 4 = 3.5.
  EXPECT_DOUBLE_EQ(score_of("quickdash_module", {2, 3, 4, 5}), 62.5);
  EXPECT_TRUE(refused("quickdash_module", {2, 3, 4, kNone}));
}

TEST(Score, PrweAddsPainAndHalfOfFunction) {
  // Pain 4+6+8+2+5 = 25; specific 6·3 = 18, usual 4·2 = 8: function 13.
  EXPECT_DOUBLE_EQ(score_of("prwe", {4, 6, 8, 2, 5, 3, 3, 3, 3, 3, 3, 2, 2, 2, 2}), 38);
  // One pain item left out takes the mean of the others: (6+8+2+5) / 4 · 5 = 26.25.
  EXPECT_DOUBLE_EQ(score_of("prwe", {kNone, 6, 8, 2, 5, 3, 3, 3, 3, 3, 3, 2, 2, 2, 2}), 39.25);
  EXPECT_TRUE(refused("prwe", {kNone, kNone, kNone, 2, 5, 3, 3, 3, 3, 3, 3, 2, 2, 2, 2}));
  EXPECT_DOUBLE_EQ(score_of("prwe", Values(15, 10.0)), 100);
}

TEST(Score, BostonIsTheMeanOfElevenAndOfEightItems) {
  EXPECT_DOUBLE_EQ(score_of("bctq_sss", {1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 3}), 3);
  EXPECT_DOUBLE_EQ(score_of("bctq_fss", {1, 1, 1, 1, 2, 2, 2, 2}), 1.5);
  EXPECT_TRUE(refused("bctq_fss", {1, 1, 1, 1, 2, 2, 2, kNone}));
}

TEST(Score, SumsOfFihoaAndDuruoz) {
  EXPECT_DOUBLE_EQ(score_of("fihoa", {0, 1, 2, 3, 0, 1, 2, 3, 0, 1}), 13);
  EXPECT_DOUBLE_EQ(score_of("duruoz", Values(18, 5.0)), 90);
}

TEST(Score, Pss4TurnsItemsTwoAndThreeRound) {
  // 3 + (4 − 1) + (4 − 2) + 4.
  EXPECT_DOUBLE_EQ(score_of("pss4", {3, 1, 2, 4}), 12);
  EXPECT_DOUBLE_EQ(score_of("pss4", {0, 4, 4, 0}), 0);
}

TEST(Score, TotalActiveMotionTakesFromBendingWhatIsMissingToStraight) {
  // MCP 80/0, PIP 90/10, DIP 50/5: 220 − 15.
  EXPECT_DOUBLE_EQ(score_of("tam", {80, 0, 90, 10, 50, 5}), 205);
  // Hyperextension of 20 counts as straight.
  EXPECT_DOUBLE_EQ(score_of("tam", {80, -20, 90, 10, 50, 5}), 205);
  EXPECT_DOUBLE_EQ(score_of("tam_thumb", {60, 10, 80, 0}), 130);
  EXPECT_TRUE(refused("tam", {80, 0, 90, 10, 50, kNone}));
}

TEST(Score, StricklandIsAShareOf175Degrees) {
  // (80 + 50 − 20) / 175.
  EXPECT_NEAR(score_of("strickland", {80, 20, 50, 0}), 62.857, 0.001);
  EXPECT_DOUBLE_EQ(score_of("strickland", {105, 0, 70, 0}), 100);
}

TEST(Score, RepeatsAreAveragedAndAllOfThemNeeded) {
  EXPECT_NEAR(score_of("figure_of_eight", {42.0, 42.4, 42.5}), 42.3, 1e-9);
  EXPECT_NEAR(score_of("grip", {30.0, 32.0, 31.0}), 31, 1e-9);
  EXPECT_TRUE(refused("figure_of_eight", {42.0, 42.4}));
}

TEST(Score, HeartRateAndItsVariationComeFromTheIntervals) {
  EXPECT_DOUBLE_EQ(score_of("heart_rate", Values(80, 800.0)), 75);
  Values alternating;
  for (int i = 0; i < 80; ++i) alternating.emplace_back(i % 2 == 0 ? 800 : 830);
  EXPECT_NEAR(score_of("rmssd", alternating), 30, 1e-9);
  EXPECT_TRUE(refused("rmssd", Values(50, 800.0)));  // 40 s
}

// Forty beats of 800 ms, one that was lost, forty of 900 ms: no two neighbours differ.
TEST(Score, ABeatThatWasLeftOutHasNoNeighbours) {
  std::vector<std::optional<double>> beats(40, 800.0);
  beats.emplace_back();
  beats.insert(beats.end(), 40, 900.0);
  EXPECT_EQ(score_of("rmssd", beats), 0);
}

TEST(Score, TapsByTheSecond) {
  EXPECT_DOUBLE_EQ(score_of("tap_speed", {52, 10}), 5.2);
  EXPECT_TRUE(refused("tap_speed", {52, 0}));
}

Loaded<Items> items_of(const std::string& text) {
  return read_items(test::shipped_practice(), *parse_json(text, "items.json"), "items.json");
}

std::string twelve_items(const std::string& more) {
  std::string items;
  for (int i = 1; i <= 12; ++i)
    items += std::string(i > 1 ? "," : "") + R"({"text": "question )" + std::to_string(i) + "\"}";
  return R"({"format": "thenar.items/1", "measure": "bmhq", "language": "en", "source": "licensed to a clinic", "items": [)" +
         items + "]" + more + "}";
}

TEST(Score, BriefMichiganIsTheShareOfTheRangeAndVoidWhenHalfIsMissing) {
  const auto items = items_of(twelve_items(R"(, "reverse": [1, 2])"));
  ASSERT_TRUE(items) << to_text(items.error());
  // Items 1 and 2 turned round from 5 to 1, the others 5: (2·0 + 10·1) / 12.
  EXPECT_NEAR(score_of("bmhq", Values(12, 5.0), &*items), 1000.0 / 12, 1e-9);
  EXPECT_TRUE(refused("bmhq", {3, 3, 3, 3, 3, 3, kNone, kNone, kNone, kNone, kNone, kNone}, &*items));
  EXPECT_FALSE(refused("bmhq", {3, 3, 3, 3, 3, 3, 3, kNone, kNone, kNone, kNone, kNone}, &*items));
  EXPECT_TRUE(refused("bmhq", Values(12, 5.0)));  // without its items nobody knows which are turned round
}

TEST(Score, PromisTakesItsScoreFromTheTableOfTheFile) {
  const auto items = items_of(
      R"({"format": "thenar.items/1", "measure": "promis", "language": "en", "source": "HealthMeasures",
    "items": [{"text": "a"}, {"text": "b"}], "table": [[2, 30.5], [3, 41.0]]})");
  ASSERT_TRUE(items) << to_text(items.error());
  EXPECT_DOUBLE_EQ(score_of("promis", {1, 2}, &*items), 41);
  EXPECT_TRUE(refused("promis", {2, 2}, &*items));
  EXPECT_TRUE(refused("promis", {1, 1, 1}, &*items));  // more answers than questions
  EXPECT_TRUE(refused("promis", {1}, &*items));
}

TEST(Score, ItemFilesThatDoNotFitTheirMeasureAreRefusedWithTheirPlace) {
  const auto path_of = [](const std::string& text) {
    const auto read = items_of(text);
    return read ? std::string("none") : read.error().front().place.path;
  };
  EXPECT_EQ(path_of(twelve_items(R"(, "reverse": [13])")), "reverse[0]");
  EXPECT_EQ(path_of(twelve_items(R"(, "table": [[1, 2]])")), "table");
  EXPECT_EQ(
      path_of(
          R"({"format": "thenar.items/1", "measure": "fihoa", "language": "en", "source": "x", "items": []})"),
      "items");
  EXPECT_EQ(
      path_of(
          R"({"format": "thenar.items/1", "measure": "stai6", "language": "en", "source": "x", "items": []})"),
      "measure");
  EXPECT_EQ(
      path_of(
          R"({"format": "thenar.items/1", "measure": "grip", "language": "en", "source": "x", "items": []})"),
      "measure");
  EXPECT_EQ(path_of(R"({"format": "thenar.items/2", "measure": "fihoa"})"), "format");
}

TEST(Score, MeasuresWhoseLicenceForbidsItHaveNone) {
  for (const char* id : {"auscan", "mhq", "stai6", "panas"}) EXPECT_TRUE(refused(id, Values(6, 1.0))) << id;
}

TEST(Score, EveryMeasureThatMayBeScoredHasAScoreOrIsAGrid) {
  for (const auto& measure : test::shipped_practice().measures) {
    if (measure.flag == LicenceFlag::N || measure.scoring == Scoring::grid) continue;
    const double low = measure.item_low.value_or(measure.low);
    const double high = measure.item_high.value_or(measure.high);
    Values values(static_cast<std::size_t>(std::min(measure.items, 100)), (low + high) / 2);
    Items items;
    items.items.resize(values.size());
    double total = 0;
    for (const auto& value : values) total += *value;
    items.table = {{total, 50}};
    const auto value = score(measure, values, &items);
    EXPECT_TRUE(value) << measure.id << ": " << (value ? "" : to_text(value.error()));
  }
}

TEST(Score, BandsOfMovementAndGripAmongPeers) {
  const auto& rules = test::shipped_practice().outcomes;
  EXPECT_EQ(band_of(205, rules.tam_bands), Band::good);
  EXPECT_EQ(band_of(129, rules.tam_bands), Band::poor);
  EXPECT_EQ(band_of(62.9, rules.strickland_bands), Band::fair);
  EXPECT_EQ(band_of(85, rules.strickland_bands), Band::excellent);
  // A man of 52, right hand: mean 51.5, deviation 8.2.
  const auto place = grip_place(test::shipped_practice().grip.value(), 43.3, 52, Sex::man, Hand::right);
  ASSERT_TRUE(place);
  EXPECT_NEAR(place->deviations, -1, 1e-9);
  EXPECT_FALSE(place->low);
  EXPECT_TRUE(grip_place(test::shipped_practice().grip.value(), 15.9, 80, Sex::woman, Hand::left)->low);
  EXPECT_FALSE(grip_place(test::shipped_practice().grip.value(), 30, 12, Sex::woman, Hand::left));
}

}  // namespace
}  // namespace thenar::outcomes
