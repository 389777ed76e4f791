// Somebody's own files on top of a whole practice.
#include "thenar/practice/files.hpp"

#include <gtest/gtest.h>

#include "mini_practice.hpp"
#include "thenar/base/json.hpp"

namespace thenar::practice {
namespace {

Json base() {
  const auto document = read_files(mini_practice());
  EXPECT_TRUE(document) << to_text(document.error());
  return document->json;
}

Loaded<Practice> with_own(const std::vector<FileText>& files) {
  return load_files(base(), "the built-in practice", files);
}

TEST(Files, TheOrderOfListsIsThatOfTheFiles) {
  const auto document =
      read_files({{"a.toml", "zones = [{ id = \"A\" }]"}, {"b.toml", "[[zones]]\nid = \"B\"\n"}});
  ASSERT_TRUE(document);
  EXPECT_EQ(document->json["zones"], Json::parse(R"([{"id": "A"}, {"id": "B"}])"));
  const auto place = document->places.find("zones[1].id");
  EXPECT_EQ(place.file, "b.toml");
  EXPECT_EQ(place.line, 2);
  EXPECT_EQ(document->places.find("zones[1].box_mm").line, 1);  // the table around a field that is not there
}

TEST(Files, ADateIsRefusedWithItsLine) {
  const auto document = read_files({{"a.toml", "version = \"1\"\nday = 2026-01-01\n"}});
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().front().place.line, 2);
  EXPECT_EQ(document.error().front().place.path, "day");
}

TEST(Files, EveryFaultyFileIsNamed) {
  const auto document = read_files({{"a.toml", "zones ="}, {"b.toml", "[x"}});
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().size(), 2U);
}

TEST(Files, AHeaderThatIsNoNameIsRefusedWithItsLine) {
  for (const char* text : {"\n[[=", "\n[\xc8\xa6[=", "\n[[[1]]]", "\n[ \x01"}) {
    const auto document = read_files({{"a.toml", text}});
    ASSERT_FALSE(document) << text;
    EXPECT_EQ(document.error().front().place.line, 2) << text;
  }
}

TEST(Merge, AnOwnThingWithTheSameIdReplacesItInItsPlace) {
  const auto practice = with_own(
      {{"own.toml",
        R"(media = [{ id = "lotion", is_default = true, slips = false, source = "PC", confidence = "L" }])"}});
  ASSERT_TRUE(practice) << to_text(practice.error());
  ASSERT_EQ(practice->media.size(), 2U);
  EXPECT_EQ(practice->media[0].id, "lotion");
  EXPECT_FALSE(practice->media[0].slips);
  EXPECT_EQ(practice->media[0].ml_per_hand_max, 0);  // whole, not field by field
}

TEST(Merge, AnOwnThingWithANewIdComesLast) {
  const auto practice =
      with_own({{"own.toml", R"(media = [{ id = "jojoba", source = "PC", confidence = "L" }])"},
                {"words/en.toml", "medium.jojoba.name = \"jojoba\""}});
  ASSERT_TRUE(practice) << to_text(practice.error());
  ASSERT_EQ(practice->media.size(), 3U);
  EXPECT_EQ(practice->media[2].id, "jojoba");
  EXPECT_EQ(practice->say("medium.jojoba.name"), "jojoba");
}

TEST(Merge, ASingleNumberOrWordIsReplacedAndTheRestStays) {
  const auto practice = with_own(
      {{"own.toml", "[planning]\nfocus = 2\n"}, {"words/en.toml", "zone.THEN.name = \"ball of the thumb\""}});
  ASSERT_TRUE(practice) << to_text(practice.error());
  EXPECT_EQ(practice->planning.focus, 2);
  EXPECT_EQ(practice->planning.phi_min, 0.6);
  EXPECT_EQ(practice->say("zone.THEN.name"), "ball of the thumb");
  EXPECT_EQ(practice->say("zone.THEN.contents"), "three small muscles");
}

TEST(Merge, RatesAndMarksAreToldApartByWhatTheyAreAbout) {
  const auto practice = with_own(
      {{"own.toml",
        R"(technique_rates = [{ technique = "EFFL", goals = { sleep = 3 }, source = "ENG", confidence = "L" }]
screening.marks = [{ as = "knot", focus = true, source = "PC", confidence = "M" }])"}});
  ASSERT_TRUE(practice) << to_text(practice.error());
  ASSERT_EQ(practice->technique_rates.size(), 2U);
  EXPECT_EQ(practice->technique_rates[1].goals, (std::map<Goal, int>{{Goal::sleep, 3}}));
  ASSERT_EQ(practice->screening.marks.size(), 7U);
  EXPECT_TRUE(practice->screening.marks[3].focus);
}

TEST(Merge, AFaultOfAnOwnFileNamesThatFile) {
  const auto practice = with_own({{"own.toml",
                                   "\n[[media]]\nid = \"lotion\"\nis_default = true\noffered = false\nsource "
                                   "= \"PC\"\nconfidence = \"L\"\n"}});
  ASSERT_FALSE(practice);
  ASSERT_EQ(practice.error().size(), 1U) << to_text(practice.error());
  EXPECT_EQ(practice.error().front().place.file, "own.toml");
  EXPECT_EQ(practice.error().front().place.line, 5);
  EXPECT_EQ(practice.error().front().place.path, "media[0].offered");
}

TEST(Merge, AFaultThatShowsInTheBaseNamesTheBase) {
  const auto practice = with_own({{"own.toml", "[planning]\nphi_max = 9\n"}});
  ASSERT_FALSE(practice);
  EXPECT_EQ(practice.error().front().place.file, "the built-in practice");
  EXPECT_EQ(practice.error().front().place.line, 0);
}

TEST(Merge, APracticeThatReplacesStandsAlone) {
  auto files = mini_practice();
  text_of(files, "shelf.toml").insert(0, "replaces = true\n");
  const auto whole = with_own(files);
  ASSERT_TRUE(whole) << to_text(whole.error());

  const auto part = with_own({{"practice.toml", "replaces = true\nversion = \"2\"\n"}});
  ASSERT_FALSE(part);
  EXPECT_NE(to_text(part.error()).find("zones: found nothing"), std::string::npos);
}

}  // namespace
}  // namespace thenar::practice
