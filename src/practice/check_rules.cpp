// Precautions: every one is reached in exactly one way, asks only what it uses, and "unsure" is never the
// easier answer.
#include <algorithm>
#include <array>

#include "checks.hpp"

namespace thenar::practice {
namespace {

constexpr const char* kUnsure = "unsure";

bool lists(const std::vector<std::string>& values, std::string_view value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

/// True when the guard holds for this value of a follow-up, whatever the other answers are.
bool matches(const Guard& guard, const std::string& key, std::string_view value) {
  const auto found = guard.answers.find(key);
  return found == guard.answers.end() || lists(found->second, value);
}

/// The question that a rule or the head of its family asks under this key.
const FollowUp* follow_up(const Practice& practice, const Rule& rule, const std::string& key) {
  const auto& head = rule.asked_with.valid() ? practice.at(rule.asked_with) : rule;
  for (const auto* asking : {&rule, &head})
    for (const auto& each : asking->follow_ups)
      if (each.key == key) return &each;
  return nullptr;
}

/// The answers a guard names must be ones that somebody is asked for.
void check_guard(const Practice& practice, const Rule& asking, const Guard& guard, const std::string& path,
                 Problems& problems) {
  for (const auto& [key, values] : guard.answers) {
    const auto* asked = follow_up(practice, asking, key);
    if (asked == nullptr) {
      report(problems, path + ".answers." + key, "an answer that " + asking.id + " does not ask for",
             "a key of its follow_ups");
      continue;
    }
    for (const auto& value : values)
      if (value != kUnsure && !lists(asked->values, value))
        report(problems, path + ".answers." + key, "\"" + value + "\"",
               "a value of that follow-up, or unsure");
    if (values.empty()) report(problems, path + ".answers." + key, "no values", "the values that match");
  }
  if (guard.age_from && guard.age_below && *guard.age_from >= *guard.age_below)
    report(problems, path + ".age_from", "an age range that holds for nobody", "age_from < age_below");
}

bool names_unsure(const Guard& guard) {
  return std::any_of(guard.answers.begin(), guard.answers.end(),
                     [](const auto& answer) { return lists(answer.second, kUnsure); });
}

bool does_nothing(const Effect& e) {
  const bool limits = e.refuse != Refuse::nothing || e.exclude || e.max_level || e.static_off ||
                      !e.techniques_off.empty() || !e.techniques_only.empty() || e.zone_max_seconds ||
                      e.max_force_n || e.hand_max_seconds || e.session_max_seconds || !e.points_off.empty() ||
                      e.acupoints_off || e.trigger_points_off || !e.programmes_off.empty() || e.mode_required;
  const bool changes = e.heat_off || !e.products_off.empty() || e.allergens_off || e.lubricant_required ||
                       e.gloves || e.hand_last || e.slow || e.quiet || e.feedback_unreliable || e.giver;
  return !limits && !changes && e.notes.empty() && e.advice.empty();
}

void check_advice(const Rule& rule, const Effect& effect, const std::string& path, Problems& problems) {
  const bool sends_to_care = effect.refuse != Refuse::nothing || effect.mode_required ||
                             (effect.verdict && *effect.verdict >= Verdict::refer);
  if (!sends_to_care) return;
  if (effect.advice.empty())
    report(problems, path + ".advice", "no advice", "what the person should do instead");
  if (effect.urgency == Urgency::none && !effect.mode_required)
    report(problems, path + ".urgency", "none", "how soon somebody should see to it");
  if (effect.who.empty() && !effect.mode_required)
    report(problems, path + ".who", "nobody", "who should see to it");
  const auto verdict = effect.verdict.value_or(rule.rule_class == RuleClass::emergency ? Verdict::emergency
                                                                                       : Verdict::modified);
  if (verdict == Verdict::emergency && effect.urgency != Urgency::now)
    report(problems, path + ".urgency", std::string(word(effect.urgency)), "now, because it is an emergency");
}

bool marks_lead_to(const Practice& practice, RuleId id) {
  return std::any_of(
      practice.screening.marks.begin(), practice.screening.marks.end(), [&](const MarkRule& mark) {
        return mark.rule == id || std::find(mark.asks.begin(), mark.asks.end(), id) != mark.asks.end();
      });
}

void check_effect(const Practice& practice, std::size_t index, std::size_t number, Problems& problems) {
  const auto& rule = practice.rules[index];
  const auto& effect = rule.effects[number];
  const auto path = path_of("rules", index, path_of("effects", number));
  check_guard(practice, rule, effect.when, path + ".when", problems);
  if (does_nothing(effect))
    report(problems, path, "an effect that changes nothing", "a limit, a change or a note");
  check_advice(rule, effect, path, problems);
  const bool asked_first =
      (!effect.when.answers.empty() || effect.when.unsure == false) && !names_unsure(effect.when);
  if (effect.verdict == Verdict::emergency && rule.rule_class != RuleClass::emergency && !asked_first)
    report(problems, path + ".verdict", "an emergency without a clear answer",
           "in a rule of class " + std::string(word(rule.rule_class)) +
               " an emergency only for named answers, not for unsure");
  const bool by_zone = effect.where.marked || effect.where.marked_rays || effect.where.marked_segments ||
                       effect.where.marked_distal;
  const RuleId self{static_cast<std::int16_t>(index)};
  const auto& head = rule.asked_with.valid() ? practice.at(rule.asked_with) : rule;
  if (by_zone && !rule.asks_zones && !head.asks_zones && !marks_lead_to(practice, self))
    report(problems, path + ".where", "marked zones, which " + rule.id + " does not ask for",
           "asks_zones = true in the rule");
}

/// What the effects that a value may set off come to at worst.
struct Worst {
  Refuse refuse = Refuse::nothing;
  bool exclude = false;
  int max_level = kMaxLevel;
  bool at_least(const Worst& other) const {
    if (refuse > other.refuse || refuse == Refuse::session) return true;
    if (refuse < other.refuse) return false;
    if (refuse == Refuse::hand) return true;
    return exclude || (!other.exclude && max_level <= other.max_level);
  }
};

Worst worst(const Rule& rule, const std::string& key, const std::string& value) {
  Worst sum;
  for (const auto& effect : rule.effects) {
    // An emergency is never for "unsure": the strictest branch is the strictest of the others.
    if (effect.verdict == Verdict::emergency || !matches(effect.when, key, value)) continue;
    sum.refuse = std::max(sum.refuse, effect.refuse);
    sum.exclude = sum.exclude || effect.exclude;
    sum.max_level = std::min(sum.max_level, effect.max_level.value_or(kMaxLevel));
  }
  return sum;
}

bool guards_on(const Practice& practice, RuleId head, const std::string& key, bool unsure) {
  const auto named = [&](const Guard& guard) {
    const auto found = guard.answers.find(key);
    return found != guard.answers.end() && (!unsure || lists(found->second, kUnsure));
  };
  const auto in_effects = [&](const Rule& rule) {
    return std::any_of(rule.effects.begin(), rule.effects.end(),
                       [&](const Effect& effect) { return named(effect.when); });
  };
  if (in_effects(practice.at(head))) return true;
  return std::any_of(practice.rules.begin(), practice.rules.end(), [&](const Rule& rule) {
    return rule.asked_with == head && (named(rule.applies_when) || in_effects(rule));
  });
}

/// "unsure" belongs to the head of a family when every member asks for a clear answer to the key.
bool head_catches(const Practice& practice, RuleId head, const std::string& key) {
  bool some = false;
  for (const auto& rule : practice.rules) {
    if (rule.asked_with != head) continue;
    const auto found = rule.applies_when.answers.find(key);
    if (found == rule.applies_when.answers.end() || lists(found->second, kUnsure)) return false;
    some = true;
  }
  return some;
}

void check_follow_ups(const Practice& practice, std::size_t index, Problems& problems) {
  const auto& rule = practice.rules[index];
  const RuleId self{static_cast<std::int16_t>(index)};
  for (std::size_t i = 0; i < rule.follow_ups.size(); ++i) {
    const auto& [key, values] = rule.follow_ups[i];
    const auto path = path_of("rules", index, path_of("follow_ups", i));
    for (std::size_t before = 0; before < i; ++before)
      if (rule.follow_ups[before].key == key)
        report(problems, path + ".key", "\"" + key + "\" twice", "each key once");
    if (values.empty() || lists(values, kUnsure))
      report(problems, path + ".values", values.empty() ? "no values" : "unsure",
             "the answers to choose from; unsure is always added");
    if (!guards_on(practice, self, key, false)) {
      report(problems, path + ".key", "\"" + key + "\", which no effect looks at", "a key that a guard uses");
      continue;
    }
    const auto unsure = worst(rule, key, kUnsure);
    const bool easier = std::any_of(values.begin(), values.end(), [&](const std::string& value) {
      return !unsure.at_least(worst(rule, key, value));
    });
    if (easier || !(guards_on(practice, self, key, true) || head_catches(practice, self, key)))
      report(problems, path, "\"unsure\" leads to less than another answer",
             "unsure in the guard of the strictest effect", "A missing answer counts as unsure");
  }
}

void check_way(const Practice& practice, std::size_t index, Problems& problems) {
  const auto& rule = practice.rules[index];
  const int ways = (!rule.gate.empty() || rule.computed ? 1 : 0) + (rule.asked_with.valid() ? 1 : 0) +
                   (rule.never_asked ? 1 : 0);
  if (ways != 1)
    report(problems, path_of("rules", index, "gate"), std::to_string(ways) + " ways to reach " + rule.id,
           "exactly one of gate or computed, asked_with, never_asked");
  if (!rule.gate.empty()) {
    const auto gate = std::find_if(practice.gates.begin(), practice.gates.end(),
                                   [&](const Gate& each) { return each.id == rule.gate; });
    if (gate == practice.gates.end())
      report(problems, path_of("rules", index, "gate"), "\"" + rule.gate + "\"", "the id of a gate");
    else if (!gate->every_time && rule.expires_days == 0)
      report(problems, path_of("rules", index, "expires_days"), std::to_string(rule.expires_days),
             "30, because the gate is asked again when its answers have expired");
  }
  if (rule.expires_days != 0 && rule.expires_days != 30)
    report(problems, path_of("rules", index, "expires_days"), std::to_string(rule.expires_days), "0 or 30");
  if (!rule.asked_with.valid()) return;
  const auto& head = practice.at(rule.asked_with);
  if (head.gate.empty())
    report(problems, path_of("rules", index, "asked_with"), head.id + ", which no gate asks",
           "the head of the family, with a gate");
  check_guard(practice, head, rule.applies_when, path_of("rules", index, "applies_when"), problems);
}

/// A rule that refuses or sends to care must do so in some effect.
void check_class(const Rule& rule, std::size_t index, Problems& problems) {
  const auto path = path_of("rules", index, "effects");
  if (rule.effects.empty() && !rule.never_asked) return report(problems, path, "no effects", "at least one");
  const auto some = [&](auto&& holds) {
    return std::any_of(rule.effects.begin(), rule.effects.end(), holds);
  };
  if (rule.rule_class == RuleClass::emergency &&
      !some([](const Effect& e) { return e.refuse == Refuse::session; }))
    report(problems, path, "an emergency that refuses nothing", "an effect with refuse = \"session\"");
  if (rule.rule_class == RuleClass::refer && !some([](const Effect& e) {
        return e.refuse != Refuse::nothing || e.exclude || e.mode_required || !e.techniques_off.empty();
      }))
    report(problems, path, "a referral that refuses nothing",
           "an effect with refuse, exclude, mode_required or techniques_off");
}

void check_marks(const Practice& practice, Problems& problems) {
  for (std::size_t kind = 0; kind < EnumWords<MarkKind>::words.size(); ++kind)
    if (std::none_of(practice.screening.marks.begin(), practice.screening.marks.end(),
                     [&](const MarkRule& mark) { return static_cast<std::size_t>(mark.as) == kind; }))
      report(problems, "screening.marks",
             "nothing for \"" + std::string(EnumWords<MarkKind>::words[kind]) + "\"",
             "an entry for every mark");
}

bool is_rule_id(const std::string& id) {
  return id.size() >= 3 && id[0] == 'S' && id.find_first_not_of("0123456789", 1) == std::string::npos;
}

}  // namespace

void check_rules(const Practice& practice, Problems& problems) {
  for (std::size_t i = 0; i < practice.rules.size(); ++i) {
    const auto& rule = practice.rules[i];
    if (!is_rule_id(rule.id))
      report(problems, path_of("rules", i, "id"), "\"" + rule.id + "\"", "S and a number, as S45");
    check_way(practice, i, problems);
    check_class(rule, i, problems);
    check_follow_ups(practice, i, problems);
    if (rule.computed) check_guard(practice, rule, *rule.computed, path_of("rules", i, "computed"), problems);
    for (std::size_t n = 0; n < rule.effects.size(); ++n) check_effect(practice, i, n, problems);
  }
  for (std::size_t i = 0; i < practice.gates.size(); ++i)
    if (std::none_of(practice.rules.begin(), practice.rules.end(),
                     [&](const Rule& rule) { return rule.gate == practice.gates[i].id; }))
      report(problems, path_of("gates", i), "a gate that asks for nothing",
             "at least one rule that names it");
  check_marks(practice, problems);
  const std::array<std::string_view, 6> actions{"replan",      "softer", "end_hand",
                                                "end_session", "pause",  "review"};
  for (std::size_t i = 0; i < practice.guidance.rules.size(); ++i) {
    const auto& action = practice.guidance.rules[i].action;
    if (std::find(actions.begin(), actions.end(), action) == actions.end())
      report(problems, path_of("guidance.rules", i, "action"), "\"" + action + "\"",
             "one of replan softer end_hand end_session pause review");
  }
}

}  // namespace thenar::practice
