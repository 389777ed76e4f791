// The inside of a session: everything it knows, and the small steps it is made of. Two clocks run here: wall
// time (t_ms, what the caller brings) and massage time, which stands still in pauses and while a sentence
// that has to come first is still being said.
#pragma once

#include <deque>
#include <limits>

#include "beats.hpp"
#include "speech.hpp"
#include "thenar/guidance/session.hpp"
#include "thresholds.hpp"

namespace thenar::guidance {

enum class ItemKind : std::uint8_t { words, next_step, new_tool, question, ask_again, half };

/// Something to be said or shown at a moment of the current step, in massage time.
struct Item {
  std::int64_t at_ms = 0;
  ItemKind kind = ItemKind::words;
  CueKind cue = CueKind::say;
  Sentence words;
  ToolId tool;  ///< new_tool: the one to change to
};

/// A place, stroke or step that somebody wished left out, while it can still be taken back.
struct Skip {
  Hand hand = Hand::left;
  ZoneSet zones;                                ///< left out, none for a stroke or a step
  TechniqueId stroke;                           ///< a stroke over many places
  Step rest;                                    ///< what it took from the step under way; 0 seconds: nothing
  bool narrowed = false;                        ///< the step went on without the zones
  int then = -1;                                ///< position of the step that goes on
  std::int64_t end_ms = 0;                      ///< when the session would have ended
  std::vector<int> programme_steps_over;        ///< of the hand, before
  std::map<GroupId, TechniqueSet> passed_over;  ///< of the hand, before
};

struct Machine {
  const Practice* practice = nullptr;
  Thresholds limits;
  Plan plan;
  Clearance clearance;
  std::vector<Step> steps;
  State state;
  std::vector<TimedCommand> log;
  std::vector<Cue> out;  ///< cues of the call under way

  // Time.
  std::int64_t now_ms = 0;           ///< wall time reached
  std::int64_t hold_until_ms = 0;    ///< wall time until which massage time stands still
  std::int64_t step_begin_ms = 0;    ///< massage time at which the current step began, a whole second
  std::int64_t promised_ms = 0;      ///< massage time at which the session ends at the latest
  std::int64_t end_ms = 0;           ///< and at which it is to end: earlier after "next"
  std::int64_t deadline_ms = 0;      ///< wall time of the promised end: later by pauses and questions
  bool hold_excused = false;         ///< the standing still under way is part of a pause
  std::int64_t speech_until_ms = 0;  ///< wall time until which something is being said

  // The current step.
  std::vector<Stretch> stretches;
  std::vector<Item> agenda;  ///< by time
  std::size_t agenda_next = 0;
  std::int64_t beat_from_ms = 0;        ///< beats before this massage time are over
  std::int64_t next_show_ms = 0;        ///< massage time
  int announced = -1;                   ///< the latest step whose announcement was begun and not cut off
  std::int64_t announced_until_ms = 0;  ///< wall time at which that announcement ends
  std::deque<Cue> waiting;              ///< sentences that follow those being said, by wall time
  bool hushed = false;                  ///< what is being said is cut off by what is said next

  // What was said and felt.
  PerHand<int> lost_seconds;  ///< given to no step: sentences, changeovers of steps that then fell away
  PerHand<bool> ended;
  PerHand<ZoneSet> zones_off;
  PerHand<ZoneSet> stopped_zones;
  PerHand<std::vector<int>> programme_steps_over;  ///< left before their end
  TechniqueSet techniques_off;
  PerHand<std::vector<int>> wished_level;                ///< by zone: not firmer than this, by wish
  PerHand<ZoneSet> skipped_zones;                        ///< left out by wish
  PerHand<TechniqueSet> skipped_strokes;                 ///< over many places, left out by wish
  PerHand<std::map<GroupId, TechniqueSet>> passed_over;  ///< work of a group that "next" left out unbegun
  std::vector<Skip> skips;                               ///< the latest last
  PerHand<bool> over;                                    ///< no step is left on it
  PerHand<bool> worked_firm;                             ///< had strokes at the firm level
  PerHand<GroupSet> asked_groups;
  bool asked_first = false;
  bool half_chimed = false;
  int numb_stops = 0;
  int withdrawals = 0;
  std::int64_t ask_again_ms = -1;     ///< massage time; −1: not
  std::int64_t silent_until_ms = -1;  ///< wall time of the question after a withdrawal; −1: none
  ToolId tool;                        ///< that has worked since
  std::int64_t tool_since_ms = 0;     ///< massage time
  Hand tool_hand = Hand::left;        ///< receiving hand then

