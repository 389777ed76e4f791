// What the person sees at a moment of a session, as words and numbers: drawn by the display, without a
// terminal.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "cli/session/keys.hpp"
#include "cli/session/stroke_clock.hpp"
#include "thenar/guidance/session.hpp"

namespace thenar::cli::live {

/// What the terminal itself adds to the state of the session.
struct Ui {
  bool help = false;           ///< the page of all keys is open
  int list_page = 0;           ///< of the checklist; counts on beyond its end
  bool confirms_stop = false;  ///< "stop?" is open
  std::string caption;         ///< what was said last
  int announced = -1;          ///< the step that it announces; -1: none
  std::string warning;         ///< the last warning; stays until something else is said
  std::string question;        ///< sentence of the question that the session asked
  std::string notice;          ///< about the program itself: no voice, no sound, not kept
};

/// A key and what it does now.
struct KeyHint {
  std::string name;
  std::string text;
};

/// A stroke being paced, with words.
struct StrokeView {
  double phase = 0;                            ///< 0–1 within the stroke
  std::array<double, 3> parts{0.2, 0.6, 0.2};  ///< press, glide, release
  std::array<std::string, 3> names;            ///< their words
};

struct View {
  std::string header;     ///< hand and position in the session
  std::string mark;       ///< paused and the like; empty while it runs
  std::string time_left;  ///< "7:42" of the whole session
  std::string time_note;  ///< what that time is, and the rest of the step
  std::string title;      ///< the step, the question or the state
  std::string where;
  std::string how_hard;
  std::optional<StrokeView> stroke;  ///< none where nothing moves, or too fast to be shown calmly
  std::optional<double> done;        ///< share of the step that is over
  std::vector<std::string> list;     ///< checklist before the start
  int list_page = 0;                 ///< the part of it to show when it is longer than the screen
  std::string caption;
  std::string warning;
  std::string notice;
  std::string next;
  std::vector<KeyHint> answers;  ///< drawn large: a question is open
  std::vector<KeyHint> keys;     ///< the line at the bottom
  std::vector<KeyHint> page;     ///< not empty: the page of all keys is shown instead
};

/// Minutes and seconds as a clock shows them: "0:05", "12:30".
std::string clock_text(int seconds);

/// The view of a session's state; `stroke` is the one under way, if one is.
View make_view(const Practice& practice, const Plan& plan, const std::vector<Step>& steps,
               const guidance::State& state, const std::optional<Stroke>& stroke, const Ui& ui);

/// The step that a sentence announces, as a position in the steps: the one that is being moved to or the
/// next; -1 where it announces none.
int announced_by(const guidance::Cue& cue, const guidance::Session& session);

/// The answer that a key gives to the open question, by the position of its value; the number questions 0 to
/// 10 take the digit itself and t for ten.
std::optional<std::size_t> answer_of(const std::vector<std::string>& answers, Key key);

/// "0" to "10", the answers of a rating.
const std::vector<std::string>& rating_answers();

/// True for a question whose answers are the numbers 0 to 10.
bool is_rating(const std::vector<std::string>& answers);

}  // namespace thenar::cli::live
