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
#include "cli/visit/memory.hpp"
#include "thenar/interview/checkin.hpp"
#include "thenar/planning/planning.hpp"

namespace thenar::cli {
namespace {

/// Standard output or the journal went away in the middle of a conversation.
struct CannotGoOn {
  Failure failure;
};

/// Everything that is asked before a plan. Nothing is written until all of it is known.
struct Arrival {
  std::optional<journal::PersonId> person;  ///< none: somebody new
  std::string name;
  CutOff cut_off;
  std::optional<journal::Session> next_day;
  Request request;
  std::vector<Answered> answered;
  std::string stop_rule;  ///< what stopped the last massage and is not over: no massage
};

/// One massage of one person.
class Visit {
 public:
  Visit(const Practice& practice, Keeping& keeping, Conversation& talk)
      : practice_(practice), keeping_(keeping), talk_(talk), call_(emergency_call(practice)) {}

  int run();

 private:
  Arrival arrive();
  void ask_person(Arrival& arrival);
  void keep_arrival(const Arrival& arrival);
  int give(const Plan& plan);
  int goodbye();
  int refuse_stopped(const std::string& rule);
  void keep(const Result<void>& done);

  const Practice& practice_;
  Keeping& keeping_;
  Conversation& talk_;
  EmergencyCall call_;
  journal::PersonId person_{};
};

/// The value, or the end of the visit where the journal cannot be read.
template <class T>
T read_or_leave(Result<T> read) {
  if (!read) throw CannotGoOn{{kNotReadable, {read.error()}}};
  return std::move(*read);
}

/// A fault of the journal is said and the massage goes on.
void Visit::keep(const Result<void>& done) {
  if (!done) talk_.say(to_text(done.error()));
}

void Visit::ask_person(Arrival& arrival) {
  const auto people = read_or_leave(keeping_.journal->people());
  Options options;
  for (const auto& each : people) {
    if (each.is_default) options.usual = options.names.size();
    options.names.push_back(each.name);
  }
  options.names.push_back(talk_.words("checkin.somebody_else"));
  const auto chosen = people.empty() ? 0 : talk_.choose(talk_.words("checkin.who"), options);
  if (chosen < people.size()) {
    arrival.name = people[chosen].name;
  } else {
    arrival.name =
        talk_.text(talk_.words("checkin.name"), journal::kMaxNameBytes, talk_.words("checkin.name_why"));
    if (arrival.name.empty()) arrival.name = talk_.words("cli.me");
  }
  for (const auto& each : people)
    if (each.name == arrival.name) arrival.person = each.id;
}

Arrival Visit::arrive() {
  Arrival arrival;
  ask_person(arrival);
  Known known;
  if (arrival.person) {
    auto& kept = *keeping_.journal;
    auto sessions = read_or_leave(kept.sessions(*arrival.person));
    arrival.cut_off = ask_to_go_on(talk_, practice_, kept, sessions);
    if (arrival.cut_off.go_on || arrival.cut_off.open_elsewhere) return arrival;
    arrival.next_day = ask_next_day(talk_, practice_, sessions);
    known = read_or_leave(recall(practice_, kept, *arrival.person, sessions));
  }
  auto checked =
      interview::check_in(talk_, practice_, known, arrival.name, arrival.name == talk_.words("cli.me"));
  arrival.request = std::move(checked.request);
  arrival.answered = std::move(checked.answered);
  arrival.stop_rule = std::move(checked.stop_rule);
  return arrival;
}

/// Writes what was asked.
void Visit::keep_arrival(const Arrival& arrival) {
  auto& kept = *keeping_.journal;
  person_ = arrival.person ? *arrival.person : read_or_leave(kept.add_person(arrival.name, now_ms()));
  // One that somebody else goes on with meanwhile stays open; that is no reason not to begin.
  for (const auto& each : arrival.cut_off.to_end) static_cast<void>(kept.end_session(each.id, *each.ending));
  if (arrival.next_day) keep(kept.set_next_day(arrival.next_day->id, *arrival.next_day->next_day));
  if (arrival.stop_rule.empty()) keep(remember(practice_, kept, person_, arrival.request, arrival.answered));
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
  if (choice != kBegin) return goodbye();
  // What is said at the end stands on a screen of its own.
  talk_.show(std::string(static_cast<std::size_t>(page_rows()), '\n'));
  const auto given = give_plan(practice_, keeping_, person_, plan, {});
  if (!given) return report(given.error());
  const bool advised = !given->rule.empty();
  if (given->ended() && given->id) {
    keep(keep_ratings(*keeping_.journal, request.checkin.ratings, *given->id));
    if (!advised) keep(rate_again(talk_, practice_, *keeping_.journal, request, *given->id));
  }
  // After a stop the advice stands alone.
  return given->code == kDone && !advised ? goodbye() : given->code;
}

int Visit::goodbye() {
  talk_.say(talk_.words(keeping_.kept ? "cli.goodbye" : "cli.goodbye_unsaved"));
  return kDone;
}

/// No massage while what stopped the last one is not over: what to do, once more.
int Visit::refuse_stopped(const std::string& rule) {
  talk_.say(talk_.words("cli.refused.refer") + ".");
  talk_.say(talk_.words("session_rule." + rule + ".say"));
  talk_.say(talk_.words("cli.refused.refer_rest"));
  return kRefused;
}

int Visit::run() {
  talk_.say(talk_.words("cli.welcome"));
  talk_.say(review_in_words(practice_));
  talk_.say(talk_.words("cli.how_to_answer"));
  if (!keeping_.message.empty()) talk_.say(keeping_.message);
  const auto arrival = talk_.stretch([&] { return arrive(); });
  if (arrival.cut_off.open_elsewhere) {
    talk_.say(talk_.words("checkin.open_elsewhere"));
    return kNotReadable;
  }
  if (arrival.cut_off.go_on) {
    const auto given = go_on(practice_, keeping_, *arrival.cut_off.go_on, {});
    return given ? given->code : report(given.error());
  }
  keep_arrival(arrival);
  if (!arrival.stop_rule.empty()) return refuse_stopped(arrival.stop_rule);
  const auto plan = planning::compose(practice_, arrival.request);
  if (plan.steps.empty()) {
    talk_.show(plan_in_words(practice_, plan, call_));
    return kRefused;
  }
  return give(plan);
}

/// What a conversation that was left ends with: the signal's own code, or done.
int after_leaving(const Practice& practice) {
  const int signal = SignalGuard::caught();
  if (signal == 0) return finish_with("-", "\n" + wrapped(practice.say("cli.left")));
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