  // An open question.
  StateKind back_to = StateKind::running;  ///< where the answer leads
  std::optional<int> reported;             ///< the pain that was named with it
  ZoneSet reported_zones;
};

// --- words (machine.cpp) ---

/// The words of a key in the machine's practice, with their gaps filled.
inline Sentence told(const Machine& m, std::string key, std::map<std::string, std::string> parameters = {}) {
  return sentence(*m.practice, std::move(key), std::move(parameters));
}

/// Shows or sounds something now.
void emit(Machine& m, Cue cue);
/// What is being said and what waits is no longer wanted: whatever is said next cuts it off.
void hush(Machine& m);
/// Says a sentence at once, cutting off what is being said and what waits.
void say(Machine& m, const Sentence& words);
/// Says a sentence after what is being said.
void say_after(Machine& m, const Sentence& words);
/// The rule that acts and its sentence, shown and, but for the silence after a withdrawal, said.
void warn(Machine& m, std::string_view rule, const Sentence& words);
/// The same, or only said where no rule acts.
void tell(Machine& m, std::string_view rule, const Sentence& words);
void chime(Machine& m, std::string_view key);
/// Shows where the session stands.
void show(Machine& m);
/// Asks: shown always, spoken where somebody can answer. `wait`: the massage stands still meanwhile.
void ask(Machine& m, std::string key, std::vector<std::string> answers, bool wait);
void close_question(Machine& m);
/// True where the receiver is not to be talked to.
bool hushed(const Machine& m);

// --- where the session stands (machine.cpp) ---

inline std::size_t position(const Machine& m) {
  return m.state.step < 0 ? 0 : static_cast<std::size_t>(m.state.step);
}
inline Step& current(Machine& m) {
  return m.steps[position(m)];
}
inline const Step& current(const Machine& m) {
  return m.steps[position(m)];
}
/// Massage time at which the strokes of the current step begin, and end.
std::int64_t strokes_begin(const Machine& m);
std::int64_t strokes_end(const Machine& m);
/// The part of the current step being worked; −1 when it has none or its strokes have not begun.
int current_part(const Machine& m);
/// The zones under the hand now: those of the part, or of the step.
ZoneSet current_zones(const Machine& m);
/// True while no hand touches, as in breathing.
inline bool nothing_touches(const Machine& m) {
  return current(m).zones.empty();
}
/// The zone a command names, or those under the hand now; and their name, that of the step where it is there.
ZoneSet meant(const Machine& m, const Command& command);
std::string where_of(const Machine& m, const ZoneSet& zones);
/// True for strokes over more than one region, which are no place of their own.
bool over_many_places(const Machine& m, const Step& step);
/// The same, or where nothing touches: what leaving it out leaves out is the stroke.
inline bool no_place(const Machine& m, const Step& step) {
  return step.zones.empty() || over_many_places(m, step);
}
/// Massage time at a wall time not before now, and the way back, while running.
std::int64_t massage_at(const Machine& m, std::int64_t wall_ms);
std::int64_t wall_at(const Machine& m, std::int64_t massage_ms);
/// The state a command leads to when it does not change it: an answered question goes back to where it was
/// asked.
StateKind after_command(const Machine& m);
void refresh(Machine& m);

// --- going through the steps (flow.cpp) ---

/// Lets time pass.
void pass(Machine& m, std::int64_t t_ms);
/// Goes on to steps[position] at a massage time (a whole second), announcing it unless that was done; ends
/// the session when there is no such step.
void begin_step(Machine& m, std::size_t position, std::int64_t from_ms);
/// Goes back to `after_command`; the strokes wait until what is being said is over.
void go_on(Machine& m);
void finish(Machine& m);
/// Ends the session before its end. `rule` may be empty.
void stop(Machine& m, std::string_view rule, const Sentence& words);
/// The same when `steps` holds nothing but what was given.
void end_here(Machine& m, std::string_view rule, const Sentence& words);
/// Plans the cues of the current step anew from here on.
void make_agenda(Machine& m);  // agenda.cpp
/// After a command that left the step as it was: its announcement and cues from here on. `excused`: it ended
/// a pause or a question.
void take_up(Machine& m, bool excused);

// --- keeping to the time that was promised (clock.cpp) ---

/// Massage time stands still until what is said is over, as far as the changeover does not cover it. Unless
/// `excused` (part of a pause, a question or the beginning) that time comes off what is left.
void hold(Machine& m, bool excused);
/// Ends such a standing still.
void drop_hold(Machine& m);
/// Takes time off the steps from `position` on until they end in time: off the longest first.
void trim(Machine& m, std::size_t position);
/// Massage time at which the steps from `position` on end when they begin at `from_ms`.
std::int64_t end_of(const Machine& m, std::size_t position, std::int64_t from_ms);

// --- changing the plan (replanning.cpp) ---

struct Cut {
  std::size_t keep = 0;      ///< steps that stay
  std::int64_t from_ms = 0;  ///< massage time at which the next may begin
  int begun_seconds = 0;     ///< of the current step, changeover included
};
/// What ending the current step here would leave, and the steps that would stay.
Cut cut_here(const Machine& m);
std::vector<Step> kept_steps(const Machine& m, const Cut& cut);
/// Ends the current step here.
Cut cut_current(Machine& m);
/// Gives the steps their positions as numbers.
void renumber(Machine& m);
/// Every technique of a step.
TechniqueSet techniques_in(const Step& step);
/// Shortens a step to some seconds of strokes.
void shorten(Step& step, int seconds);
/// The same with less for every part.
void scale(Step& step, int seconds);
/// Plans everything after the first `keep` steps anew.
/// `talk_ms` of a sentence come off first, unless the clock stands.
void replan(Machine& m, const Cut& cut, std::int64_t talk_ms);
/// Plans what follows the current step anew and goes on with the step.
void rebalance(Machine& m);
/// Ends the current step, plans the rest anew and goes on there, after some seconds of rest and, where that
/// can be, not at `away` first. When nothing is left the session stops by `rule`.
void leave_step(Machine& m, std::string_view rule, const Sentence& words, int rest_seconds = 0,
                const ZoneSet& away = {});
/// Takes the parts of the current step that touch these zones out of it, the one under way from here on;
/// false when nothing of the step would be left.
bool leave_parts(Machine& m, const ZoneSet& zones);
/// False when the current step has become forbidden: its technique, tool, hand or a zone.
bool may_go_on(const Machine& m);
/// True when no step goes beyond the clearance or the practice's limits, those from `from` on not beyond what
/// has been narrowed since.
bool within_limits(const Machine& m, const std::vector<Step>& steps, std::size_t from);
void exclude(Machine& m, Hand hand, const ZoneSet& zones);
void lower(Machine& m, Hand hand, const ZoneSet& zones, int level);
void end_hand(Machine& m, Hand hand);
/// The lowest and the highest level this step may have: what is done by pressing is not done without.
int lightest(const Machine& m, const Step& step);
int level_limit(const Machine& m, const Step& step);
/// Another tool for a step, allowed now; none when there is none. `lighter`: also one that works at a lower
/// level.
ToolId other_tool(const Machine& m, const Step& step, bool lighter);
GiverClearance& giver_of(Machine& m, Hand receiving);
const GiverClearance& giver_of(const Machine& m, Hand receiving);

// --- how much is good (doses.cpp) ---

/// True when each work of a group, each point and each programme step stays within its dose over all the
/// steps, and no trigger point is worked a second time.
bool within_doses(const Machine& m, const std::vector<Step>& steps);
/// The current step with `more` seconds for what is left of it, each part within its own dose; nothing when
/// they do not fit.
std::optional<Step> lengthened(const Machine& m, int more);

// --- leaving out by wish, and taking that back (skipping.cpp) ---

void skip_zone(Machine& m, const Command& command);
/// Takes back the last skip when nothing else has begun since; false when there is none.
bool take_back(Machine& m);
/// What is left of the current step: of its parts that touch these zones, or of all of it when there are
/// none.
Step rest_of(const Machine& m, const ZoneSet& zones);
/// True when somebody wished a step's place or stroke left out.
bool left_out(const Machine& m, const Step& step);

// --- what a person says (commands.cpp, rules.cpp, sparing.cpp) ---

void obey(Machine& m, const Command& command);
/// Symptoms and the rules T01–T09; false when the command is none of them.
bool obey_symptom(Machine& m, const Command& command);
/// A place is left alone from here on: the parts of the step there, the step, or only steps to come.
void leave_place(Machine& m, std::string_view rule, const Sentence& words, const ZoneSet& zones);
/// Gives a step once more after what has been given so far, then `rest`, left of the one interrupted; what
/// follows is planned anew. Says `words` first; says why not when limits or time forbid it.
/// The session does not end later than at `latest_ms` for it.
void again(Machine& m, Step step, const Step* rest, const Sentence& words = {},
           std::int64_t latest_ms = std::numeric_limits<std::int64_t>::max());
/// Goes on to the next step; the session ends that much earlier. A step that had not begun can be taken back.
void next(Machine& m);
/// After sharp pain or numbness: nothing that works deep or pulls in the regions of these zones any more.
/// Returns all zones of those regions.
ZoneSet spare_regions(Machine& m, Hand hand, const ZoneSet& zones, std::string_view rule);
/// A hand is hurt: it gets nothing more, and does not give either, so that a massage of oneself stops.
void end_hurt_hand(Machine& m, std::string_view rule);
void giver_tired(Machine& m, std::optional<int> pain);
void obey_answer(Machine& m, const Command& command);
void softer(Machine& m);
void firmer(Machine& m);
/// A sentence that answers a command which changes nothing.
void reply(Machine& m, std::string key, std::map<std::string, std::string> parameters = {});

}  // namespace thenar::guidance
