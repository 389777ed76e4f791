#include "thenar/interview/gates.hpp"

#include <algorithm>
#include <set>

#include "thenar/interview/places.hpp"
#include "thenar/screening/screening.hpp"

namespace thenar::interview {
namespace {

RuleId id_of(std::size_t index) {
  return RuleId{static_cast<std::int16_t>(index)};
}

/// The rules that a gate's branch asks about; members of a family come through the question of their head.
std::vector<RuleId> asked_by(const Practice& practice, const Gate& gate, Mode mode) {
  std::vector<RuleId> rules;
  for (std::size_t i = 0; i < practice.rules.size(); ++i) {
    const auto& rule = practice.rules[i];
    if (rule.gate == gate.id && !rule.never_asked && !rule.asked_with.valid() &&
        (!rule.partner_only || mode == Mode::partner))
      rules.push_back(id_of(i));
  }
  return rules;
}

std::vector<const Gate*> gates_of(const Practice& practice, bool every_time) {
  std::vector<const Gate*> gates;
  for (const auto& gate : practice.gates)
    if (gate.every_time == every_time) gates.push_back(&gate);
  std::sort(gates.begin(), gates.end(), [](const Gate* a, const Gate* b) { return a->order < b->order; });
  return gates;
}

bool is_due(const Practice& practice, const Gate& gate, Mode mode, const RuleSet& fresh) {
  const auto rules = asked_by(practice, gate, mode);
  return std::any_of(rules.begin(), rules.end(), [&](RuleId rule) { return !fresh.has(rule); });
}

std::string question_of(const Practice& practice, RuleId rule) {
  return practice.say("rule." + practice.at(rule).id + ".question");
}

/// A gate may have words of its own for partner mode. `what`: "question" above its branch, "glance" for its
/// line among the other gates.
std::string question_of(const Practice& practice, const Gate& gate, Mode mode,
                        const char* what = "question") {
  const auto key = "gate." + gate.id + "." + what;
  const auto partner = practice.words.find(key + "_partner");
  return mode == Mode::partner && partner != practice.words.end() ? partner->second : practice.say(key);
}

/// A branch of a single question is a plain yes or no.
std::vector<Pick> ask_alone(Talk& talk, const std::string& question) {
  const auto told = ask_told(talk, question);
  if (told == Told::no) return {};
  return {{0, told == Told::unsure}};
}

/// Which allergens somebody knows of, added to those known already.
void ask_allergens(Talk& talk, const Practice& practice, std::vector<std::string>& allergies) {
  std::set<std::string> flags;
  for (const auto& medium : practice.media) flags.insert(medium.allergens.begin(), medium.allergens.end());
  for (const auto& tool : practice.tools)
    if (tool.latex) flags.insert("latex");
  const std::vector<std::string> all(flags.begin(), flags.end());
  std::vector<std::string> names;
  for (const auto& flag : all) {
    const auto known = practice.words.find("checkin.allergen." + flag);
    names.push_back(known == practice.words.end() ? flag : known->second);
  }
  const Several options{names, talk.words("checkin.other_allergy")};
  for (const auto& pick : talk.choose_many(talk.words("checkin.allergies"), options))
    if (std::find(allergies.begin(), allergies.end(), all[pick.index]) == allergies.end())
      allergies.push_back(all[pick.index]);
}

/// One branch: any of its rules, each told exactly. Rules not named are answered no. Once no massage is
/// possible the rest is told only as far as it may be an emergency.
void ask_branch(Talk& talk, const Practice& practice, Mode mode, const Gate& gate, const std::string& none,
                const Refused& refused, GateAnswers& out) {
  const auto rules = asked_by(practice, gate, mode);
  std::vector<std::string> questions;
  for (const auto rule : rules) questions.push_back(question_of(practice, rule));
  if (gate.asks_all_again) questions.push_back(practice.say("gate." + gate.id + ".new"));
  const auto picks = questions.size() == 1
                         ? ask_alone(talk, questions[0])
                         : talk.choose_many(question_of(practice, gate, mode), {questions, none, true});
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const auto pick =
        std::find_if(picks.begin(), picks.end(), [&](const Pick& each) { return each.index == i; });
    const auto& rule = practice.at(rules[i]);
    if (pick != picks.end() && refused(out) && rule.rule_class != RuleClass::emergency) {
      // What no longer matters today is not asked more exactly. Untold it stands for its strictest; what is
      // remembered is asked again next time.
      if (rule.expires_days > 0) continue;
      Condition untold;
      untold.rule = rules[i];
      untold.unsure = pick->unsure;
      out.conditions.push_back(std::move(untold));
      continue;
    }
    out.asked.add(rules[i]);
    if (pick == picks.end()) continue;
    out.conditions.push_back(ask_details(talk, practice, mode, rules[i], pick->unsure));
    if (rules[i] == allergy_rule(practice)) ask_allergens(talk, practice, out.allergies);
  }
  for (const auto& pick : picks) out.ask_all = out.ask_all || pick.index >= rules.size();
}

bool may_be_an_emergency(const Practice& practice, const Gate& gate) {
  return std::any_of(practice.rules.begin(), practice.rules.end(), [&](const Rule& rule) {
    return rule.gate == gate.id && rule.rule_class == RuleClass::emergency;
  });
}

}  // namespace

Told ask_told(Talk& talk, const std::string& question) {
  return static_cast<Told>(
      talk.choose(question, {{talk.words("cli.yes"), talk.words("cli.no")}, std::nullopt, true}));
}

