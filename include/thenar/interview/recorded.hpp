// A check-in as one question after the other, for whoever shows them: with the answers so far it is gone
// through again, up to the first question that has none.
#pragma once

#include <string_view>

#include "thenar/base/json.hpp"
#include "thenar/interview/checkin.hpp"

namespace thenar::interview {

inline constexpr const char* kInterviewFormat = "thenar.interview/1";

/// Takes a thenar.interview/1 document: whose hands, what is known of them, and the answers so far, each as
/// the question before it wants it. Gives {"said", "question"}: what is said since the last answer, and what
/// is asked next; or, once all is answered, {"said", "done": {"request", "answered", "stop_rule"}}. Fails
/// with the place of an answer that its question does not take.
Loaded<Json> next_question(const Practice& practice, const Json& document, std::string_view file);

}  // namespace thenar::interview
