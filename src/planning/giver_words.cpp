// What somebody who massages another person must know.
#include "thenar/base/text.hpp"
#include "thenar/planning/words.hpp"

namespace thenar::planning {
namespace {

constexpr const char* kAway = "T08";     // the hand pulls away
constexpr const char* kOwnHand = "T09";  // the giving hand hurts
constexpr const char* kTime = "T10";     // the time is over: nothing to watch for

/// Rules that act while a massage is given, what ends it first. Where something is only too much, whoever
/// feels it says so.
std::vector<const SessionRule*> to_watch_for(const Practice& practice) {
  std::vector<const SessionRule*> rules;
  for (const char* action : {"end_session", "end_hand", "replan"})
    for (const auto& rule : practice.guidance.rules) {
      const bool elsewhere = rule.id == kAway || rule.id == kOwnHand || rule.id == kTime;
      if (rule.action == action && rule.id.starts_with("T") && !elsewhere) rules.push_back(&rule);
    }
  return rules;
}

/// What the programme wants rated, as who gives it can rate it for somebody who cannot say.
std::vector<std::string> to_rate(const Practice& practice, const Plan& plan) {
  std::vector<std::string> lines;
  const auto programme = plan.request.wishes.programme;
  if (!programme.valid()) return lines;
  for (const auto id : practice.at(programme).measures)
    if (const auto& measure = practice.at(id); measure.id == "agitation_nrs")
      lines.push_back(sentence_case(practice.say("measure." + measure.id + ".name")) + ": " +
                      practice.say("measure." + measure.id + ".scoring"));
  return lines;
}

}  // namespace

std::vector<Section> giver_in_words(const Practice& practice, const Plan& plan) {
  if (plan.request.checkin.mode != Mode::partner || plan.steps.empty()) return {};
  const auto rule = [&](const std::string& id) { return practice.say("session_rule." + id + ".say"); };
  Section stop{practice.say("caring.stop"), {}};
  for (const auto* each : to_watch_for(practice))
    stop.lines.push_back(practice.say("session_rule." + each->id + ".name") + ": " + rule(each->id));
  std::vector<Section> sections{{practice.say("caring.ask"),
                                 {practice.say("preparation.ask_first"), practice.say("caring.yes"),
                                  practice.say("note.ask_every_step")}},
                                {practice.say("caring.watch"),
                                 {practice.say("cue.look"), practice.say("caring.away") + " " + rule(kAway),
                                  practice.say("note.look_at_skin")}},
                                std::move(stop),
                                {practice.say("caring.own"), {rule(kOwnHand)}}};
  if (auto lines = to_rate(practice, plan); !lines.empty())
    sections.push_back({practice.say("caring.tell"), std::move(lines)});
  return sections;
}

}  // namespace thenar::planning
