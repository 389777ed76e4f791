// Random things said at random moments, over every programme and random check-ins, never break a "never" of a
// session.
#include "guidance/scene.hpp"
#include "support/random_checkin.hpp"
#include "support/sanitized.hpp"
#include "thenar/base/json.hpp"

namespace thenar::guidance::test {
namespace {

using thenar::test::Dice;

Command random_command(Dice& dice, const Session& session) {
  // Mostly what people say often; alarms are rare, or no session would last.
  static const std::vector<CommandKind> kOften{
      CommandKind::pause,   CommandKind::resume,      CommandKind::next,   CommandKind::back,
      CommandKind::repeat,  CommandKind::softer,      CommandKind::firmer, CommandKind::longer,
      CommandKind::shorter, CommandKind::skip_zone,   CommandKind::hurts,  CommandKind::numb,
      CommandKind::clunk,   CommandKind::giver_tired, CommandKind::answer, CommandKind::resume,
      CommandKind::answer,  CommandKind::answer};
  Command c;
  c.command = dice.one_in(10) ? static_cast<CommandKind>(dice.between(0, 22)) : dice.of(kOften);
  if (dice.one_in(2)) c.value = dice.between(0, 8);
  if (dice.one_in(2)) c.kind = static_cast<PainKind>(dice.between(0, 5));
  if (dice.one_in(3))
    c.zone =
        ZoneId{static_cast<std::int16_t>(dice.between(0, static_cast<int>(practice().zones.size()) - 1))};
  if (!session.state().answers.empty() && !dice.one_in(4)) c.answer = dice.of(session.state().answers);
  return c;
}

bool shrank(const Clearance& before, const Clearance& now) {
  for (Hand hand : kHands) {
    const auto& a = before.hands[hand];
    const auto& b = now.hands[hand];
    if (b.allowed && !a.allowed) return false;
    if (!b.techniques_off.contains(a.techniques_off)) return false;
    if (!now.giver[hand].tools_off.contains(before.giver[hand].tools_off)) return false;
    for (std::size_t z = 0; z < a.zones.size(); ++z) {
      if (a.zones[z].excluded && !b.zones[z].excluded) return false;
      if (b.zones[z].max_level > a.zones[z].max_level) return false;
      if (!b.zones[z].techniques_off.contains(a.zones[z].techniques_off)) return false;
    }
  }
  return now.partner.tools_off.contains(before.partner.tools_off);
}

int seconds_of(const std::vector<Step>& steps) {
  int seconds = 0;
  for (const Step& s : steps) seconds += s.changeover_seconds + s.seconds;
  return seconds;
}

std::string beyond(const Session& session, const Clearance& clearance, std::size_t from) {
  const std::vector<Step> steps(session.steps().begin() + static_cast<std::ptrdiff_t>(from),
                                session.steps().end());
  return to_text(planning::beyond_clearance(practice(), clearance, session.plan().request, steps));
}

/// Everything that must hold at every moment.
void check_always(const Session& session, const Clearance& before, int promised) {
  const State& state = session.state();
  ASSERT_LE(state.session_ms, 1000 * promised);
  ASSERT_LE(state.session_ms + 1000 * state.remaining_seconds, 1000 * promised + 1000);
  ASSERT_TRUE(shrank(before, session.clearance()));
  ASSERT_LE(seconds_of(session.steps()), promised);
  ASSERT_EQ(beyond(session, session.plan().clearance, 0), "");
  if (state.kind == StateKind::finished || state.kind == StateKind::stopped) return;
  const bool waiting =
      state.kind == StateKind::checking;  // the step under way may just have become forbidden
  const std::size_t from = static_cast<std::size_t>(std::max(0, state.step) + (waiting ? 1 : 0));
  ASSERT_EQ(beyond(session, session.clearance(), std::min(from, session.steps().size())), "");
}

void check_after_stop(const std::vector<Cue>& cues, const std::string& reason) {
  for (const Cue& cue : cues) {
    ASSERT_TRUE(cue.cue == CueKind::say || cue.cue == CueKind::warn || cue.cue == CueKind::chime) << cue.text;
    if (cue.cue != CueKind::chime) {
      ASSERT_EQ(cue.text, reason);
    }
  }
}

/// At the moment the strokes of a step begin nobody is being told about it any more.
void check_announcements(const std::vector<Cue>& cues) {
  const Cue* announced = nullptr;
  for (const Cue& cue : cues) {
    if (cue.cue == CueKind::say && cue.key.starts_with("cue.step."))
      announced = &cue;
    else if (cue.cue == CueKind::say && announced != nullptr && cue.interrupts)
      announced = nullptr;
    const bool begins = cue.cue == CueKind::beat && cue.index == 0 && cue.key == "press";
    // What begins with the strokes of a short step is about the step after it.
    if (begins && announced != nullptr && announced->t_ms < cue.t_ms) {
      ASSERT_LE(announced->t_ms + speech_ms(announced->text), cue.t_ms) << announced->text;
      announced = nullptr;
    }
  }
}

std::string lines_of(const std::vector<Cue>& cues, std::size_t from = 0) {
  std::string text;
  for (std::size_t i = from; i < cues.size(); ++i) text += cue_line(cues[i]) + "\n";
  return text;
}

std::string steps_of(const Session& session) {
  Plan plan = session.plan();
  plan.steps = session.steps();
  return to_line(planning::to_document(practice(), plan));
}

/// One session with random commands, tried against everything that must always hold.
class Drive {
 public:
  Drive(Dice& dice, Plan plan) : dice_(dice), plan_(std::move(plan)), promised_(seconds_of(plan_.steps)) {}

