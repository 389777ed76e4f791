// docs/plans.md shows what the engine gives: each block of text there is what `thenar explain` says of the
// request it stands under, without the checklists, what is known, and the standing sentences about review.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <sstream>

#include "cli/command.hpp"

namespace thenar::test {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// What the page shows of an explanation.
std::string shown(const std::string& explained) {
  const std::set<std::string> left_out{"Before you begin", "What is known about it", "Afterwards"};
  const auto lines = lines_of(explained);
  std::string text;
  bool skips = false;
  bool standing = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool heads = i + 1 < lines.size() && lines[i + 1].starts_with("---");
    if (heads) skips = left_out.contains(lines[i]);
    standing = standing || lines[i].starts_with("These safety rules come from published sources");
    const bool blank = lines[i].empty() && text.ends_with("\n\n");
    if (!skips && !standing && !blank) text += lines[i] + "\n";
    standing = standing && !lines[i].ends_with("not medical advice.");
  }
  while (text.ends_with("\n\n")) text.pop_back();
  return text;
}

/// Every request of the page with the block that stands under it.
std::vector<std::pair<std::string, std::string>> blocks() {
  std::vector<std::pair<std::string, std::string>> found;
  std::string request;
  std::string block;
  bool inside = false;
  for (const auto& line : lines_of(read_whole(std::string(kSourceDir) + "/docs/plans.md"))) {
    const auto link = line.find("](plans/");
    if (!inside && link != std::string::npos)
      request = line.substr(link + 8, line.find(".json)", link) - link - 8);
    if (line == "```" && inside) found.emplace_back(request, block);
    if (line == "```") {
      inside = !inside;
      block.clear();
    } else if (inside) {
      block += line + "\n";
    }
  }
  return found;
}

TEST(PlansPage, ShowsEveryRequestAsItIsPlannedAndExplainedToday) {
  const std::string folder = std::string(kSourceDir) + "/docs/plans";
  std::set<std::string> told;
  for (const auto& [request, block] : blocks()) {
    SCOPED_TRACE(request);
    const auto plan = thenar({"plan", folder + "/" + request + ".json"});
    ASSERT_EQ(plan.code, 0) << plan.err;
    EXPECT_EQ(block, shown(thenar_reads("explain", plan.out).out));
    told.insert(request);
  }
  std::set<std::string> there;
  for (const auto& file : std::filesystem::directory_iterator(folder)) there.insert(file.path().stem());
  EXPECT_EQ(told, there);
}

}  // namespace
}  // namespace thenar::test
