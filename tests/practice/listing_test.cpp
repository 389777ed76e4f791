// What the listing verbs show of the small practice.
#include "thenar/practice/listing.hpp"

#include <gtest/gtest.h>

#include "mini_practice.hpp"
#include "thenar/base/json.hpp"

namespace thenar::practice {
namespace {

class Listing : public ::testing::Test {
 protected:
  Listing() : loaded(load_alone(mini_practice())), practice(*loaded) {}
  Json shown(Shelf shelf, std::string_view id) const {
    const auto found = show(practice, shelf, id);
    EXPECT_TRUE(found) << to_text(found.error());
    return found ? *found : Json();
  }
  const Loaded<Practice> loaded;
  const Practice& practice;
};

TEST_F(Listing, EveryShelfListsItsThingsInTheOrderOfThePractice) {
  const auto ids = [&](Shelf shelf) {
    std::string text;
    for (const auto& row : list(practice, shelf)) text += row["id"].get<std::string>() + " ";
    return text;
  };
  EXPECT_EQ(ids(Shelf::programmes), "P01 ");
  EXPECT_EQ(ids(Shelf::techniques), "HOLD EFFL KNEAD WRING PRESS TRIG AROM BREATH ");
  EXPECT_EQ(ids(Shelf::zones), "THEN MIDP DORS CT CUB ");
  EXPECT_EQ(ids(Shelf::points), "LU10 PC8 PC7 ");
  EXPECT_EQ(ids(Shelf::precautions), "S01 S05 S20 S21 S30 S52 S58 ");
  EXPECT_EQ(ids(Shelf::evidence), "pressing calm flush ");
  EXPECT_EQ(ids(Shelf::measures), "PAIN ");
}

TEST_F(Listing, ARowCarriesItsWords) {
  const auto rows = list(practice, Shelf::evidence);
  EXPECT_EQ(rows[1]["sentence"], "It often lowers anxiety for a short while.");
  EXPECT_EQ(rows[1]["grade"], "B");
  EXPECT_TRUE(rows[2]["sentence"].is_null());  // never said
  EXPECT_EQ(rows[2]["evidence"], "contradicted");
}

TEST_F(Listing, AZoneNamesItsNeighboursWithinThreeCentimetresNearestFirst) {
  const auto zone = shown(Shelf::zones, "DORS");
  ASSERT_EQ(zone["near"].size(), 3U);  // the elbow crease is 23 cm away
  for (const auto& near : zone["near"]) EXPECT_EQ(near["gap_cm"], 1.0);
  EXPECT_EQ(zone["near"][0]["name"], "thumb mound");
  EXPECT_EQ(zone["groups"][0]["id"], "BACK");
  EXPECT_EQ(zone["groups"][1]["id"], "HAND");
  EXPECT_EQ(zone["techniques_off"], Json::parse(R"(["PRESS"])"));
  EXPECT_EQ(shown(Shelf::zones, "CUB")["near"].size(), 0U);
}

TEST_F(Listing, AProgrammeShowsItsStepsByName) {
  const auto programme = shown(Shelf::programmes, "P01");
  EXPECT_EQ(programme["for"], "tired hands");
  ASSERT_EQ(programme["steps"].size(), 4U);
  EXPECT_EQ(programme["steps"][1]["technique"]["name"], "long strokes");
  EXPECT_EQ(programme["steps"][1]["where"], Json::parse(R"(["whole hand"])"));
  EXPECT_EQ(programme["steps"][1]["cue"], "slowly");
  EXPECT_TRUE(programme["steps"][3]["level"].is_null());
}

TEST_F(Listing, APrecautionShowsItsQuestionsAndAnswers) {
  const auto rule = shown(Shelf::precautions, "S20");
  EXPECT_EQ(rule["question"], "Were you operated on?");
  EXPECT_EQ(rule["words"]["ask.weeks"], "How long ago?");
  EXPECT_EQ(rule["words"]["answer.weeks.early"], "Under 6 weeks");
}

TEST_F(Listing, AnUnknownIdIsAProblemThatSaysWhereToLook) {
  const auto found = show(practice, Shelf::zones, "NOSE");
  ASSERT_FALSE(found);
  EXPECT_EQ(to_text(found.error()),
            "found \"NOSE\", expected the id of a zone of this practice. List them with zones.");
}

}  // namespace
}  // namespace thenar::practice
