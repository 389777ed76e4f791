// The house keeps its own rules: includes point downwards, files stay short, nothing half-done is left lying.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "test_paths.hpp"

namespace fs = std::filesystem;

namespace {

/// What each room may include, besides itself.
const std::map<std::string, std::set<std::string>> kBelow = {
    {"base", {}},
    {"practice", {"base"}},
    {"screening", {"base", "practice"}},
    {"interview", {"base", "practice", "screening", "journal"}},
    {"planning", {"base", "practice", "screening"}},
    {"guidance", {"base", "practice", "screening", "planning", "journal"}},
    {"hand", {"base", "practice"}},
    {"motion", {"base", "practice", "screening", "planning", "hand"}},
    {"outcomes", {"base", "practice", "screening", "planning", "journal", "guidance"}},
    {"journal", {"base"}},
};

struct Line {
  std::string file;  ///< relative to the root of the sources
  std::size_t number = 0;
  std::string text;
  std::string place() const { return file + ":" + std::to_string(number) + ": " + text; }
};

/// Every line of the text files with these endings under a folder, in a fixed order.
std::vector<Line> lines_under(const std::string& folder, const std::set<std::string>& endings) {
  const fs::path root = thenar::test::kSourceDir;
  std::vector<fs::path> files;
  if (fs::exists(root / folder)) {
    for (auto it = fs::recursive_directory_iterator(root / folder); it != fs::recursive_directory_iterator();
         ++it) {
      if (it->path().filename() == "node_modules") it.disable_recursion_pending();
      if (it->is_regular_file() && endings.contains(it->path().extension().string()))
        files.push_back(it->path());
    }
  }
  std::sort(files.begin(), files.end());
  std::vector<Line> lines;
  for (const auto& file : files) {
    std::ifstream in(file);
    std::string text;
    for (std::size_t number = 1; std::getline(in, text); ++number)
      lines.push_back({fs::relative(file, root).generic_string(), number, text});
  }
  return lines;
}

/// The room of a file ("src/planning/x.cpp", "include/thenar/planning/x.hpp"); empty outside the rooms.
std::string room_of(const std::string& file) {
  static const std::regex pattern(R"(^(?:src|include/thenar)/([a-z_]+)/)");
  std::smatch match;
  return std::regex_search(file, match, pattern) ? match[1].str() : "";
}

/// Whether a line inside a room includes a room that is not below it, or an application.
bool points_up(const std::string& room, const std::string& text) {
  static const std::regex ours(R"(^\s*#\s*include\s*["<]thenar/([a-z_]+)/)");
  static const std::regex outside(R"(^\s*#\s*include\s*["<](?:.*/)?(apps|cli|server|web|tests|support)/)");
  if (std::regex_search(text, outside)) return true;
  std::smatch match;
  if (!std::regex_search(text, match, ours)) return false;
  return match[1] != room && !kBelow.at(room).contains(match[1].str());
}

const std::set<std::string> kCode = {".cpp", ".hpp", ".cmake", ".sh", ".ts", ".svelte", ".js", ".mjs", ".py"};

}  // namespace

TEST(Structure, AnIncludeThatPointsUpwardsIsSeen) {
  EXPECT_TRUE(points_up("base", "#include \"thenar/practice/practice.hpp\""));
  EXPECT_TRUE(points_up("planning", "  #  include <thenar/guidance/session.hpp>"));
  EXPECT_TRUE(points_up("journal", "#include \"thenar/planning/plan.hpp\""));
  EXPECT_TRUE(points_up("guidance", "#include \"cli/display.hpp\""));
  EXPECT_FALSE(points_up("planning", "#include \"thenar/screening/screening.hpp\""));
  EXPECT_FALSE(points_up("planning", "#include <vector>"));
}

TEST(Structure, IncludesOnlyPointDownwards) {
  std::size_t seen = 0;
  for (const std::string folder : {"include", "src"}) {
    for (const auto& line : lines_under(folder, {".cpp", ".hpp"})) {
      const auto room = room_of(line.file);
      ASSERT_TRUE(kBelow.contains(room)) << line.file << " lies in no known room";
      seen += line.text.starts_with("#include");
      EXPECT_FALSE(points_up(room, line.text)) << line.place();
    }
  }
  EXPECT_GT(seen, 20U) << "the sources were not found";
}

TEST(Structure, TheEngineTouchesNoFileClockEnvironmentThreadOrScreen) {
  static const std::regex impure(
      R"(^\s*#\s*include\s*<(fstream|iostream|filesystem|chrono|ctime|thread|mutex|future|random|print|cstdio|unistd\.h|fmt/.*)>)"
      R"(|\b(getenv|printf|abort|exit|rand|fopen|system)\s*\()");
  static const std::regex exempt(R"(^src/[a-z]+/(native|bake)/|^include/thenar/journal/)");
  for (const std::string folder : {"include", "src"}) {
    for (const auto& line : lines_under(folder, {".cpp", ".hpp"})) {
      if (std::regex_search(line.file, exempt) || line.text.starts_with("//")) continue;
      EXPECT_FALSE(std::regex_search(line.text, impure)) << line.place();
    }
  }
}

TEST(Structure, PlanningScreeningAndGuidanceUseNoFunctionWhoseLastBitsDiffer) {
  static const std::regex differing(R"(\bstd::(sin|cos|tan|atan2?|exp2?|pow|log(2|10)?|tanh|cbrt)\s*\()");
  for (const std::string room : {"screening", "planning", "guidance"})
    for (const std::string folder : {"include/thenar/", "src/"})
      for (const auto& line : lines_under(folder + room, {".cpp", ".hpp"}))
        EXPECT_FALSE(std::regex_search(line.text, differing)) << line.place();
}

TEST(Structure, NoFileOfCodeIsLongerThanTwoRoomsWouldBe) {
  constexpr std::size_t kMostLines = 350;
  const std::string generated = "apps/web/src/engine/documents.ts";  // the types of all documents
  std::map<std::string, std::size_t> lengths;
  for (const std::string folder : {"include", "src", "apps", "tests", "fuzz", "bench", "cmake", "setup"})
    for (const auto& line : lines_under(folder, kCode)) lengths[line.file] = line.number;
  EXPECT_FALSE(lengths.empty());
  lengths.erase(generated);
  for (const auto& [file, length] : lengths) EXPECT_LE(length, kMostLines) << file;
}

TEST(Structure, NothingHalfDoneAndNoMachinePathIsLeftLying) {
  // Put together from pieces so that this file does not name them itself.
  const std::regex marks(std::string("\\b(TO") + "DO|FIX" + "ME|XX" + "X)\\b|[\"' ]/wo" + "rk/|not imple" +
                         "mented|for no" + "w\\b");
  auto endings = kCode;
  endings.insert({".toml", ".md", ".json"});
  for (const std::string folder :
       {"include", "src", "apps", "tests", "fuzz", "bench", "cmake", "setup", "practice", "docs"})
    for (const auto& line : lines_under(folder, endings))
      EXPECT_FALSE(std::regex_search(line.text, marks)) << line.place();
}
