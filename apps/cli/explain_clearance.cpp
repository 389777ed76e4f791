// Clearances and refusals in words.
#include "cli/explain.hpp"
#include "cli/page.hpp"
#include "thenar/base/text.hpp"
#include "thenar/planning/words.hpp"

namespace thenar::cli {
namespace {

/// The advice, with the number to call where the country is known.
std::string advice_in_words(const Practice& practice, const Advice& advice, const EmergencyCall& call) {
  std::string text = advice.text;
  const auto unknown = practice.say("who.emergency");
  const auto at = call.number.empty() ? std::string::npos : text.find(unknown);
  if (at != std::string::npos) text.replace(at, unknown.size(), call.number);
  auto out = wrapped(text);
  if (advice.urgency == Urgency::now && !call.number.empty())
    out += wrapped(fill(practice.say("cli.call"), {{"number", call.number}, {"country", call.country}}));
  return out;
}

std::string heading(const Practice& practice, const std::string& key) {
  const auto& text = practice.say(key);
  return "\n" + text + "\n" + std::string(static_cast<std::size_t>(width_of(text)), '-') + "\n";
}

}  // namespace

std::string review_in_words(const Practice& practice) {
  if (practice.reviewed_by.empty()) return practice.say("cli.not_reviewed");
  return fill(practice.say("cli.reviewed"), {{"by", practice.reviewed_by}});
}

std::string checklist_in_words(const std::vector<std::string>& items) {
  std::string out;
  for (const auto& each : items) out += wrapped(each, "  - ", "    ");
  return out;
}

std::string refusal_in_words(const Practice& practice, const Clearance& clearance,
                             const EmergencyCall& call) {
  const bool emergency = clearance.verdict == Verdict::emergency;
  std::string out = heading(practice, emergency ? "cli.refused.emergency" : "cli.refused.refer");
  for (const auto& each : clearance.advice) {
    out += "\n" + advice_in_words(practice, each, call);
    if (emergency) break;  // one thing to do now, not a page to read
  }
  out += "\n" + wrapped(practice.say(emergency ? "cli.refused.emergency_rest" : "cli.refused.refer_rest"));
  return out;
}

std::string clearance_in_words(const Practice& practice, const Clearance& clearance,
                               const EmergencyCall& call) {
  if (clearance.session_refused) return refusal_in_words(practice, clearance, call);
  std::string out;
  if (!clearance.advice.empty()) {
    out += heading(practice, "cli.clearance.advice");
    for (const auto& each : clearance.advice) out += "\n" + advice_in_words(practice, each, call);
  }
  const auto lines = planning::changes_in_words(practice, clearance);
  if (!lines.empty()) out += heading(practice, "cli.clearance.changes") + checklist_in_words(lines);
  return out;
}

}  // namespace thenar::cli
