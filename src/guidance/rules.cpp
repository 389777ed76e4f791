// Symptoms: the rules T01–T09. Each says in one sentence what changes and why.
#include <algorithm>

#include "machine.hpp"

namespace thenar::guidance {
namespace {

std::string where_now(const Machine& m) {
  return where_words(*m.practice, m.plan, current(m));
}

/// Changes nothing of the plan and goes on.
void note_and_go_on(Machine& m, std::string key) {
  reply(m, std::move(key));
  go_on(m);
}

/// What the hand does now: the technique of the part, or of the step.
TechniqueId technique_now(const Machine& m) {
  const int part = current_part(m);
  return part < 0 ? current(m).technique : current(m).parts[static_cast<std::size_t>(part)].technique;
}

/// After a rule that only touched what is to come: goes on, unless somebody still has to answer.
void settle(Machine& m) {
  if (m.state.kind != StateKind::checking) go_on(m);
}

// --- T01: numbness and tingling ---

bool hands_lifted(const Machine& m) {
  return m.state.kind == StateKind::checking && m.state.rule == "T08";
}

/// What a numbness in a stroke over many places, or while nothing touches, leaves alone: every part of the
/// hand and forearm that the stroke passes, with the wrist between them.
ZoneSet all_around(const Machine& m, const ZoneSet& zones) {
  const auto& all = m.practice->zones;
  std::array<bool, 4> segments{};
  zones.each([&](ZoneId id) { segments[static_cast<std::size_t>(all[id.at()].segment)] = true; });
  if (zones.empty()) segments.fill(true);
  const auto has = [&](Segment segment) -> bool& { return segments[static_cast<std::size_t>(segment)]; };
  if (has(Segment::palm) || has(Segment::forearm)) has(Segment::wrist) = true;
  ZoneSet around;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (has(all[i].segment)) around.add(ZoneId{static_cast<std::int16_t>(i)});
  return around;
}

void numb(Machine& m, const ZoneSet& felt) {
  const Hand hand = current(m).hand;
  const bool anywhere = nothing_touches(m) || (over_many_places(m, current(m)) && felt == current_zones(m));
  const ZoneSet zones = anywhere ? all_around(m, felt) : felt;
  const auto& history = m.plan.request.checkin.history;
  ++m.numb_stops;
  m.stopped_zones[hand] |= zones;
  exclude(m, hand, zones);
  const ZoneSet away = spare_regions(m, hand, zones, "T01");
  if (m.numb_stops + (history ? history->numb_stops_today : 0) >= m.limits.numb_stops_end)
    return stop(m, "T01", told(m, "cue.T01.stop"));
  const Sentence words = told(m, "cue.T01.leave", {{"where", where_of(m, zones)}});
  if (hands_lifted(m)) {
    rebalance(m);
    return warn(m, "T01", words);
  }
  if (current(m).zones.intersects(zones) || !may_go_on(m))
    return leave_step(m, "T01", words, m.limits.numb_rest_seconds, away);
  leave_place(m, "T01", words, zones);
}

/// Tingling that was there at the start counts only when it is new, spreading or stronger: what is not
/// stronger is asked about.
void tingling(Machine& m, const Command& command) {
  const ZoneSet zones = meant(m, command);
  const int start = m.plan.request.checkin.ratings.tingling[current(m).hand].value_or(0);
  if (start > 0 && command.value.value_or(0) <= start) {
    m.reported_zones = m.state.question == "numb_new" ? m.reported_zones | zones : zones;
    return ask(m, "numb_new", {"yes", "no"}, true);
  }
  numb(m, zones);
}

// --- T02: sharp, electric or burning ---

void sharp(Machine& m, std::string_view rule) {
  const Step& step = current(m);
  const Hand hand = step.hand;
  const ZoneSet zones = step.zones;
  const std::string where = where_now(m);
  const TechniqueId technique = technique_now(m);
  zones.each([&](ZoneId id) { m.clearance.hands[hand].zones[id.at()].techniques_off.add(technique); });
  if (step.level && *step.level > 0) {
    lower(m, hand, zones, *step.level - m.limits.sharp_level_drop);
  } else {
    exclude(m, hand, current_zones(m));
  }
  const ZoneSet away = spare_regions(m, hand, zones, "T02");
  leave_step(m, rule, told(m, "cue.T02", {{"where", where}}), m.limits.sharp_rest_seconds, away);
}

// --- T03: too firm, and pain at rest ---

void too_much(Machine& m) {
  Step& step = current(m);
  const Sentence leave = told(m, "cue.T03.leave", {{"where", where_now(m)}});
  if (!step.level || *step.level == 0) {
    const ZoneSet zones = current_zones(m);
    exclude(m, step.hand, zones);
    return leave_place(m, "T03", leave, zones);
  }
  const int level = std::max(0, *step.level - m.limits.discomfort_level_drop);
  // The same place of the other hand begins as soft: nobody need say it twice.
  for (const Hand hand : kHands) lower(m, hand, step.zones, level);
  if (level < lightest(m, step)) return leave_step(m, "T03", leave);
  const auto too_light = [&](const Step& each) { return each.level && *each.level < lightest(m, each); };
  if (std::any_of(m.steps.begin() + m.state.step, m.steps.end(), too_light)) rebalance(m);
  m.ask_again_ms = m.state.session_ms + std::int64_t{1000} * m.limits.ask_again_seconds;
  warn(m, "T03",
       told(m, "cue.T03.softer", {{"level", m.practice->say("level." + std::to_string(level) + ".how")}}));
  go_on(m);
}

void too_firm(Machine& m, std::optional<int> pain) {
  if (pain && *pain <= m.limits.discomfort_above) {
    softer(m);
    return go_on(m);
  }
  too_much(m);
}

void ache(Machine& m, int pain) {
  const Hand hand = current(m).hand;
  const int start = m.plan.request.checkin.ratings.pain[hand].value_or(0);
  if (pain >= start + m.limits.rest_pain_rise && pain >= m.limits.rest_pain_from)
    return end_hurt_hand(m, "T03");
  if (pain > std::max(start, m.limits.discomfort_above)) return too_much(m);
  note_and_go_on(m, "cue.T03.noted");
}

void pressing(Machine& m, std::optional<int> pain) {
  const TechniqueKind kind = m.practice->at(current(m).technique).kind;
  if (kind != TechniqueKind::trigger && kind != TechniqueKind::presses) return too_firm(m, pain);
  if (pain && *pain <= m.limits.pressing_cap) return note_and_go_on(m, "cue.T03.pressing");
  sharp(m, "T03");
}

void hurts_as(Machine& m, PainKind kind, std::optional<int> pain) {
  if (nothing_touches(m)) kind = PainKind::ache;  // it is not the massage that hurts
  switch (kind) {
    case PainKind::too_firm:
      return too_firm(m, pain);
    case PainKind::sharp:
    case PainKind::electric:
    case PainKind::burning:
      return sharp(m, "T02");
    case PainKind::pressing:
      return pressing(m, pain);
    case PainKind::ache:
      if (pain) return ache(m, *pain);
      return ask(m, "how_much", {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"}, true);
  }
}

/// True when pain of this strength ends the session, whatever its kind.
bool ends_session(Machine& m, std::optional<int> pain) {
  const int start = m.plan.request.checkin.ratings.pain[current(m).hand].value_or(0);
  if (!pain || *pain < m.limits.end_pain_from || *pain <= start) return false;
  stop(m, "T03", told(m, "cue.T03.stop"));
  return true;
}

void hurts(Machine& m, const Command& command) {
  if (ends_session(m, command.value)) return;
  m.reported = command.value;
  if (command.kind) return hurts_as(m, *command.kind, command.value);
  ask(m, "hurts", {"too-firm", "sharp", "tingling", "stop"}, true);
}

// --- T07, T08 ---

void clunk(Machine& m) {
  const TechniqueSet off = m.limits.joint_techniques;
  m.techniques_off |= off;
  for (Hand hand : kHands) m.clearance.hands[hand].techniques_off |= off;
  const Sentence words = told(m, "cue.T07");
  if (!may_go_on(m) && m.state.kind != StateKind::checking) return leave_step(m, "T07", words);
  rebalance(m);
  warn(m, "T07", words);
  settle(m);
}

void withdrew(Machine& m) {
  if (++m.withdrawals >= m.limits.withdrawals_end) return stop(m, "T08", told(m, "cue.T08.stop"));
  m.back_to = after_command(m);
  close_question(m);
  m.state.kind = StateKind::checking;
  m.state.rule = "T08";
  m.silent_until_ms = m.now_ms + std::int64_t{1000} * m.limits.silent_seconds;
  hush(m);
  Cue cue;
  cue.cue = CueKind::warn;
  cue.key = "T08";
  cue.text = told(m, "cue.T08.lift").text;
  emit(m, std::move(cue));
}

/// The hand is offered again: softer, and elsewhere. Strokes over the whole hand give way to work on its
/// parts.
void offered_again(Machine& m) {
  const Step& step = current(m);
  const Hand hand = step.hand;
  const ZoneSet zones = current_zones(m);
  if (over_many_places(m, step)) {
    zones.each([&](ZoneId id) { m.clearance.hands[hand].zones[id.at()].techniques_off.add(step.technique); });
  } else {
    exclude(m, hand, zones);
  }
  for (Hand each : kHands)
    for (auto& zone : m.clearance.hands[each].zones)
      zone.max_level = std::max(0, zone.max_level - m.limits.withdrawal_level_drop);
  leave_step(m, "T08", told(m, "cue.T08.go_on"));
}

/// Symptoms that end a session, and are heard even after it.
bool obey_alarm(Machine& m, CommandKind command) {
  switch (command) {
    case CommandKind::colour_change:
      stop(m, "T04", told(m, "cue.T04"));
      return true;
    case CommandKind::dizzy:
      stop(m, "T06", told(m, "cue.T06.dizzy"));
      return true;
    case CommandKind::breathless:
      stop(m, "T06", told(m, "cue.T06.breathless"));
      return true;
    case CommandKind::refused:
      stop(m, "T08", told(m, "cue.T08.stop"));
      return true;
    default:
      return false;
  }
}

/// The hands are lifted and wait for the hand to be offered again: pain or swelling now ends the session.
bool obey_withdrawn(Machine& m, const Command& command) {
  switch (command.command) {
    case CommandKind::hurts:
      stop(m, "T03", told(m, "cue.T03.stop"));
      return true;
    case CommandKind::swelling:
      stop(m, "T05", told(m, "cue.T05.after"));
      return true;
    case CommandKind::withdrew:
      withdrew(m);
      return true;
    case CommandKind::clunk:
      clunk(m);
      return true;
    case CommandKind::numb:
      numb(m, meant(m, command));
      return true;
    default:
      return false;
  }
}

}  // namespace

bool obey_symptom(Machine& m, const Command& command) {
  if (m.state.kind == StateKind::stopped) {
    // What was said first stays, unless this is more urgent.
    if (m.state.rule == "T04" || m.state.rule == "T06")
      return command.command == CommandKind::breathless && obey_alarm(m, command.command);
    return command.command != CommandKind::refused && obey_alarm(m, command.command);
  }
  if (obey_alarm(m, command.command)) return true;
  if (m.state.kind == StateKind::finished) {
    if (command.command != CommandKind::swelling) return false;
    stop(m, "T05", told(m, "cue.T05.after"));
    return true;
  }
  if (hands_lifted(m)) return obey_withdrawn(m, command);
  switch (command.command) {
    case CommandKind::hurts:
      hurts(m, command);
      return true;
    case CommandKind::numb:
      tingling(m, command);
      return true;
    case CommandKind::swelling:
      end_hurt_hand(m, "T05");
      return true;
    case CommandKind::clunk:
      clunk(m);
      return true;
    case CommandKind::withdrew:
      withdrew(m);
      return true;
    case CommandKind::giver_tired:
      giver_tired(m, command.value);
      return true;
    default:
      return false;
  }
}

void obey_answer(Machine& m, const Command& command) {
  const std::string question = m.state.question;
  const bool number = command.answer.empty() && command.value;
  const std::string answer = number ? std::to_string(*command.value) : command.answer;
  const auto offered = m.state.answers;
  if (question.empty())
    return reply(m, m.silent_until_ms >= 0 ? "cue.reply.wait" : "cue.reply.nothing_asked");
  if (std::find(offered.begin(), offered.end(), answer) == offered.end())
    return reply(m, "cue.reply.answer_first");
  const auto choice = std::find(offered.begin(), offered.end(), answer) - offered.begin();
  if (m.state.kind != StateKind::checking) close_question(m);
  if (answer == "stop") return stop(m, {}, told(m, "cue.stopped"));
  if (answer == "tingling") return tingling(m, {CommandKind::numb, {}, {}, {}, {}});
  if (answer == "sharp") return hurts_as(m, PainKind::sharp, m.reported);
  if (answer == "too-firm" && question == "hurts") return hurts_as(m, PainKind::too_firm, m.reported);
  if (answer == "too-firm") return too_much(m);
  if (answer == "hurts") return hurts(m, {CommandKind::hurts, {}, {}, {}, {}});
  if (answer == "good" || answer == "fine") return note_and_go_on(m, "cue.reply.good");
  if (answer == "softer" || answer == "firmer") return answer == "softer" ? softer(m) : firmer(m);
  if (question == "how_much") {
    const int pain = static_cast<int>(choice);  // offered as 0, 1, 2, …
    if (!ends_session(m, pain)) ache(m, pain);
    return;
  }
  if (question == "offered")
    return answer == "yes" ? offered_again(m) : stop(m, "T08", told(m, "cue.T08.stop"));
  if (answer == "yes") return numb(m, m.reported_zones);
  note_and_go_on(m, "cue.T01.as_before");
}

}  // namespace thenar::guidance
