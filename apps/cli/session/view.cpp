#include "cli/session/view.hpp"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <map>

#include "thenar/base/text.hpp"
#include "thenar/planning/words.hpp"

namespace thenar::cli::live {
namespace {

using guidance::StateKind;

/// A picture that flashes more than three times a second may harm; faster strokes are not drawn.
constexpr double kShortestPulseMs = 400;

/// Words with gaps, without repeating where they come from.
struct Words {
  const Practice& practice;
  const std::string& operator()(const std::string& key) const { return practice.say(key); }
  std::string operator()(const std::string& key, const std::map<std::string, std::string>& gaps) const {
    return fill(practice.say(key), gaps);
  }
};

/// Names are written small because they stand in sentences; a title begins large.
std::string capital(std::string text) {
  if (!text.empty()) text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
  return text;
}

std::string technique_name(const Words& words, TechniqueId technique) {
  return words("technique." + words.practice.at(technique).id + ".name");
}

std::string step_name(const Words& words, const Step& step) {
  if (step.combo.valid()) return words("combo." + words.practice.at(step.combo).id + ".name");
  return technique_name(words, step.technique);
}

/// How much of the step's strokes is over; negative while the hands still move there.
std::int64_t worked_of(const Step& step, const guidance::State& state) {
  return state.elapsed_ms - std::int64_t{1000} * step.changeover_seconds;
}

/// The part of the step that its time has come to, or none.
const StepPart* current_part(const Step& step, std::int64_t worked_ms) {
  std::int64_t end_ms = 0;
  for (const auto& part : step.parts) {
    end_ms += std::int64_t{1000} * part.seconds;
    if (worked_ms < end_ms) return &part;
  }
  return step.parts.empty() ? nullptr : &step.parts.back();
}

std::string hand_word(const Words& words, Hand hand) {
  return words("session.hand." + std::string(word(hand)));
}

std::string where_text(const Words& words, const Plan& plan, const Step& step, std::int64_t worked_ms) {
  std::string text = planning::place_in_words(words.practice, plan.clearance, step);
  const StepPart* part = current_part(step, worked_ms);
  if (part != nullptr && step.group.valid()) {
    const std::string key = "group." + words.practice.at(step.group).id + ".part." + part->id;
    if (words.practice.words.contains(key)) text += " — " + words(key);
  }
  if (part != nullptr && step.combo.valid()) text += " — " + technique_name(words, part->technique);
  return text;
}

/// What the three parts of a stroke are called, by what is done in it.
std::array<std::string, 3> stroke_names(const Words& words, const Technique& technique) {
  if (technique.kind == TechniqueKind::still) return {words("session.stroke.hold"), {}, {}};
  if (technique.kind == TechniqueKind::presses)
    return {words("session.stroke.press"), words("session.stroke.hold"), words("session.stroke.let_go")};
  const bool moves = technique.kind == TechniqueKind::moves || technique.kind == TechniqueKind::active;
  if (moves && technique.hold_seconds)
    return {words("session.stroke.stretch"), words("session.stroke.hold"), words("session.stroke.let_go")};
  if (moves) return {words("session.stroke.move"), {}, {}};
  if (technique.stroke_phases[1] <= 0)
    return {words("session.stroke.press"), {}, words("session.stroke.let_go")};
  return {words("session.stroke.press"), words("session.stroke.glide"), words("session.stroke.release")};
}

std::optional<StrokeView> stroke_view(const Words& words, const std::vector<Step>& steps,
                                      const guidance::State& state, const std::optional<Stroke>& stroke) {
  if (!stroke || stroke->period_ms < kShortestPulseMs || state.step < 0) return {};
  const Step& step = steps[static_cast<std::size_t>(state.step)];
  const StepPart* part = current_part(step, worked_of(step, state));
  StrokeView view{
      stroke->phase, {stroke->glide_at, stroke->release_at - stroke->glide_at, 1 - stroke->release_at}, {}};
  if (stroke->breath) {
    view.names = {words("session.stroke.in"), words("session.stroke.out"), {}};
  } else {
    view.names = stroke_names(words, words.practice.at(part != nullptr ? part->technique : step.technique));
  }
  return view;
}

/// How hard the hand presses now: the level of the part, in the words of its technique.
std::string how_hard_text(const Words& words, const Step& step, std::int64_t worked_ms) {
  const StepPart* part = current_part(step, worked_ms);
  const auto level = part != nullptr ? part->level : step.level;
  if (!level) return {};
  const std::string key = "level." + std::to_string(*level);
  const std::string own =
      "technique." + words.practice.at(part != nullptr ? part->technique : step.technique).id + "." + key;
  if (words.practice.words.contains(own)) return capital(words(own));
  return capital(words(key + ".name")) + " — " + words(key + ".how");
}

std::string next_text(const Words& words, const Plan& plan, const std::vector<Step>& steps, int current) {
  const auto next = static_cast<std::size_t>(current + 1);
  if (next >= steps.size()) return words("session.next.end");
  const Step& step = steps[next];
  std::string what = step_name(words, step);
  if (!step.combo.valid())  // the name of a combo says where
    what = words("session.next.what",
                 {{"step", what}, {"where", planning::place_in_words(words.practice, plan.clearance, step)}});
  const bool other_hand = current >= 0 && step.hand != steps[next - 1].hand;
  return words(other_hand ? "session.next.hand" : "session.next.step",
               {{"what", what}, {"hand", hand_word(words, step.hand)}});
}

void show_step(View& view, const Words& words, const Plan& plan, const std::vector<Step>& steps,
               const guidance::State& state, int announced) {
  if (state.step < 0 || static_cast<std::size_t>(state.step) >= steps.size()) return;
  const Step& step = steps[static_cast<std::size_t>(state.step)];
  const std::int64_t worked_ms = worked_of(step, state);
  const std::int64_t left_ms = std::int64_t{1000} * step.seconds - worked_ms;
  const int left_seconds = static_cast<int>((std::max(left_ms, std::int64_t{0}) + 999) / 1000);
  view.header = words("session.header", {{"hand", capital(hand_word(words, step.hand))},
                                         {"step", std::to_string(state.step + 1)},
                                         {"steps", std::to_string(steps.size())}});
  view.title = capital(step_name(words, step));
  view.where = capital(where_text(words, plan, step, worked_ms));
  view.how_hard = how_hard_text(words, step, worked_ms);
  view.time_note = words(worked_ms < 0 ? "session.time.moving" : "session.time.step",
                         {{"time", clock_text(std::min(left_seconds, step.seconds))},
                          {"seconds", std::to_string((std::max<std::int64_t>(0, -worked_ms) + 999) / 1000)}});
  // While the hands move to the place, the bar counts up to the beginning.
  const double whole_ms = 1000.0 * (worked_ms < 0 ? step.changeover_seconds : step.seconds);
  view.done =
      std::clamp(static_cast<double>(worked_ms < 0 ? state.elapsed_ms : worked_ms) / whole_ms, 0.0, 1.0);
  view.next = next_text(words, plan, steps, state.step);
  const std::string& said = words("session.next.said");
  if (announced > state.step && !view.caption.empty() && view.caption.find(said) == std::string::npos)
    view.caption = said + view.caption;
}

std::vector<KeyHint> hints(const Words& words,
                           std::initializer_list<std::pair<const char*, const char*>> list) {
  std::vector<KeyHint> hints;
  for (const auto& [name, key] : list) {
    const std::string text = name;
    hints.push_back(
        {text.size() == 1 ? text : words("session.name." + text), words(std::string("session.key.") + key)});
  }
  return hints;
}

/// The answers with the key of each: 1, 2, 3 …; ratings only say how to answer.
std::vector<KeyHint> answer_hints(const Words& words, const std::string& question,
                                  const std::vector<std::string>& answers) {
  std::vector<KeyHint> hints;
  if (is_rating(answers)) {
    hints.push_back({"0", words("session.rating.none")});
    hints.push_back({"1–9", words("session.rating.between")});
    hints.push_back({"t", words("session.rating.most")});
    return hints;
  }
  for (std::size_t i = 0; i < answers.size(); ++i) {
    const std::string key = "question." + question + ".answer." + answers[i];
    hints.push_back({std::to_string(i + 1), words.practice.words.contains(key) ? words(key) : answers[i]});
  }
  return hints;
}

void append(std::vector<KeyHint>& hints, std::vector<KeyHint> more) {
  hints.insert(hints.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

void show_question(View& view, const std::string& text) {
  view.title = text;
  view.mark.clear();
  view.where.clear();
  view.how_hard.clear();
  view.stroke.reset();
  view.done.reset();
  view.caption.clear();
  view.next.clear();
}

void show_state(View& view, const Words& words, const Plan& plan, const guidance::State& state,
                const Ui& ui) {
  switch (state.kind) {
    case StateKind::preparing:
      view.title = words("session.preparing");
      view.list = plan.preparation;
      view.list_page = ui.list_page;
      view.time_note = words("session.time.whole");
      view.caption = words("session.ready");
      view.keys = hints(words, {{"enter", "start"}, {"n", "list"}, {"q", "stop"}, {"?", "help"}});
      break;
    case StateKind::running:
      if (!state.question.empty()) view.caption = ui.question;
      view.keys = answer_hints(words, state.question, state.answers);
      append(view.keys, hints(words, {{"space", "pause"},
                                      {"h", "hurts"},
                                      {"q", "stop"},
                                      {"?", "help"},
                                      {"n", "next"},
                                      {"b", "back"},
                                      {"s", "softer"},
                                      {"f", "firmer"}}));
      break;
    case StateKind::paused:
      view.mark = words("session.paused");
      view.stroke.reset();
      if (!state.reason.empty()) view.warning = state.reason;
      view.keys = hints(words, {{"space", "resume"}, {"h", "hurts"}, {"q", "stop"}, {"?", "help"}});
      break;
    case StateKind::checking:
      show_question(view, ui.question);
      view.answers = answer_hints(words, state.question, state.answers);
      view.keys = hints(words, {{"q", "stop"}, {"?", "help"}});
      break;
    case StateKind::finished:
    case StateKind::stopped:
      view.title = words(state.kind == StateKind::finished ? "session.finished" : "session.stopped");
      view.warning = state.reason;
      break;
  }
}

}  // namespace

std::string clock_text(int seconds) {
  const int left = std::max(seconds, 0);
  const std::string tail = std::to_string(left % 60);
  return std::to_string(left / 60) + (tail.size() < 2 ? ":0" : ":") + tail;
}

int announced_by(const guidance::Cue& cue, const guidance::Session& session) {
  const auto& state = session.state();
  if (!cue.key.starts_with("cue.step.") || state.step < 0) return -1;
  return state.step + (worked_of(session.steps()[static_cast<std::size_t>(state.step)], state) > 0 ? 1 : 0);
}

const std::vector<std::string>& rating_answers() {
  static const std::vector<std::string> kAnswers{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"};
  return kAnswers;
}

bool is_rating(const std::vector<std::string>& answers) {
  return answers == rating_answers();
}

std::optional<std::size_t> answer_of(const std::vector<std::string>& answers, Key key) {
  if (is_rating(answers)) {
    if (key == 't') return 10;
    if (key >= '0' && key <= '9') return static_cast<std::size_t>(key - '0');
    return {};
  }
  const auto position = static_cast<std::size_t>(key - '1');
  if (key < '1' || key > '9' || position >= answers.size()) return {};
  return position;
}

View make_view(const Practice& practice, const Plan& plan, const std::vector<Step>& steps,
               const guidance::State& state, const std::optional<Stroke>& stroke, const Ui& ui) {
  const Words words{practice};
  View view;
  view.time_left =
      clock_text(state.kind == StateKind::preparing ? plan.total_seconds : state.remaining_seconds);
  view.caption = ui.caption;
  view.warning = ui.warning;
  view.notice = ui.notice;
  show_step(view, words, plan, steps, state, ui.announced);
  view.stroke = stroke_view(words, steps, state, stroke);
  show_state(view, words, plan, state, ui);
  if (ui.confirms_stop) {
    show_question(view, words("session.stop_question"));
    view.warning.clear();
    view.answers = {{"q", words("session.stop_yes")},
                    {words("session.name.space"), words("session.stop_no")}};
    view.keys = hints(words, {{"h", "hurts"}, {"?", "help"}});
  }
  if (!ui.help) return view;
  view.keys = hints(words, {{"?", "close"}});
  for (const auto& meaning : key_meanings())
    view.page.push_back({meaning.key == ' ' ? words("session.name.space") : std::string(meaning.name),
                         words(std::string(meaning.words))});
  return view;
}

}  // namespace thenar::cli::live
