// What is to be done before and after a massage: only what this one needs, and what matters most first.
#include <gtest/gtest.h>

#include <algorithm>

#include "support/shipped_practice.hpp"
#include "thenar/base/text.hpp"
#include "thenar/planning/planning.hpp"
#include "thenar/planning/words.hpp"

namespace thenar {
namespace {

using test::shipped_practice;

Plan with_on_the_skin(const std::string& medium, const std::string& more = "") {
  const std::string text =
      R"({"format":"thenar.request/1","checkin":{"mode":"self","age_years":45},"wishes":{"minutes":3,)"
      R"("hands":["left","right"],"goals":{"stress":1})" +
      more + R"(,"medium":")" + medium + "\"}}";
  const auto request = screening::read_request(shipped_practice(), std::string_view(text), "test");
  EXPECT_TRUE(request) << (request ? "" : to_text(request.error()));
  return request ? planning::compose(shipped_practice(), *request) : Plan{};
}

/// Whether a line is the sentence of a word key, as far as to its first gap.
bool is(const std::string& line, const std::string& key) {
  const auto sentence = shipped_practice().say(key);
  return line.starts_with(sentence.substr(0, sentence.find('{')));
}
bool has(const std::vector<std::string>& lines, const std::string& key) {
  return std::any_of(lines.begin(), lines.end(), [&](const auto& line) { return is(line, key); });
}

TEST(Checklist, AskNothingOfWhatIsOnTheSkinWhereNothingIs) {
  for (const std::string programme : {"", R"(,"programme":"P01")"}) {
    const Plan plan = with_on_the_skin("none", programme);
    ASSERT_FALSE(plan.preparation.empty());
    for (const std::string id : {"patch", "patch_test", "one_pump"})
      EXPECT_FALSE(has(plan.preparation, "preparation." + id)) << id << programme;
    for (const auto& line : plan.preparation) EXPECT_EQ(line.find(" ml "), std::string::npos) << line;
    EXPECT_FALSE(has(plan.aftercare, "aftercare.wipe")) << programme;
    EXPECT_FALSE(has(plan.aftercare, "aftercare.towels")) << programme;
  }
  EXPECT_TRUE(has(with_on_the_skin("lotion").preparation, "preparation.patch"));
}

TEST(Checklist, SpeaksOfOilyTowelsAfterOilsAndFatsAlone) {
  for (const std::string medium : {"sunflower", "mineral_oil", "shea", "castor"})
    EXPECT_TRUE(has(with_on_the_skin(medium).aftercare, "aftercare.towels")) << medium;
  for (const std::string medium : {"lotion", "scented_lotion", "powder", "none"})
    EXPECT_FALSE(has(with_on_the_skin(medium).aftercare, "aftercare.towels")) << medium;
}

TEST(Checklist, BeginsWithWhatMattersMost) {
  const Plan plan = with_on_the_skin("lotion");
  const char* const first[] = {"patch", "rings", "wash", "posture", "nails"};
  ASSERT_GE(plan.preparation.size(), std::size(first));
  for (const auto* id : first) {
    const auto end = plan.preparation.begin() + static_cast<std::ptrdiff_t>(std::size(first));
    EXPECT_TRUE(has({plan.preparation.begin(), end}, std::string("preparation.") + id)) << id;
  }
  EXPECT_TRUE(is(plan.preparation.front(), "preparation.patch"));
  EXPECT_TRUE(is(plan.aftercare.front(), "aftercare.wipe"));
}

TEST(Checklist, ACueOfAProgrammeIsSaidOfItsOwnTechniqueAlone) {
  const auto& practice = shipped_practice();
  for (const std::string medium : {"none", "lotion"}) {
    const Plan plan = with_on_the_skin(medium, R"(,"programme":"P01")");
    planning::StepTeller teller(practice, plan.clearance, plan.request.wishes);
    int kept = 0;
    for (const auto& step : plan.steps) {
      const auto& own =
          practice.at(plan.request.wishes.programme).steps[static_cast<std::size_t>(step.programme_step)];
      const auto words = teller.tell(step);
      EXPECT_EQ(words.cue.empty(), own.cue.empty() || own.technique != step.technique) << words.what;
      kept += words.cue.empty() ? 0 : 1;
    }
    EXPECT_GT(kept, 0) << medium;
  }
}

}  // namespace
}  // namespace thenar