  void run() {
    if (plan_.steps.empty()) return;
    auto opened = Session::open(practice(), plan_);
    ASSERT_TRUE(opened) << to_text(opened.error());
    session_ = std::make_unique<Session>(std::move(*opened));
    if (dice_.one_in(8)) say(random_command(dice_, *session_));
    say(command(CommandKind::start));
    const int commands = dice_.between(1, 25);
    for (int i = 0; i < commands && !testing::Test::HasFatalFailure(); ++i) {
      t_ += dice_.one_in(3) ? dice_.between(0, 3000) : dice_.between(0, 60000);
      say(random_command(dice_, *session_));
    }
    if (testing::Test::HasFatalFailure()) return;
    finish();
    check_whole();
    if (!testing::Test::HasFatalFailure()) check_log();
  }

 private:
  void keep(const std::vector<Cue>& cues) { all_.insert(all_.end(), cues.begin(), cues.end()); }
  bool waits() const {
    return session_->state().kind == StateKind::paused || session_->state().kind == StateKind::checking;
  }
  bool over() const {
    return session_->state().kind == StateKind::finished || session_->state().kind == StateKind::stopped;
  }

  void say(const Command& c) {
    keep(session_->advance(t_));
    const bool stopped = session_->state().kind == StateKind::stopped;
    const Clearance before = session_->clearance();
    SCOPED_TRACE(command_line(practice(), {t_, c}));
    before_.push_back(all_.size());
    const auto cues = session_->give({t_, c});
    keep(cues);
    ASSERT_FALSE(cues.empty()) << "a command was dropped";
    ASSERT_EQ(session_->log().size(), before_.size());
    if (stopped) check_after_stop(cues, session_->state().reason);
    check_always(*session_, before, promised_);
  }

  /// Resumes and answers until it runs to its end.
  void finish() {
    for (int i = 0; i < 40 && !over(); ++i) {
      t_ += 31000;
      keep(session_->advance(t_));
      if (session_->state().kind == StateKind::preparing) say(command(CommandKind::start));
      if (!waits()) continue;
      Command c =
          command(session_->state().kind == StateKind::paused ? CommandKind::resume : CommandKind::answer);
      if (!session_->state().answers.empty()) c.answer = dice_.of(session_->state().answers);
      say(c);
    }
    t_ += 1000 * (promised_ + 600);
    keep(session_->advance(t_));
  }

  void check_whole() {
    check_always(*session_, session_->clearance(), promised_);
    ASSERT_TRUE(over() || waits());
    ASSERT_EQ(overlaps(all_, session_->log()), "");
    std::string said;
    for (const TimedCommand& c : session_->log()) said += command_line(practice(), c) + "\n";
    SCOPED_TRACE(said);
    check_announcements(all_);
    const Given given = session_->given();
    ASSERT_LE(given.seconds.left + given.seconds.right, promised_);
    ASSERT_TRUE(
        std::is_sorted(all_.begin(), all_.end(), [](const Cue& a, const Cue& b) { return a.t_ms < b.t_ms; }));
  }

  /// The log as it is kept, cut off at some byte, read back and gone on with: the same session to the byte.
  void check_log() {
    const auto& commands = session_->log();
    std::string text = plan_line(practice(), plan_) + "\n";
    const int plan_bytes = static_cast<int>(text.size());
    for (const TimedCommand& c : commands) text += command_line(practice(), c) + "\n";
    const int bytes = static_cast<int>(text.size());
    const int cut = dice_.one_in(3) ? bytes : dice_.between(plan_bytes, bytes);
    const auto log = read_log(
        practice(), complete_lines(std::string_view(text).substr(0, static_cast<std::size_t>(cut))), "log");
    ASSERT_TRUE(log) << to_text(log.error());
    ASSERT_EQ(command_line(practice(), log->commands.empty() ? commands[0] : log->commands.back()),
              command_line(practice(), commands[std::max<std::size_t>(1, log->commands.size()) - 1]));
    auto again = replay(practice(), *log);
    ASSERT_TRUE(again) << to_text(again.error());
    std::vector<Cue> cues;
    const auto heard = [&](const std::vector<Cue>& more) {
      cues.insert(cues.end(), more.begin(), more.end());
    };
    const std::size_t first = log->commands.size();
    if (first < commands.size()) heard(again->advance(commands[first].t_ms));
    const std::size_t skipped = cues.size();
    for (std::size_t i = first; i < commands.size(); ++i) heard(again->give(commands[i]));
    heard(again->advance(t_));
    ASSERT_EQ(again->state(), session_->state());
    ASSERT_EQ(again->clearance(), session_->clearance());
    ASSERT_EQ(steps_of(*again), steps_of(*session_));
    if (first < commands.size()) {
      ASSERT_EQ(lines_of(cues, skipped), lines_of(all_, before_[first]));
    }
  }

