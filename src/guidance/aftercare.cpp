#include "thenar/guidance/aftercare.hpp"
#include "thenar/base/result.hpp"

#include "thresholds.hpp"

namespace thenar::guidance {
namespace {

double number(const Practice& practice, std::string_view rule, const char* name) {
  const auto& numbers = session_rule(practice, rule).numbers;
  const auto found = numbers.find(name);
  THENAR_CHECK(found != numbers.end());
  return found->second;
}

}  // namespace

bool too_much(const Practice& practice, const Aftermath& aftermath) {
  return aftermath.extra_pain_hours > number(practice, "A01", "pain_hours") ||
         aftermath.soreness_hours > number(practice, "A01", "soreness_hours");
}

int review_after_weeks(const Practice& practice, ProgrammeId programme) {
  const int own = programme.valid() ? practice.at(programme).review_weeks : 0;
  return own > 0 ? own : static_cast<int>(number(practice, "A02", "weeks"));
}

bool review_due(const Practice& practice, ProgrammeId programme, int weeks_since_first, bool improved) {
  return !improved && weeks_since_first >= review_after_weeks(practice, programme);
}

}  // namespace thenar::guidance
