#include "cli/visit/aftermath.hpp"

#include <algorithm>

#include "thenar/guidance/aftercare.hpp"
#include "thenar/interview/checkin.hpp"
#include "thenar/outcomes/words.hpp"

namespace thenar::cli {
namespace {

constexpr int kLongestHours = 240;

/// The number of the day on the local clock.
journal::TimeMs day_of(journal::TimeMs at) {
  return (at + utc_offset_minutes(at) * journal::TimeMs{60'000}) / journal::kDayMs;
}

struct Rated {
  const char* measure;
  HandRating Ratings::* of_hands;
  std::optional<int> Ratings::* of_person;
};

constexpr Rated kRated[] = {{"pain", &Ratings::pain, nullptr},
                            {"tingling", &Ratings::tingling, nullptr},
                            {"stiffness", &Ratings::stiffness, nullptr},
                            {"swelling", &Ratings::swelling, nullptr},
                            {"warmth", &Ratings::warmth, nullptr},
                            {"skin", &Ratings::skin, nullptr},
                            {"stress", nullptr, &Ratings::stress},
                            {"sleep", nullptr, &Ratings::sleep},
                            {"mood", nullptr, &Ratings::mood}};

std::vector<journal::Rating> in_journal(const Ratings& ratings, journal::Moment moment, journal::TimeMs at) {
  std::vector<journal::Rating> out;
  for (const auto& each : kRated) {
    if (each.of_person != nullptr && ratings.*each.of_person)
      out.push_back({each.measure, {}, moment, static_cast<double>(*(ratings.*each.of_person)), at});
    if (each.of_hands == nullptr) continue;
    for (const Hand hand : kHands)
      if (const auto& value = (ratings.*each.of_hands)[hand])
        out.push_back({each.measure, hand, moment, static_cast<double>(*value), at});
  }
  return out;
}

}  // namespace

std::optional<journal::Session> ask_next_day(Conversation& talk, const Practice& practice,
                                             std::vector<journal::Session>& sessions) {
  const auto now = now_ms();
  const auto last = std::find_if(sessions.rbegin(), sessions.rend(), [](const auto& each) {
    return each.ending && each.ending->given.seconds.left + each.ending->given.seconds.right > 0;
  });
  if (last == sessions.rend() || last->next_day || day_of(last->ending->at) >= day_of(now)) return {};

  const auto when = local_time(last->started_at);
  const auto soreness =
      talk.numbers(talk.words("checkin.next_day", {{"when", when}}), 0, interview::kWorst, 1, true);
  if (!soreness) return {};
  guidance::Aftermath aftermath;
  if (soreness->front() > 0)
    aftermath.soreness_hours =
        talk.numbers(talk.words("checkin.soreness_hours"), 0, kLongestHours, 1, false)->front();
  aftermath.extra_pain_hours =
      talk.numbers(talk.words("checkin.pain_hours"), 0, kLongestHours, 1, false)->front();
  last->next_day = {soreness->front(), guidance::too_much(practice, aftermath), now};
  return *last;
}

CutOff ask_to_go_on(Conversation& talk, const Practice& practice, journal::Journal& kept,
                    std::vector<journal::Session>& sessions) {
  CutOff out;
  for (auto each = sessions.rbegin(); each != sessions.rend(); ++each) {
    if (each->ending) continue;
    if (is_open_elsewhere(kept, *each)) {
      out.open_elsewhere = true;
      return out;
    }
    const bool today = day_of(each->started_at) == day_of(now_ms());
    const auto question = talk.words("checkin.go_on", {{"when", local_time(each->started_at)}});
    if (today && talk.yes(question, true)) {
      out.go_on = *each;
      return out;
    }
    each->ending = ending_so_far(practice, kept, *each);
    out.to_end.push_back(*each);
  }
  return out;
}

Result<void> keep_ratings(journal::Journal& kept, const Ratings& ratings, journal::SessionId session) {
  return kept.add_ratings(session, in_journal(ratings, journal::Moment::before, now_ms()));
}

Result<void> rate_again(Conversation& talk, const Practice& practice, journal::Journal& kept,
                        const Request& request, journal::SessionId session) {
  const auto& before = request.checkin.ratings;
  if (in_journal(before, journal::Moment::before, 0).empty()) return {};
  const auto after = talk.stretch([&] { return interview::ask_ratings(talk, practice, request.wishes); });
  auto both = in_journal(before, journal::Moment::before, 0);
  for (auto& each : in_journal(after, journal::Moment::after, 0)) both.push_back(std::move(each));
  for (const auto& line : outcomes::compared_in_words(practice, both)) talk.item(line);
  return kept.add_ratings(session, in_journal(after, journal::Moment::after, now_ms()));
}

}  // namespace thenar::cli