  Dice& dice_;
  Plan plan_;
  int promised_;
  std::unique_ptr<Session> session_;
  std::vector<Cue> all_;
  std::vector<std::size_t> before_;  ///< cues before each command
  std::int64_t t_ = 0;
};

/// Under the sanitizers a session takes twenty times as long.
constexpr int kFewer = thenar::test::kSanitized ? 5 : 1;

TEST(SessionProperties, RandomCommandsOverEveryProgrammeBreakNoNever) {
  Dice dice(1);
  for (int round = 0; round < 25 / kFewer; ++round)
    for (const auto& p : practice().programmes) {
      SCOPED_TRACE(p.id + " round " + std::to_string(round));
      Drive(dice, planning::compose(practice(), programme(p.id))).run();
      if (testing::Test::HasFailure()) return;
    }
}

TEST(SessionProperties, RandomCommandsOverRandomCheckInsBreakNoNever) {
  Dice dice(2);
  for (std::uint64_t seed = 0; seed < 1000 / kFewer; ++seed) {
    SCOPED_TRACE("request " + std::to_string(seed));
    Drive(dice, planning::compose(practice(), thenar::test::random_request(practice(), seed))).run();
    if (testing::Test::HasFailure()) return;
  }
}

/// What changes a plan and goes on: none of these may make a session end early.
Command changing_command(Dice& dice, const Session& session) {
  static const std::vector<CommandKind> kChanging{
      CommandKind::numb,        CommandKind::hurts,  CommandKind::clunk,  CommandKind::skip_zone,
      CommandKind::giver_tired, CommandKind::softer, CommandKind::longer, CommandKind::shorter};
  Command c = command(dice.of(kChanging));
  if (c.command == CommandKind::hurts) c = hurts(5, dice.one_in(2) ? PainKind::sharp : PainKind::too_firm);
  if (c.command == CommandKind::numb || c.command == CommandKind::skip_zone) {
    const auto& steps = session.steps();
    const Step& step = steps[static_cast<std::size_t>(std::max(0, session.state().step))];
    if (step.zones.size() > 8) c = command(CommandKind::softer);
  }
  return c;
}

/// Into less no step fits: ten seconds to come to it and twenty of strokes.
constexpr std::int64_t kLeastStepMs = 30000;

TEST(SessionProperties, AFreePlanThatIsChangedOnceAndGoesOnEndsOnTime) {
  Dice dice(3);
  int exact = 0;
  for (int round = 0; round < 300 / kFewer; ++round) {
    Scene scene(request(dice.between(8, 20), {{dice.of(std::vector{Goal::pain, Goal::stiffness}), 1.0}}));
    scene.give(0, CommandKind::start);
    const double t = dice.between(60, scene.promised() - 150);
    scene.advance(t);
    const auto first_ms = static_cast<std::int64_t>(t * 1000) - scene.state().session_ms;
    const Command c = changing_command(dice, scene.session());
    SCOPED_TRACE("round " + std::to_string(round) + ": " +
                 command_line(practice(), {static_cast<std::int64_t>(t * 1000), c}));
    scene.give(t, c);
    scene.run_out(t);
    ASSERT_EQ(scene.state().kind, StateKind::finished);
    ASSERT_LE(scene.state().session_ms, 1000 * scene.promised());
    // By the clock on the wall, from the first touch on: what had to be said first is inside the time too.
    const auto end = std::find_if(scene.cues().begin(), scene.cues().end(), [](const Cue& cue) {
      return cue.cue == CueKind::chime && cue.key == "end";
    });
    ASSERT_NE(end, scene.cues().end());
    const auto early_ms = 1000 * scene.promised() + first_ms - end->t_ms;
    ASSERT_GE(early_ms, 0);
    ASSERT_LT(early_ms, kLeastStepMs);
    exact += early_ms < 1000 ? 1 : 0;
  }
  EXPECT_GE(exact, 200 / kFewer) << "most end to the second";
}

}  // namespace
}  // namespace thenar::guidance::test
