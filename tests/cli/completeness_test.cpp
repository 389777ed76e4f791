// Manual page and shell completion know every verb and every option: compared with the parser itself.
#include <gtest/gtest.h>

#include <regex>

#include "cli/app.hpp"
#include "cli/command.hpp"

namespace thenar::test {
namespace {

/// A verb as it is typed ("journal export") with its own options, long and short.
struct VerbShape {
  std::string words;
  std::vector<std::string> options;
  std::vector<std::string> below;
};

std::vector<std::string> options_of(const CLI::App& app) {
  std::vector<std::string> names;
  for (const auto* option : app.get_options()) {
    for (const auto& name : option->get_lnames()) names.push_back("--" + name);
    for (const auto& name : option->get_snames()) names.push_back("-" + name);
  }
  return names;
}

void collect(const CLI::App& app, const std::string& words, std::vector<VerbShape>& out) {
  VerbShape shape{words, options_of(app), {}};
  for (const auto* each : app.get_subcommands([](const CLI::App*) { return true; })) {
    shape.below.push_back(each->get_name());
    collect(*each, words.empty() ? each->get_name() : words + " " + each->get_name(), out);
  }
  out.push_back(std::move(shape));
}

std::vector<VerbShape> shapes() {
  const cli::CommandLine line("0");
  std::vector<VerbShape> out;
  collect(line.app, "", out);
  return out;
}

std::string source(const std::string& file) {
  return read_whole(std::string(kSourceDir) + "/" + file);
}

/// Whether a word stands alone in a text: not as a part of a longer word or option.
bool stands_in(const std::string& text, const std::string& word) {
  return std::regex_search(text, std::regex("(^|[^A-Za-z-])" + word + "($|[^A-Za-z-])"));
}

TEST(Completeness, TheCommandLineHasTheVerbsOfThisProgram) {
  std::vector<std::string> verbs;
  for (const auto& shape : shapes())
    if (shape.words.empty()) verbs = shape.below;
  for (const std::string expected :
       {"screen", "plan", "explain", "guide", "resume", "programmes", "techniques", "zones", "points",
        "precautions", "evidence", "measures", "practice", "journal", "version"})
    EXPECT_NE(std::find(verbs.begin(), verbs.end(), expected), verbs.end()) << expected;
}

TEST(Completeness, TheManualPageNamesEveryVerbAndOption) {
  // As it is read: without the escapes and the macros for fonts.
  auto page = std::regex_replace(source("docs/thenar.1"), std::regex(R"(\\f[RBIP])"), "");
  page = std::regex_replace(page, std::regex(R"(\\-)"), "-");
  ASSERT_GT(page.size(), 1000U);
  for (const auto& shape : shapes()) {
    for (const auto& verb : shape.below) EXPECT_TRUE(stands_in(page, verb)) << shape.words << " " << verb;
    for (const auto& option : shape.options)
      EXPECT_TRUE(stands_in(page, option)) << shape.words << " " << option;
  }
}

TEST(Completeness, TheShellCompletesEveryVerbAndOption) {
  for (const auto& shape : shapes()) {
    const auto file = std::string(kSourceDir) + "/completions/thenar.bash";
    test::Run run;
    run.arguments = {
        "-c", "source " + file + "; COMP_WORDS=(thenar " + shape.words +
                  " ''); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _thenar; printf '%s\\n' \"${COMPREPLY[@]}\""};
    const auto done = run_program("/bin/bash", run);
    ASSERT_EQ(done.code, 0) << done.err;
    const auto answers = "\n" + done.out;
    for (const auto& each : shape.below)
      EXPECT_NE(answers.find("\n" + each + "\n"), std::string::npos)
          << "thenar " << shape.words << " " << each;
    for (const auto& each : shape.options) {
      if (each == "-h") continue;
      EXPECT_NE(answers.find("\n" + each + "\n"), std::string::npos)
          << "thenar " << shape.words << " " << each;
    }
  }
}

}  // namespace
}  // namespace thenar::test
