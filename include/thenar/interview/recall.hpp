// What is known of a person before a check-in, from what was kept of them.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "thenar/base/json.hpp"
#include "thenar/interview/known.hpp"
#include "thenar/journal/journal.hpp"

namespace thenar::interview {

/// What was kept of a person: the last check-in, all answers, and the sessions in the order they were begun.
struct Kept {
  std::optional<journal::CheckIn> checkin;
  std::vector<journal::Answer> answers;
  std::vector<journal::Session> sessions;
};

/// What is known at a time (`now`, UTC; utc_offset_minutes of the local clock, east positive). Documents that
/// this practice cannot read, as those of another version, count as forgotten.
Known recall(const Practice& practice, const Kept& kept, journal::TimeMs now, int utc_offset_minutes);

inline constexpr const char* kKeptFormat = "thenar.kept/1";

/// The same for documents: takes thenar.kept/1 {"now", "utc_offset_minutes", "checkin", "answers",
/// "sessions"}, each as thenar.journal/1 has it, and gives the fields of thenar.interview/1 that are known:
/// {"last", "conditions", "allergies", "fresh", "history", "stop_rule"}. Fails with the places of faults.
Loaded<Json> recall_document(const Practice& practice, const Json& document, std::string_view file);

}  // namespace thenar::interview
