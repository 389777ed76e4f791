#include "thenar/interview/recall.hpp"

#include <algorithm>

#include "thenar/journal/history.hpp"
#include "thenar/screening/screening.hpp"

namespace thenar::journal {

template <class A>
void describe(A& a, CheckIn& v) {
  a.required("at", v.at, kTimes);
  a.required("document", v.document);
}
template <class A>
void describe(A& a, Answer& v) {
  a.required("rule", v.rule);
  a.required("answer", v.answer);
  a.required("answered_at", v.answered_at, kTimes);
}
template <class A>
void describe(A& a, Session& v) {
  a.required("started_at", v.started_at, kTimes);
  a.optional("ending", v.ending);
  a.optional("next_day", v.next_day);
}

}  // namespace thenar::journal

namespace thenar::interview {
namespace {

constexpr const char* kTheJournal = "the journal";
constexpr int kMostOffset = 1440;

bool is_fresh(const Rule& rule, journal::TimeMs answered_at, journal::TimeMs now) {
  return rule.expires_days > 0 && answered_at <= now &&
         now - answered_at < rule.expires_days * journal::kDayMs;
}

/// The rule that stopped the massage that ended last, when no check-in has asked about it since.
std::string stop_rule_of(const Practice& practice, const std::vector<journal::Session>& sessions,
                         journal::TimeMs last_checkin_at) {
  const journal::Ending* last = nullptr;
  for (const auto& each : sessions)
    if (each.ending && (last == nullptr || each.ending->at >= last->at)) last = &*each.ending;
  if (last == nullptr || last->at < last_checkin_at) return {};
  const bool known = practice.words.contains("session_rule." + last->rule + ".name");
  return last->how == journal::How::stopped && known ? last->rule : std::string();
}

struct KeptDocument {
  journal::TimeMs now = 0;
  int utc_offset_minutes = 0;
  Kept kept;
};
template <class A>
void describe(A& a, KeptDocument& v) {
  a.format(kKeptFormat);
  a.required("now", v.now, journal::kTimes);
  a.required("utc_offset_minutes", v.utc_offset_minutes, Range{-kMostOffset, kMostOffset});
  a.optional("checkin", v.kept.checkin);
  a.required("answers", v.kept.answers);
  a.required("sessions", v.kept.sessions);
}

}  // namespace

template <class A>
void describe(A& a, Known& v) {
  a.optional("last", v.last);
  a.optional("conditions", v.conditions);
  a.optional("allergies", v.allergies);
  a.optional("fresh", v.fresh);
  a.optional("history", v.history);
  a.optional("stop_rule", v.stop_rule);
}

Known recall(const Practice& practice, const Kept& kept, journal::TimeMs now, int utc_offset_minutes) {
  Known known;
  if (kept.checkin)
    if (auto request = screening::read_request(practice, kept.checkin->document, kTheJournal))
      known.last = std::move(*request);
  for (const auto& each : kept.answers) {
    const auto rule = practice.ids.rules.find(each.rule);
    if (!rule.valid()) continue;
    const auto answered = read_document<Answered>(each.answer, kTheJournal, &practice.ids);
    if (!answered) continue;
    // What somebody has does not end by being old; it is only asked again.
    if (rule == allergy_rule(practice)) known.allergies = answered->allergies;
    if (is_fresh(practice.at(rule), each.answered_at, now)) known.fresh.add(rule);
    known.conditions.insert(known.conditions.end(), answered->conditions.begin(), answered->conditions.end());
  }
  if (const auto past = journal::history_of(kept.sessions, now, utc_offset_minutes)) {
    const auto history = read_document<History>(to_json(*past, nullptr), kTheJournal, &practice.ids);
    if (history) known.history = *history;
  }
  known.stop_rule = stop_rule_of(practice, kept.sessions, kept.checkin ? kept.checkin->at : 0);
  return known;
}

Loaded<Json> recall_document(const Practice& practice, const Json& document, std::string_view file) {
  const auto read = read_document<KeptDocument>(document, file, nullptr);
  if (!read) return tl::unexpected(read.error());
  return to_json(recall(practice, read->kept, read->now, read->utc_offset_minutes), &practice.ids);
}

}  // namespace thenar::interview
