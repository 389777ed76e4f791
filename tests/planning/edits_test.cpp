// Plans that somebody changed.
#include <gtest/gtest.h>

#include "support/shipped_practice.hpp"
#include "thenar/planning/planning.hpp"

namespace thenar {
namespace {

using planning::compose;
using test::shipped_practice;

Request edited_request(const std::string& wishes) {
  const std::string text =
      R"({"format":"thenar.request/1","checkin":{"mode":"self","age_years":45,"history":{"weeks_since_first":52}},"wishes":)" +
      wishes + "}";
  auto request = screening::read_request(shipped_practice(), std::string_view(text), "test");
  EXPECT_TRUE(request) << (request ? "" : to_text(request.error())) << text;
  return request ? *request : Request{};
}

TEST(Edits, WhatWasEditedIsGivenExactlyWithinItsDoseAndWhatWasLeftOutIsNot) {
  const auto& practice = shipped_practice();
  const std::string wishes =
      R"({"minutes":12,"hands":["left","right"],"goals":{"stiffness":1},"medium":"lotion")";
  const auto plain = planning::instance_of(practice, edited_request(wishes + "}"));
  int kept = 0;
  int longer = 0;
  for (const auto& candidate : plain.candidates) {
    for (const int wanted : {0, candidate.min_s, candidate.max_s, candidate.max_s + 500}) {
      const auto request = request_from(
          kUsedTo, wishes + R"(,"edits":{")" + candidate.id + "\":" + std::to_string(wanted) + "}}");
      const auto edited = planning::instance_of(practice, request);
      const auto given = edited.solution.find(candidate.id);
      if (wanted == 0) {
        EXPECT_EQ(given, edited.solution.end()) << candidate.id;
        continue;
      }
      if (given == edited.solution.end()) continue;
      EXPECT_EQ(given->second, std::min(wanted, candidate.max_s)) << candidate.id;
      ++kept;
      if (wanted > candidate.max_s) ++longer;
      const Plan plan = compose(practice, request);
      EXPECT_LE(plan.total_seconds, 12 * 60) << candidate.id;
    }
    if (kept > 60) break;
  }
  EXPECT_GT(kept, 40);
  EXPECT_GT(longer, 5) << "no dose is passed, however long somebody drags";
}

TEST(Edits, AnEditOfWhatIsNoCandidateChangesNothing) {
  const std::string wishes = R"({"minutes":8,"hands":["left"],"goals":{"pain":1},"medium":"lotion")";
  const Plan plain = compose(shipped_practice(), edited_request(wishes + "}"));
  const Plan edited =
      compose(shipped_practice(), edited_request(wishes + R"(,"edits":{"left/NOWHERE/KNEAD":40,"":0}})"));
  ASSERT_EQ(plain.steps.size(), edited.steps.size());
  for (std::size_t i = 0; i < plain.steps.size(); ++i)
    EXPECT_EQ(plain.steps[i].seconds, edited.steps[i].seconds);
}

}  // namespace
}  // namespace thenar
