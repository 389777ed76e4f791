#include <algorithm>
#include <limits>
#include <tuple>

#include "limits.hpp"
#include "thenar/base/text.hpp"

namespace thenar::screening {
namespace {

constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

/// An effect that acted, and on which hands. `of_giver`: through the giver's own hands in partner mode.
struct Acted {
  RuleId rule;
  std::size_t effect = 0;  ///< kNone: what was said of the giver changes nothing
  PerHand<bool> hands;
  bool of_giver = false;
};

Verdict verdict_of(const Rule& rule, const Effect& effect) {
  if (effect.verdict) return *effect.verdict;
  if (rule.rule_class == RuleClass::emergency) return Verdict::emergency;
  return rule.rule_class == RuleClass::refer ? Verdict::refer : Verdict::modified;
}

bool acts(const Practice& practice, const CheckIn& checkin, const Holding& holding, const Effect& effect) {
  if (effect.mode_required && *effect.mode_required == checkin.mode) return false;
  if (holding.of_giver && !concerns_giving(effect)) return false;
  return holds(effect.when, practice, checkin, holding, true);
}

/// Narrows the draft by everything that holds, and lists what acted: in the order of the practice, each
/// effect once.
std::vector<Acted> act(const Practice& practice, const CheckIn& checkin, Draft& draft) {
  std::vector<Acted> acted;
  for (const auto& holding : holdings(practice, checkin)) {
    const auto& effects = practice.at(holding.rule).effects;
    bool some = false;
    for (std::size_t i = 0; i < effects.size(); ++i) {
      if (!acts(practice, checkin, holding, effects[i])) continue;
      draft.narrow(effects[i], holding);
      acted.push_back({holding.rule, i, holding.hands, holding.of_giver});
      some = true;
    }
    if (holding.of_giver && !some) acted.push_back({holding.rule, kNone, holding.hands, true});
  }
  const auto key = [](const Acted& a) { return std::tuple(a.rule, a.of_giver, a.effect); };
  std::sort(acted.begin(), acted.end(), [&](const Acted& a, const Acted& b) { return key(a) < key(b); });
  std::vector<Acted> once;
  for (const auto& each : acted) {
    if (once.empty() || key(once.back()) != key(each)) {
      once.push_back(each);
      continue;
    }
    for (auto hand : kHands) once.back().hands[hand] = once.back().hands[hand] || each.hands[hand];
  }
  return once;
}

/// What was said while screening, besides the limits.
struct Said {
  Verdict verdict = Verdict::clear;
  std::vector<Advice> advice;  ///< most urgent first
  std::vector<AppliedRule> rules;
  std::vector<std::string> notes;

