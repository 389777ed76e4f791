#include "cli/visit/memory.hpp"

#include "thenar/interview/recall.hpp"

namespace thenar::cli {
Result<Known> recall(const Practice& practice, journal::Journal& kept, journal::PersonId person,
                     const std::vector<journal::Session>& sessions) {
  auto checkins = kept.checkins(person);
  if (!checkins) return tl::unexpected(checkins.error());
  auto answers = kept.answers(person);
  if (!answers) return tl::unexpected(answers.error());
  interview::Kept all{{}, std::move(*answers), sessions};
  if (!checkins->empty()) all.checkin = std::move(checkins->back());
  const auto now = now_ms();
  return interview::recall(practice, all, now, utc_offset_minutes(now));
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
