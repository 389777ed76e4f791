// What somebody who massages another person must know.
#include <algorithm>

#include "thenar/base/text.hpp"
#include "thenar/planning/words.hpp"

namespace thenar::planning {
namespace {

/// What rules of a kind say: those that end the session first, then those that end a hand, then the others.
std::vector<const SessionRule*> told_to_giver(const Practice& practice, ForGiver where) {
  std::vector<const SessionRule*> rules;
  for (const auto& rule : practice.guidance.rules)
    if (rule.giver == where) rules.push_back(&rule);
  const auto weight = [](const SessionRule* rule) {
    return rule->action == "end_session" ? 0 : rule->action == "end_hand" ? 1 : 2;
  };
  std::stable_sort(rules.begin(), rules.end(),
                   [&](const auto* a, const auto* b) { return weight(a) < weight(b); });
  return rules;
}

/// What the programme wants rated, as who gives it can rate it for somebody who cannot say.
std::vector<std::string> to_rate(const Practice& practice, const Plan& plan) {
  std::vector<std::string> lines;
  const auto programme = plan.request.wishes.programme;
  if (!programme.valid()) return lines;
  for (const auto id : practice.at(programme).measures)
    if (const auto& measure = practice.at(id); measure.by_giver)
      lines.push_back(sentence_case(practice.say("measure." + measure.id + ".name")) + ": " +
                      practice.say("measure." + measure.id + ".scoring"));
  return lines;
}

}  // namespace

std::vector<Section> giver_in_words(const Practice& practice, const Plan& plan) {
  if (plan.request.checkin.mode != Mode::partner || plan.steps.empty()) return {};
  const auto say = [&](const SessionRule* rule, const char* what) {
    return practice.say("session_rule." + rule->id + "." + what);
  };
  Section ask{practice.say("caring.ask"),
              {practice.say("preparation.ask_first"), practice.say("caring.yes"),
               practice.say("note.ask_every_step")}};
  Section watch{practice.say("caring.watch"), {practice.say("cue.look")}};
  Section stop{practice.say("caring.stop"), {}};
  Section own{practice.say("caring.own"), {}};
  for (const auto* rule : told_to_giver(practice, ForGiver::watch))
    watch.lines.push_back(practice.say("caring.away") + " " + say(rule, "say"));
  watch.lines.push_back(practice.say("note.look_at_skin"));
  for (const auto* rule : told_to_giver(practice, ForGiver::stop))
    stop.lines.push_back(say(rule, "name") + ": " + say(rule, "say"));
  for (const auto* rule : told_to_giver(practice, ForGiver::own)) own.lines.push_back(say(rule, "say"));
  std::vector<Section> sections{std::move(ask), std::move(watch), std::move(stop), std::move(own)};
  if (auto lines = to_rate(practice, plan); !lines.empty())
    sections.push_back({practice.say("caring.tell"), std::move(lines)});
  return sections;
}

}  // namespace thenar::planning
