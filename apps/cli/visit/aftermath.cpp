#include "cli/visit/aftermath.hpp"

#include <algorithm>

#include "cli/visit/checkin.hpp"
#include "thenar/guidance/aftercare.hpp"

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

/// "Pain, left hand: 4 before, 2 after".
std::string compared(Conversation& talk, const std::string& measure, const std::string& where, int before,
                     int after) {
  return talk.words("checkin.compared", {{"measure", talk.words("checkin.measure." + measure)},
                                         {"where", where},
                                         {"before", std::to_string(before)},
                                         {"after", std::to_string(after)}});
}

void compare(Conversation& talk, const Ratings& before, const Ratings& after) {
  for (const auto& each : kRated) {
    if (each.of_person != nullptr && before.*each.of_person && after.*each.of_person)
      talk.item(compared(talk, each.measure, "", *(before.*each.of_person), *(after.*each.of_person)));
    if (each.of_hands == nullptr) continue;
    for (const Hand hand : kHands) {
      const auto& first = (before.*each.of_hands)[hand];
      const auto& second = (after.*each.of_hands)[hand];
      if (first && second)
        talk.item(compared(talk, each.measure, ", " + talk.words("hand." + std::string(word(hand))), *first,
                           *second));
    }
  }
}

}  // namespace

Result<void> ask_next_day(Conversation& talk, const Practice& practice, journal::Journal& kept,
                          journal::PersonId person) {
  const auto sessions = kept.sessions(person);
  if (!sessions) return tl::unexpected(sessions.error());
  const auto now = now_ms();
  const auto last = std::find_if(sessions->rbegin(), sessions->rend(), [](const auto& each) {
    return each.ending && each.ending->given.seconds.left + each.ending->given.seconds.right > 0;
  });
  if (last == sessions->rend() || last->next_day || day_of(last->ending->at) >= day_of(now)) return {};

  const auto when = local_time(last->started_at);
  struct Told {
    int soreness = 0;
    guidance::Aftermath aftermath;
  };
  const auto told = talk.stretch([&]() -> std::optional<Told> {
    Told out;
    const auto soreness = talk.numbers(talk.words("checkin.next_day", {{"when", when}}), 0, kWorst, 1, true);
    if (!soreness) return std::nullopt;
    out.soreness = soreness->front();
    if (out.soreness > 0)
      out.aftermath.soreness_hours =
          talk.numbers(talk.words("checkin.soreness_hours"), 0, kLongestHours, 1, false)->front();
    out.aftermath.extra_pain_hours =
        talk.numbers(talk.words("checkin.pain_hours"), 0, kLongestHours, 1, false)->front();
    return out;
  });
  if (!told) return {};
  return kept.set_next_day(last->id, {told->soreness, guidance::too_much(practice, told->aftermath), now});
}

Result<std::optional<journal::Session>> ask_to_go_on(Conversation& talk, const Practice& practice,
                                                     Keeping& keeping, journal::PersonId person) {
  const auto unfinished = keeping.journal->unfinished_sessions();
  if (!unfinished) return tl::unexpected(unfinished.error());
  for (auto each = unfinished->rbegin(); each != unfinished->rend(); ++each) {
    if (each->person != person) continue;
    const bool today = day_of(each->started_at) == day_of(now_ms());
    const auto question = talk.words("checkin.go_on", {{"when", local_time(each->started_at)}});
    if (today && talk.stretch([&] { return talk.yes(question, true); })) return std::optional(*each);
    // One that is being given elsewhere now stays open; that is no reason not to begin.
    static_cast<void>(close_cut_off(practice, keeping, *each));
  }
  return std::optional<journal::Session>();
}

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

Result<void> rate_again(Conversation& talk, const Practice& practice, journal::Journal& kept,
                        const Request& request, journal::SessionId session) {
  const auto before = in_journal(request.checkin.ratings, journal::Moment::before, now_ms());
  if (auto done = kept.add_ratings(session, before); !done) return done;
  if (before.empty()) return {};
  const auto ratings = talk.stretch([&] { return ask_ratings(talk, practice, request.wishes); });
  compare(talk, request.checkin.ratings, ratings);
  return kept.add_ratings(session, in_journal(ratings, journal::Moment::after, now_ms()));
}

}  // namespace thenar::cli
