#include "cli/visit/memory.hpp"

#include <algorithm>

#include "thenar/journal/history.hpp"
#include "thenar/screening/screening.hpp"

namespace thenar::cli {
namespace {

constexpr const char* kTheJournal = "the journal";

bool is_fresh(const Rule& rule, journal::TimeMs answered_at, journal::TimeMs now) {
  return rule.expires_days > 0 && answered_at <= now &&
         now - answered_at < rule.expires_days * journal::kDayMs;
}

/// The rule that stopped the last massage, when no check-in has asked about it since.
std::string stop_rule_of(const Practice& practice, const std::vector<journal::Session>& sessions,
                         journal::TimeMs last_checkin_at) {
  const auto last = std::find_if(sessions.rbegin(), sessions.rend(),
                                 [](const auto& each) { return each.ending.has_value(); });
  if (last == sessions.rend() || last->ending->at < last_checkin_at) return {};
  const auto& ending = *last->ending;
  const bool known = practice.words.contains("session_rule." + ending.rule + ".name");
  return ending.how == journal::How::stopped && known ? ending.rule : std::string();
}

}  // namespace

Result<Known> recall(const Practice& practice, journal::Journal& kept, journal::PersonId person,
                     const std::vector<journal::Session>& sessions) {
  const auto now = now_ms();
  Known known;
  const auto checkins = kept.checkins(person);
  if (!checkins) return tl::unexpected(checkins.error());
  if (!checkins->empty())
    if (auto request = screening::read_request(practice, checkins->back().document, kTheJournal))
      known.last = std::move(*request);

  const auto answers = kept.answers(person);
  if (!answers) return tl::unexpected(answers.error());
  for (const auto& each : *answers) {
    const auto rule = practice.ids.rules.find(each.rule);
    if (!rule.valid()) continue;
    const auto answered = read_document<Answered>(each.answer, kTheJournal, &practice.ids);
    if (!answered) continue;
    // What somebody has does not end by being old; it is only asked again.
    if (rule == interview::allergy_rule(practice)) known.allergies = answered->allergies;
    if (is_fresh(practice.at(rule), each.answered_at, now)) known.fresh.add(rule);
    known.conditions.insert(known.conditions.end(), answered->conditions.begin(), answered->conditions.end());
  }

  const auto past = journal::history_of(sessions, now, utc_offset_minutes(now));
  if (past) {
    const auto history = read_document<History>(to_json(*past, nullptr), kTheJournal, &practice.ids);
    if (history) known.history = *history;
  }
  known.stop_rule = stop_rule_of(practice, sessions, checkins->empty() ? 0 : checkins->back().at);
  return known;
}

Result<void> remember(const Practice& practice, journal::Journal& kept, journal::PersonId person,
                      const Request& request, const std::vector<Answered>& answers) {
  const auto now = now_ms();
  std::vector<journal::Answer> kept_answers;
  for (const auto& each : answers)
    kept_answers.push_back({practice.at(each.rule).id, to_json(each, &practice.ids), now});
  const auto added = kept.add_checkin(person, now, to_json(request, &practice.ids), kept_answers);
  if (!added) return tl::unexpected(added.error());
  return {};
}

}  // namespace thenar::cli
