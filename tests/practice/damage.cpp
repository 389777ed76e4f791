#include "damage.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "mini_practice.hpp"

namespace thenar::practice {

void expect_only(const std::vector<Damage>& damages, const std::string& path, const std::string& says,
                 Spot spot) {
  auto files = mini_practice();
  for (const auto& [file, from, to] : damages) {
    auto& text = text_of(files, file);
    const auto at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    ASSERT_EQ(text.find(from, at + 1), std::string::npos) << from << " stands there twice";
    text.replace(at, from.size(), to);
  }
  if (spot.file.empty()) spot = {damages.front().file, damages.front().to};
  const auto& text = text_of(files, spot.file);
  const auto at = text.find(spot.anchor);
  ASSERT_NE(at, std::string::npos) << spot.anchor;
  const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');

  const auto loaded = load_alone(files);
  ASSERT_FALSE(loaded) << "nothing was found";
  const auto all = to_text(loaded.error());
  ASSERT_EQ(loaded.error().size(), 1U) << all;
  const auto& problem = loaded.error().front();
  EXPECT_EQ(problem.place.file, spot.file) << all;
  EXPECT_EQ(problem.place.line, line) << all;
  EXPECT_EQ(problem.place.path, path) << all;
  EXPECT_NE(to_text(problem).find(says), std::string::npos) << all;
}

}  // namespace thenar::practice
