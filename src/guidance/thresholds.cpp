#include "thresholds.hpp"

#include <array>

#include "thenar/base/result.hpp"

namespace thenar::guidance {
namespace {

struct Row {
  const char* rule;
  const char* number;
  int Thresholds::* field;
};
constexpr std::array kRows{
    Row{"T01", "end_session_at_count", &Thresholds::numb_stops_end},
    Row{"T01", "rest_seconds", &Thresholds::numb_rest_seconds},
    Row{"T02", "rest_seconds", &Thresholds::sharp_rest_seconds},
    Row{"T02", "level_drop", &Thresholds::sharp_level_drop},
    Row{"T03", "discomfort_above", &Thresholds::discomfort_above},
    Row{"T03", "level_drop", &Thresholds::discomfort_level_drop},
    Row{"T03", "ask_again_seconds", &Thresholds::ask_again_seconds},
    Row{"T03", "end_hand_rise", &Thresholds::rest_pain_rise},
    Row{"T03", "end_hand_from", &Thresholds::rest_pain_from},
    Row{"T03", "end_session_from", &Thresholds::end_pain_from},
    Row{"T03", "pressing_cap", &Thresholds::pressing_cap},
    Row{"T08", "silent_seconds", &Thresholds::silent_seconds},
    Row{"T08", "end_session_at_count", &Thresholds::withdrawals_end},
    Row{"T08", "level_drop", &Thresholds::withdrawal_level_drop},
    Row{"T09", "giver_pain_from", &Thresholds::giver_pain_from},
};

const SessionRule* find(const Practice& practice, std::string_view id) {
  for (const auto& rule : practice.guidance.rules)
    if (rule.id == id) return &rule;
  return nullptr;
}

}  // namespace

const SessionRule& session_rule(const Practice& practice, std::string_view id) {
  const SessionRule* rule = find(practice, id);
  THENAR_CHECK(rule != nullptr);
  return *rule;
}

Loaded<Thresholds> thresholds(const Practice& practice) {
  Thresholds out;
  Problems problems;
  const auto lacks = [&](const std::string& what) {
    problems.push_back({{{}, 0, "guidance.rules"},
                        "no " + what,
                        "every rule of a session with its numbers",
                        "add it to guidance.toml of the practice"});
  };
  for (const Row& row : kRows) {
    const SessionRule* rule = find(practice, row.rule);
    const auto number =
        rule == nullptr ? std::map<std::string, double>::const_iterator{} : rule->numbers.find(row.number);
    if (rule == nullptr || number == rule->numbers.end()) {
      lacks(std::string(row.rule) + "." + row.number);
    } else {
      out.*row.field = static_cast<int>(number->second);
    }
  }
  for (const char* id : {"T01", "T02", "T03", "T04", "T05", "T06", "T07", "T08", "T09", "T10"})
    if (find(practice, id) == nullptr) lacks(id);
  if (!problems.empty()) return tl::unexpected(std::move(problems));
  out.joint_techniques = session_rule(practice, "T07").techniques_off;
  return out;
}

}  // namespace thenar::guidance
