// The language of a massage: of the option, or of the locale; never of what nobody translated.
#include <gtest/gtest.h>

#include "command.hpp"

namespace thenar::test {
namespace {

/// A plan made and explained with the same options before the verb.
std::string explained(const std::vector<std::string>& options, const std::string& locale) {
  thenar::test::Run run;
  run.input = kRequest;
  run.environment = {{"LC_ALL", locale}};
  for (const char* verb : {"plan", "explain"}) {
    auto arguments = options;
    arguments.insert(arguments.end(), {verb, "-"});
    const auto done = thenar(std::move(arguments), run);
    EXPECT_EQ(done.code, 0) << done.err;
    run.input = done.out;
  }
  return run.input;
}

TEST(Language, IsThatOfTheOption) {
  EXPECT_NE(explained({"--language", "de"}, "C").find("Eine Handmassage von"), std::string::npos);
  EXPECT_NE(explained({"--language", "es"}, "de_DE.UTF-8").find("Un masaje de manos de"), std::string::npos);
}

TEST(Language, IsThatOfTheLocaleWhereThereAreWordsOfIt) {
  EXPECT_NE(explained({}, "de_AT.UTF-8").find("Eine Handmassage von"), std::string::npos);
  EXPECT_NE(explained({}, "es").find("Un masaje de manos de"), std::string::npos);
  for (const char* locale : {"fr_FR.UTF-8", "C", "POSIX", "", "..", "den", "e"})
    EXPECT_NE(explained({}, locale).find("A hand massage of"), std::string::npos) << locale;
}

TEST(Language, OneThatNobodyTranslatedIsAnErrorWithThoseThatAreThere) {
  for (const char* language : {"fr", "english", "../de", "DE"}) {
    thenar::test::Run run;
    run.input = kRequest;
    const auto done = thenar({"--language", language, "plan", "-"}, run);
    EXPECT_EQ(done.code, 1) << language;
    EXPECT_NE(done.err.find("en, de, es"), std::string::npos) << done.err;
  }
}

// Half a sentence of English in the middle of a German plan is what glued words give away.
TEST(Language, AGermanPlanHasNoEnglishBetweenItsWords) {
  const auto text = explained({"--language", "de"}, "C");
  for (const char* english : {" and ", " the ", " to ", " with ", " each", " of ", " for "})
    EXPECT_EQ(text.find(english), std::string::npos) << english << "\n" << text;
}

}  // namespace
}  // namespace thenar::test
