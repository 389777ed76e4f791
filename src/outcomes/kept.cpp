// The record of somebody, from a journal.
#include <algorithm>

#include "thenar/outcomes/record.hpp"

namespace thenar::outcomes {
namespace {

/// The goals of the wishes that a plan was made for; those that cannot be read count as none.
std::vector<Goal> goals_of(const Json& plan) {
  std::vector<Goal> goals;
  const Json::json_pointer path("/request/wishes/goals");
  if (!plan.is_object() || !plan.contains(path) || !plan.at(path).is_object()) return goals;
  for (const auto& item : plan.at(path).items())
    if (const auto goal = from_word<Goal>(item.key())) goals.push_back(*goal);
  return goals;
}

}  // namespace

Result<Record> record_from(journal::Journal& journal, const journal::Person& person, TimeMs now,
                           const OffsetAt& offset_at, int weeks) {
  Record record;
  record.now = now;
  record.utc_offset_minutes = offset_at(now);
  record.weeks = weeks;
  record.person = person.name;
  auto sessions = journal.sessions(person.id);
  if (!sessions) return tl::unexpected(sessions.error());
  auto measured = journal.measured(person.id);
  if (!measured) return tl::unexpected(measured.error());
  record.measured = std::move(*measured);
  if (!sessions->empty()) {
    const auto plan = journal.plan(sessions->back().plan);
    if (plan) record.goals = goals_of(plan->document);
  }
  for (auto& session : *sessions) {
    const int offset = offset_at(session.started_at);
    record.sessions.push_back({std::move(session), {}, offset});
  }
  const auto from = beginning_of(record);
  for (auto& each : record.sessions) {
    if (each.session.started_at < from) continue;
    auto ratings = journal.ratings(each.session.id);
    if (!ratings) return tl::unexpected(ratings.error());
    each.ratings = std::move(*ratings);
  }
  return record;
}

}  // namespace thenar::outcomes
