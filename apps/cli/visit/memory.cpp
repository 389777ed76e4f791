#include "cli/visit/memory.hpp"

#include "thenar/journal/history.hpp"
#include "thenar/screening/screening.hpp"

namespace thenar::cli {
namespace {

constexpr const char* kFromJournal = "the journal";

bool is_fresh(const Rule& rule, journal::TimeMs answered_at, journal::TimeMs now) {
  return rule.expires_days > 0 && answered_at <= now &&
         now - answered_at < rule.expires_days * journal::kDayMs;
}

}  // namespace

RuleId allergy_rule(const Practice& practice) {
  for (std::size_t i = 0; i < practice.rules.size(); ++i)
    if (practice.rules[i].computed && practice.rules[i].computed->allergies)
      return RuleId{static_cast<std::int16_t>(i)};
  return {};
}

Result<Known> recall(const Practice& practice, journal::Journal& kept, journal::PersonId person) {
  const auto now = now_ms();
  Known known;
  const auto checkins = kept.checkins(person);
  if (!checkins) return tl::unexpected(checkins.error());
  if (!checkins->empty())
    if (auto request = screening::read_request(practice, checkins->back().document, kFromJournal))
      known.last = std::move(*request);

  const auto answers = kept.answers(person);
  if (!answers) return tl::unexpected(answers.error());
  for (const auto& each : *answers) {
    const auto rule = practice.ids.rules.find(each.rule);
    if (!rule.valid()) continue;
    const auto answered = read_document<Answered>(each.answer, kFromJournal, &practice.ids);
    // What somebody is allergic to does not expire, it is only asked again.
    if (answered && rule == allergy_rule(practice)) known.allergies = answered->allergies;
    if (!answered || !is_fresh(practice.at(rule), each.answered_at, now)) continue;
    known.fresh.add(rule);
    known.conditions.insert(known.conditions.end(), answered->conditions.begin(), answered->conditions.end());
  }

  const auto past = journal::history(kept, person, now, utc_offset_minutes(now));
  if (!past) return tl::unexpected(past.error());
  if (*past) {
    const auto history = read_document<History>(to_json(**past, nullptr), kFromJournal, &practice.ids);
    if (history) known.history = *history;
  }
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