  void at_least(Verdict other) { verdict = std::max(verdict, other); }
  void note(const Practice& practice, const std::string& key) { note_text(practice.say("note." + key)); }
  void note_text(const std::string& text) {
    if (std::find(notes.begin(), notes.end(), text) == notes.end()) notes.push_back(text);
  }
  void advise(const Practice& practice, RuleId rule, std::string text, Urgency urgency,
              const std::string& who) {
    Advice one{rule, std::move(text), urgency, {}};
    if (!who.empty()) one.who = practice.say("who." + who);
    if (std::find(advice.begin(), advice.end(), one) != advice.end()) return;
    const auto less_urgent = [&](const Advice& each) { return each.urgency < urgency; };
    advice.insert(std::find_if(advice.begin(), advice.end(), less_urgent), std::move(one));
  }
};

void say_rule(const Practice& practice, const Acted& acted, Said& said) {
  const auto& rule = practice.at(acted.rule);
  if (said.rules.empty() || said.rules.back().rule != acted.rule) {
    AppliedRule one;
    one.rule = acted.rule;
    one.rule_class = rule.rule_class;
    if (!acted.of_giver) one.effect = practice.say("rule." + rule.id + ".effect");
    one.text = practice.say("rule." + rule.id + ".why");
    said.rules.push_back(std::move(one));
  }
  auto& hands = said.rules.back().hands;
  for (auto hand : kHands)
    if (acted.hands[hand] && !acted.of_giver && std::find(hands.begin(), hands.end(), hand) == hands.end())
      hands.insert(hand == Hand::left ? hands.begin() : hands.end(), hand);
}

/// What an effect means for the one who gives; none: it changes nothing.
const char* word_for_giver(const Effect* effect) {
  if (effect == nullptr) return "nothing";
  if (effect->giver) return effect->giver->cannot_give ? "cannot_give" : "spares_hands";
  return effect->gloves ? "gloves" : "products";
}

/// A rule said of the giver in partner mode: the sentence, and whoever should not give is told so, besides
/// what the rule itself advises them.
void say_of_giver(const Practice& practice, const Acted& acted, Said& said) {
  const auto& rule = practice.at(acted.rule);
  const auto* effect = acted.effect == kNone ? nullptr : &rule.effects[acted.effect];
  const std::string sentence = practice.say(std::string("giver.") + word_for_giver(effect));
  auto& told = said.rules.back().effect;
  if (told.find(sentence) == std::string::npos) told += (told.empty() ? "" : " ") + sentence;
  if (effect == nullptr) return;
  said.at_least(Verdict::modified);
  if (!effect->giver || !effect->giver->cannot_give) return;
  said.at_least(std::max(Verdict::refer, verdict_of(rule, *effect)));
  said.advise(practice, acted.rule, practice.say("advice.partner_cannot_give"), Urgency::none, {});
  if (effect->advice.empty()) return;
  said.advise(practice, acted.rule,
              fill(practice.say("giver.advice"), {{"advice", practice.say("advice." + effect->advice)}}),
              effect->urgency, effect->who);
}

void say_effects(const Practice& practice, const std::vector<Acted>& all, Said& said) {
  for (const auto& acted : all) {
    say_rule(practice, acted, said);
    if (acted.of_giver) {
      say_of_giver(practice, acted, said);
      continue;
    }
    const auto& rule = practice.at(acted.rule);
    const auto& effect = rule.effects[acted.effect];
    said.at_least(verdict_of(rule, effect));
    if (!effect.advice.empty())
      said.advise(practice, acted.rule, practice.say("advice." + effect.advice), effect.urgency, effect.who);
    for (const auto& note : effect.notes) said.note(practice, note);
  }
}

/// Places and points that rest today, by marks and by what the journal knows.
void act_on_marks(const Practice& practice, const CheckIn& checkin, Draft& draft, Said& said) {
  for (const auto& mark : checkin.marked) {
    const auto* meaning = mark_rule(practice, mark.as);
    if (meaning == nullptr || !meaning->exclude) continue;
    draft.exclude(mark.hand, mark.zone);
    said.at_least(Verdict::modified);
    said.note(practice, "mark_left_out");
  }
}

void act_on_history(const Practice& practice, const History& history, Draft& draft, Said& said) {
  const auto& rules = practice.screening;
  for (const auto& stopped : history.zones_stopped_today) draft.exclude(stopped.hand, stopped.zone);
  for (const auto& done : history.trigger_points_24h) draft.rest_point(done.hand, done.point);
  if (!history.zones_stopped_today.empty()) said.note(practice, "stopped_today");
  if (!history.trigger_points_24h.empty()) said.note(practice, "let_it_rest");
  if (history.a01_count > 0) said.note(practice, "softer_after_soreness");
  if (!history.zones_stopped_today.empty() || !history.trigger_points_24h.empty() || history.a01_count > 0)
    said.at_least(Verdict::modified);

  const auto review = [&](int count, int limit, const char* advice) {
    if (limit <= 0 || count < limit) return;
    draft.refuse_session();
    said.at_least(Verdict::refer);
    said.advise(practice, {}, practice.say(std::string("advice.") + advice), Urgency::when_convenient,
                "doctor");
  };
  review(history.a01_count, rules.soreness_review_count, "sore_twice");
  review(history.numb_stops_today, rules.numb_stops_review, "numb_twice");
}

void act_on_day(const Practice& practice, const CheckIn& checkin, Said& said) {
  for (auto hand : kHands) {
    const auto used = day_used(practice, checkin, hand);
    if (used.empty()) continue;
    said.at_least(Verdict::modified);
    said.note_text(used);
  }
}

}  // namespace

std::string day_used(const Practice& practice, const CheckIn& checkin, Hand hand) {
  const int most = practice.screening.day_max_seconds;
  if (!checkin.history || checkin.history->seconds_today[hand] < most) return {};
  return fill(practice.say("note.day_used"), {{"hand", practice.say("hand." + std::string(word(hand)))},
                                              {"minutes", std::to_string(most / 60)}});
}

Clearance screen(const Practice& practice, const CheckIn& checkin) {
  Draft draft(practice, checkin);
  Said said;
  say_effects(practice, act(practice, checkin, draft), said);
  act_on_marks(practice, checkin, draft, said);
  if (checkin.history) act_on_history(practice, *checkin.history, draft, said);
  act_on_day(practice, checkin, said);
  if (draft.partner_refused()) draft.refuse_session();

  Clearance out = draft.finish();
  if (out.latex_off) said.note(practice, "latex");
  if (out.session_refused) {
    said.at_least(Verdict::refer);
    for (auto hand : kHands)
      if (const auto used = day_used(practice, checkin, hand); !used.empty())
        said.advise(practice, {}, used, Urgency::none, {});
    if (said.advice.empty())
      said.advise(practice, {}, practice.say("advice.nothing_left"), Urgency::none, {});
  }
  out.verdict = said.verdict;
  out.advice = std::move(said.advice);
  out.rules = std::move(said.rules);
  out.notes = std::move(said.notes);
  return out;
}

Clearance standing_limits(const Practice& practice) {
  const CheckIn nobody;
  return screen(practice, nobody);
}

}  // namespace thenar::screening