GateAnswers ask_every_time(Talk& talk, const Practice& practice, const Whom& whom) {
  const auto gates = gates_of(practice, true);
  std::vector<std::string> questions;
  for (const auto* gate : gates) questions.push_back(question_of(practice, *gate, whom.mode));
  auto picks =
      talk.choose_many(words_for(talk, "checkin.today", whom), {questions, talk.words("checkin.none"), true});
  // What may be an emergency comes first, in whatever order it was typed, and nothing is asked after one.
  std::sort(picks.begin(), picks.end(), [](const Pick& a, const Pick& b) { return a.index < b.index; });
  const auto screened = [&](const GateAnswers& so_far) {
    CheckIn checkin;
    checkin.mode = whom.mode;
    checkin.conditions = so_far.conditions;
    return screening::screen(practice, checkin);
  };
  const Refused refused = [&](const GateAnswers& so_far) { return screened(so_far).session_refused; };
  GateAnswers out;
  for (const auto& pick : picks) {
    const auto& gate = *gates[pick.index];
    if (refused(out) && !may_be_an_emergency(practice, gate)) continue;
    ask_branch(talk, practice, whom.mode, gate, talk.words("checkin.none_after_all"), refused, out);
    if (screened(out).verdict == Verdict::emergency) break;
  }
  return out;
}

GateAnswers ask_now_and_then(Talk& talk, const Practice& practice, const Whom& whom, const RuleSet& fresh,
                             bool all, const Refused& refused) {
  auto gates = gates_of(practice, false);
  std::erase_if(gates, [&](const Gate* gate) { return !all && !is_due(practice, *gate, whom.mode, fresh); });
  GateAnswers out;
  std::vector<std::string> lines;
  for (const auto* gate : gates) lines.push_back(question_of(practice, *gate, whom.mode, "glance"));
  std::vector<bool> opens(gates.size(), true);
  auto none = talk.words("checkin.none");
  if (gates.size() > 1) {
    opens.assign(gates.size(), false);
    for (const auto& pick : talk.choose_many(words_for(talk, "checkin.longer", whom), {lines, none, true}))
      opens[pick.index] = true;
    none = talk.words("checkin.none_after_all");
  }
  for (std::size_t i = 0; i < gates.size(); ++i)
    if (!opens[i])
      for (const auto rule : asked_by(practice, *gates[i], whom.mode)) out.asked.add(rule);
  for (std::size_t i = 0; i < gates.size() && !refused(out); ++i)
    if (opens[i]) ask_branch(talk, practice, whom.mode, *gates[i], none, refused, out);
  return out;
}

bool anything_due(const Practice& practice, Mode mode, const RuleSet& fresh) {
  const auto gates = gates_of(practice, false);
  return std::any_of(gates.begin(), gates.end(),
                     [&](const Gate* gate) { return is_due(practice, *gate, mode, fresh); });
}

std::vector<Condition> ask_giver(Talk& talk, const Practice& practice, const Whom& whom,
                                 std::vector<std::string>& allergies) {
  std::vector<RuleId> rules;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < practice.rules.size(); ++i) {
    const auto& rule = practice.rules[i];
    if (!rule.asks_giver || rule.gate.empty()) continue;
    rules.push_back(id_of(i));
    names.push_back(practice.say("rule." + rule.id + ".name"));
  }
  std::vector<Condition> conditions;
  if (rules.empty()) return conditions;
  const Several options{names, talk.words("checkin.none"), true};
  for (const auto& pick : talk.choose_many(words_for(talk, "checkin.giver", whom), options)) {
    conditions.push_back(ask_details(talk, practice, Mode::partner, rules[pick.index], pick.unsure));
    if (rules[pick.index] == allergy_rule(practice)) ask_allergens(talk, practice, allergies);
  }
  return conditions;
}

std::optional<Hand> ask_hand(Talk& talk, const std::string& question) {
  const auto choice = talk.choose(
      question, {{talk.words("checkin.left"), talk.words("checkin.right"), talk.words("checkin.both")}, 2});
  if (choice == 2) return std::nullopt;
  return choice == 0 ? Hand::left : Hand::right;
}

void ask_follow_ups(Talk& talk, const Practice& practice, Mode mode, Condition& condition) {
  for (;;) {
    CheckIn only;
    only.mode = mode;
    only.conditions = {condition};
    const auto open = screening::open_questions(practice, only);
    if (open.empty()) return;
    const auto& question = open.front();
    Options options{{}, std::nullopt, true};
    for (const auto& value : question.values)
      options.names.push_back(
          practice.say("rule." + practice.at(question.rule).id + ".answer." + question.key + "." + value));
    const auto choice = talk.choose(question.text, options);
    condition.answers[question.key] = choice < question.values.size() ? question.values[choice] : "unsure";
  }
}

Condition ask_details(Talk& talk, const Practice& practice, Mode mode, RuleId rule, bool unsure) {
  Condition condition;
  condition.rule = rule;
  condition.unsure = unsure;
  const auto& asked = practice.at(rule);
  const auto name = practice.say("rule." + asked.id + ".name");
  if (asked.asks_hand && asked.rule_class != RuleClass::emergency)
    condition.hand = ask_hand(talk, talk.words("checkin.which_hand", {{"name", name}}));
  if (asked.asks_zones)
    condition.zones =
        ask_zones(talk, practice, talk.words("checkin.where", {{"name", name}}), condition.hand, true);
  ask_follow_ups(talk, practice, mode, condition);
  return condition;
}

}  // namespace thenar::interview
