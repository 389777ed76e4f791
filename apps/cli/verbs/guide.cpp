// thenar guide PLAN: gives the session; thenar resume: goes on with the one that was cut off.
#include <iostream>

#include "cli/explain.hpp"
#include "cli/giving.hpp"
#include "cli/io.hpp"
#include "cli/page.hpp"
#include "cli/requests.hpp"
#include "cli/verbs/verbs.hpp"
#include "thenar/guidance/log.hpp"

namespace thenar::cli {
namespace {

struct GuideOptions {
  std::string plan;
  std::string script;
  bool fast = false;
  SessionOptions session;
};

int play(const Practice& practice, const Plan& plan, const GuideOptions& options) {
  const auto text = read_text(options.script);
  if (!text) return report(text.error());
  const auto script = guidance::read_script(practice, *text, options.script);
  if (!script) return report({kInputWrong, script.error()});
  auto session = guidance::Session::open(practice, plan);
  if (!session) return report({kInputWrong, session.error()});
  std::cout << guidance::plan_line(practice, plan) << '\n';
  return play_script(*session, *script, options.fast, {}, std::cout);
}

int guide(const Globals& globals, const GuideOptions& options) {
  const auto practice = load_practice(globals);
  if (!practice) return report(practice.error());
  const auto plan = plan_of(*practice, options.plan);
  if (!plan) return report(plan.error());
  if (plan->steps.empty())
    return finish_with("-", plan_in_words(*practice, *plan, emergency_call(*practice)), kRefused);
  if (!options.script.empty()) return play(*practice, *plan, options);

  auto keeping = open_keeping(globals);
  if (!keeping) return report(keeping.error());
  if (!keeping->message.empty()) warn(keeping->message + "\n");
  const auto person = default_person(*practice, *keeping->journal);
  if (!person) return report({kNotReadable, {person.error()}});
  const auto given = give_plan(*practice, *keeping, *person, *plan, options.session);
  return given ? given->code : report(given.error());
}

int resume(const Globals& globals, const SessionOptions& options) {
  const auto practice = load_practice(globals);
  if (!practice) return report(practice.error());
  auto opened = open_journal(globals);
  if (!opened) return report(opened.error());
  Keeping keeping{std::move(*opened), true, {}};
  const auto cut_off = keeping.journal->unfinished_sessions();
  if (!cut_off) return report({kNotReadable, {cut_off.error()}});
  if (cut_off->empty()) return finish_with("-", wrapped(practice->say("cli.nothing_to_resume")));
  if (is_open_elsewhere(*keeping.journal, cut_off->back()))
    return finish_with("-", wrapped(practice->say("checkin.open_elsewhere")), kNotReadable);
  const auto given = go_on(*practice, keeping, cut_off->back(), options);
  return given ? given->code : report(given.error());
}

void add_session_options(CLI::App& verb, SessionOptions& options) {
  verb.add_flag("--silent", options.silent, "Speak nothing");
  verb.add_flag("--no-sound", options.no_sound, "No click on the beat");
  verb.add_flag("--plain", options.plain, "Lines of text instead of a display");
  verb.add_option("--voice", options.voice, "Voice of espeak-ng")->type_name("NAME");
  verb.add_option("--rate", options.words_per_minute, "Words a minute, 80 to 450")
      ->check(CLI::Range(80, 450))
      ->type_name("N");
  verb.add_option("--speed", options.speed, "Session seconds a second, 0.1 to 1000, to try things out")
      ->check(CLI::Range(0.1, 1000.0))
      ->type_name("X");
}

}  // namespace

void add_guide(CLI::App& app, Verb& chosen) {
  auto options = std::make_shared<GuideOptions>();
  auto* verb = app.add_subcommand("guide", "Give the session of a plan");
  verb->add_option("PLAN", options->plan, "Plan (thenar.plan/1), or - for standard input")
      ->required()
      ->option_text(" ");
  auto* script =
      verb->add_option("--script", options->script,
                       "Take commands from a file at their session times, write cues as JSON lines");
  script->type_name("FILE");
  verb->footer(
      "A script has one command a line, with its time in milliseconds since the session was opened:\n"
      R"({"t_ms": 0, "command": "start"})"
      "\n"
      R"({"t_ms": 90000, "command": "hurts", "value": 4, "kind": "too-firm"})"
      "\n"
      R"({"t_ms": 120000, "command": "stop"})");
  verb->add_flag("--fast", options->fast, "With --script: do not wait")->needs(script);
  add_session_options(*verb, options->session);
  verb->callback([options, &chosen] {
    chosen = [options](const Globals& globals) { return guide(globals, *options); };
  });
}

void add_resume(CLI::App& app, Verb& chosen) {
  auto options = std::make_shared<SessionOptions>();
  auto* verb = app.add_subcommand("resume", "Go on with the session that was cut off");
  add_session_options(*verb, *options);
  verb->callback([options, &chosen] {
    chosen = [options](const Globals& globals) { return resume(globals, *options); };
  });
}

}  // namespace thenar::cli
