// The words of other languages: complete, and held to the same promises as those of English.
#include "thenar/practice/languages.hpp"

#include <gtest/gtest.h>

#include "mini_practice.hpp"
#include "thenar/base/json.hpp"
#include "thenar/practice/embedded.hpp"
#include "thenar/practice/files.hpp"

namespace thenar::practice {
namespace {

Practice shipped_in(const std::string& language) {
  const auto words = parse_json(embedded_words(language), language);
  EXPECT_TRUE(words) << language;
  const auto document = in_language(*parse_json(embedded_json(), "practice.json"), *words);
  EXPECT_TRUE(document) << language;
  auto practice = load(*document);
  EXPECT_TRUE(practice) << to_text(practice.error());
  return std::move(*practice);
}

TEST(Languages, GermanAndSpanishHaveEveryWordThatEnglishHas) {
  const auto english = embedded_practice();
  for (const char* language : {"de", "es"}) {
    const auto practice = shipped_in(language);
    const auto problems = check_translation(english, practice, language);
    EXPECT_TRUE(problems.empty()) << to_text(problems);
    EXPECT_EQ(practice.say("language.code"), language);
  }
}

// Names of measures, ids and units may be the same; sentences may not have been forgotten.
TEST(Languages, NoSentenceStayedEnglish) {
  const auto english = embedded_practice();
  for (const char* language : {"de", "es"})
    for (const auto& [key, text] : shipped_in(language).words) {
      const bool sentence = text.ends_with('.') && text.find(' ') != std::string::npos;
      if (sentence) {
        EXPECT_NE(text, english.say(key)) << language << " " << key;
      }
    }
}

TEST(Languages, NothingButTheWordsIsAnother) {
  auto german = to_document(shipped_in("de"));
  auto english = to_document(embedded_practice());
  german.erase("words");
  english.erase("words");
  EXPECT_EQ(german, english);
}

TEST(Languages, AMissingWordALostGapAndAWordTooManyAreNamed) {
  const auto english = embedded_practice();
  auto other = english;
  other.words.erase("cue.start");
  other.words["cue.ending"] = "noch {second} Sekunden";
  other.words["cue.new"] = "neu";
  std::vector<std::string> paths;
  for (const auto& problem : check_translation(english, other, "de")) {
    EXPECT_EQ(problem.place.file, "words/de.toml");
    paths.push_back(problem.place.path);
  }
  EXPECT_EQ(paths, (std::vector<std::string>{"words.cue.ending", "words.cue.start", "words.cue.new"}));
}

TEST(Languages, OnlyTheFilesOfTheLanguageAreRead) {
  std::vector<FileText> files{{"words/en.toml", "a = \"one\"\n"},
                              {"words/de.toml", "a = \"eins\"\n"},
                              {"words/mine.toml", "b = \"both\"\n"}};
  EXPECT_EQ(read_files(files)->json["words"], Json::parse(R"({"a": "one", "b": "both"})"));
  EXPECT_EQ(read_files(files, "de")->json["words"], Json::parse(R"({"a": "eins", "b": "both"})"));
}

TEST(Languages, ADocumentThatIsNoWordsIsRefused) {
  const auto practice = *parse_json(embedded_json(), "practice.json");
  for (const char* text : {"[]", "{}", R"({"format": 1})", R"({"format": "thenar.words/1"})",
                           R"({"format": "thenar.words/1", "words": []})"})
    EXPECT_FALSE(in_language(practice, Json::parse(text))) << text;
}

TEST(Languages, AClaimThatGoesTooFarIsRefusedInEveryLanguage) {
  for (const auto& [language, text] :
       {std::pair{"de", "Das heilt."}, {"es", "Esto CURA."}, {"de", "Löst MILCHSÄURE."}}) {
    auto document = to_document(shipped_in(language));
    document["words"]["cue.start"] = text;
    EXPECT_FALSE(load(document)) << text;
  }
}

}  // namespace
}  // namespace thenar::practice
