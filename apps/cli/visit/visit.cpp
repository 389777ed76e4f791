// thenar without a verb: the way of a person from the first question to the last stroke.
#include <unistd.h>

#include <optional>

#include "cli/explain.hpp"
#include "cli/giving.hpp"
#include "cli/io.hpp"
#include "cli/lines.hpp"
#include "cli/page.hpp"
#include "cli/verbs/verbs.hpp"
#include "cli/visit/aftermath.hpp"
#include "cli/visit/checkin.hpp"
#include "thenar/planning/planning.hpp"

namespace thenar::cli {
namespace {

constexpr double kUsualMinutes = 10;

/// Standard output or the journal went away in the middle of a conversation.
struct CannotGoOn {
  Failure failure;
};

/// One massage of one person.
class Visit {
 public:
  Visit(const Practice& practice, Keeping& keeping, Conversation& talk)
      : practice_(practice), keeping_(keeping), talk_(talk), call_(emergency_call(practice)) {}

  int run();

 private:
  journal::PersonId ask_person();
  Request check_in(const Known& known, std::vector<Answered>& answered);
  void ask_how_it_goes(const Known& known, Request& request);
  int give(const Plan& plan);
  void keep(const Result<void>& done);

  const Practice& practice_;
  Keeping& keeping_;
  Conversation& talk_;
  EmergencyCall call_;
  journal::PersonId person_{};
};

/// A fault of the journal is said and the massage goes on.
void Visit::keep(const Result<void>& done) {
  if (!done) talk_.say(to_text(done.error()));
}

journal::PersonId Visit::ask_person() {
  const auto people = keeping_.journal->people();
  if (!people) throw CannotGoOn{{kNotReadable, {people.error()}}};
  std::vector<std::string> names;
  std::optional<std::size_t> usual;
  for (const auto& each : *people) {
    if (each.is_default) usual = names.size();
    names.push_back(each.name);
  }
  names.push_back(talk_.words("checkin.somebody_else"));
  const auto [chosen, name] = talk_.stretch([&]() -> std::pair<std::size_t, std::string> {
    const auto index = people->empty() ? 0 : talk_.choose(talk_.words("checkin.who"), {names, usual});
    if (index < people->size()) return {index, {}};
    auto given = talk_.text(talk_.words("checkin.name"), journal::kMaxNameBytes);
    return {index, given.empty() ? talk_.words("cli.me") : given};
  });
  if (chosen < people->size()) return (*people)[chosen].id;
  for (const auto& each : *people)
    if (each.name == name) return each.id;
  const auto added = keeping_.journal->add_person(name, now_ms());
  if (!added) throw CannotGoOn{{kNotReadable, {added.error()}}};
  return *added;
}

/// Goals, marks, ratings and wishes: anew, or as last time with only the ratings asked.
void Visit::ask_how_it_goes(const Known& known, Request& request) {
  auto& checkin = request.checkin;
  const bool can_repeat =
      known.last && !known.last->wishes.goals.empty() && known.last->checkin.mode == checkin.mode;
  if (can_repeat) {
    const auto again =
        talk_.words("checkin.same", {{"wishes", wishes_in_words(practice_, known.last->wishes)}});
    if (talk_.choose(again, {{talk_.words("checkin.same_yes"), talk_.words("checkin.same_no")}, 0}) == 0) {
      request.wishes = known.last->wishes;
      // Places that are only to be cared for stay; what was swollen, injured or numb is asked by the gates.
      for (const auto& mark : known.last->checkin.marked)
        if (mark.as == MarkKind::sore || mark.as == MarkKind::stiff || mark.as == MarkKind::tense)
          checkin.marked.push_back(mark);
      checkin.ratings = ask_ratings(talk_, practice_, request.wishes);
      return;
    }
  }
  if (known.last) request.wishes = known.last->wishes;
  ask_goals(talk_, practice_, request.wishes);
  ask_marks(talk_, practice_, checkin);
  checkin.ratings = ask_ratings(talk_, practice_, request.wishes);
  const auto clearance = screening::screen(practice_, checkin);
  if (!clearance.session_refused) ask_wishes(talk_, practice_, checkin, clearance, request.wishes);
}

Request Visit::check_in(const Known& known, std::vector<Answered>& answered) {
  return talk_.stretch([&] {
    Request request;
    request.wishes.minutes = kUsualMinutes;
    request.wishes.hands = {kHands.begin(), kHands.end()};
    auto safety = ask_safety(talk_, practice_, known, ask_mode(talk_, known));
    request.checkin = std::move(safety.checkin);
    answered = std::move(safety.answered);
    if (!screening::screen(practice_, request.checkin).session_refused) ask_how_it_goes(known, request);
    return request;
  });
}

int Visit::give(const Plan& plan) {
  const auto& request = plan.request;
  talk_.show("\n" + plan_in_short(practice_, plan, call_));
  constexpr std::size_t kBegin = 0;
  constexpr std::size_t kMore = 1;
  const Options options{
      {talk_.words("checkin.begin_yes"), talk_.words("checkin.begin_more"), talk_.words("checkin.begin_no")},
      kBegin};
  const auto ask = [&] {
    return talk_.stretch([&] { return talk_.choose(talk_.words("checkin.begin"), options); });
  };
  auto choice = ask();
  for (; choice == kMore; choice = ask()) talk_.show("\n" + plan_in_words(practice_, plan, call_));
  if (choice != kBegin) return kDone;
  const auto given = give_plan(practice_, keeping_, person_, plan, {});
  if (!given) return report(given.error());
  if (given->ended() && given->id) keep(rate_again(talk_, practice_, *keeping_.journal, request, *given->id));
  return given->code;
}

int Visit::run() {
  talk_.say(talk_.words("cli.welcome"));
  talk_.say(review_in_words(practice_));
  talk_.say(talk_.words("cli.how_to_answer"));
  if (!keeping_.message.empty()) talk_.say(keeping_.message);
  person_ = ask_person();
  const auto cut_off = ask_to_go_on(talk_, practice_, keeping_, person_);
  if (cut_off && *cut_off) {
    const auto given = go_on(practice_, keeping_, **cut_off, {});
    return given ? given->code : report(given.error());
  }
  keep(ask_next_day(talk_, practice_, *keeping_.journal, person_));

  const auto known = recall(practice_, *keeping_.journal, person_);
  if (!known) return report({kNotReadable, {known.error()}});
  std::vector<Answered> answered;
  const auto request = check_in(*known, answered);
  keep(remember(practice_, *keeping_.journal, person_, request, answered));
  const auto plan = planning::compose(practice_, request);
  if (plan.steps.empty()) {
    talk_.show(plan_in_words(practice_, plan, call_));
    return kRefused;
  }
  const auto code = give(plan);
  if (code == kDone) talk_.say(talk_.words(keeping_.kept ? "cli.goodbye" : "cli.goodbye_unsaved"));
  return code;
}

/// What a conversation that was left ends with: the signal's own code, or done.
int after_leaving(const Practice& practice) {
  const int signal = SignalGuard::caught();
  if (signal == 0) return finish_with("-", "\n" + practice.say("cli.left") + "\n");
  warn("\n" + practice.say("cli.left") + "\n");
  return 128 + signal;
}

}  // namespace

int give_massage(const Globals& globals) {
  const auto practice = load_practice(globals);
  if (!practice) return report(practice.error());
  auto keeping = open_keeping(globals);
  if (!keeping) return report(keeping.error());

  const SignalGuard guard;
  Conversation talk(
      *practice, [] { return read_line_of(STDIN_FILENO); },
      [](std::string_view text) {
        const auto written = write_text("-", text);
        if (!written) throw CannotGoOn{written.error()};
      },
      page_rows());
  try {
    return Visit(*practice, *keeping, talk).run();
  } catch (const Left&) {
    return after_leaving(*practice);
  } catch (const CannotGoOn& gone) {
    return SignalGuard::caught() == 0 ? report(gone.failure) : 128 + SignalGuard::caught();
  }
}

}  // namespace thenar::cli
