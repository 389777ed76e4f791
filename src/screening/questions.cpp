// What a check-in still leaves open.
#include <algorithm>

#include "holdings.hpp"

namespace thenar::screening {
namespace {

using Answers = std::map<std::string, std::string>;

/// Whether the guard looks at the key and the other answers given so far leave it a chance.
bool could_matter(const Guard& guard, const std::string& key, const Answers& given) {
  if (guard.answers.find(key) == guard.answers.end()) return false;
  return std::all_of(guard.answers.begin(), guard.answers.end(), [&](const auto& wanted) {
    const auto found = given.find(wanted.first);
    if (found == given.end()) return true;
    return std::find(wanted.second.begin(), wanted.second.end(), found->second) != wanted.second.end();
  });
}

bool could_matter(const Practice& practice, RuleId head, const std::string& key, const Answers& given) {
  const auto in_effects = [&](const Rule& rule) {
    return std::any_of(rule.effects.begin(), rule.effects.end(),
                       [&](const Effect& effect) { return could_matter(effect.when, key, given); });
  };
  if (in_effects(practice.at(head))) return true;
  return std::any_of(practice.rules.begin(), practice.rules.end(), [&](const Rule& rule) {
    return rule.asked_with == head && (could_matter(rule.applies_when, key, given) || in_effects(rule));
  });
}

class Asker {
 public:
  explicit Asker(const Practice& practice) : practice_(practice) {}

  /// The follow-ups of a rule that was answered yes and that still can change something.
  void follow_ups(RuleId id, const Answers& given) {
    const auto head = head_of(practice_, id);
    const auto& rule = practice_.at(head);
    for (const auto& each : rule.follow_ups)
      if (given.find(each.key) == given.end() && could_matter(practice_, head, each.key, given))
        add({head, each.key, practice_.say("rule." + rule.id + ".ask." + each.key), each.values});
  }
  /// The rule's own question, as a mark asks it.
  void rule_itself(RuleId id) {
    add({id, {}, practice_.say("rule." + practice_.at(id).id + ".question"), {"yes", "no"}});
  }
  std::vector<OpenQuestion> take() { return std::move(open_); }

 private:
  void add(OpenQuestion question) {
    const bool there = std::any_of(open_.begin(), open_.end(), [&](const OpenQuestion& each) {
      return each.rule == question.rule && each.key == question.key;
    });
    if (!there) open_.push_back(std::move(question));
  }

  const Practice& practice_;
  std::vector<OpenQuestion> open_;
};

}  // namespace

std::vector<OpenQuestion> open_questions(const Practice& practice, const CheckIn& checkin) {
  Asker asker(practice);
  for (const auto* list : {&checkin.conditions, &checkin.giver_conditions})
    for (const auto& condition : *list) asker.follow_ups(condition.rule, condition.answers);
  for (const auto& mark : checkin.marked) {
    const auto* meaning = mark_rule(practice, mark.as);
    if (meaning == nullptr) continue;
    for (auto asked : meaning->asks) {
      const auto found = mark.answers.find(asked);
      if (found == mark.answers.end()) {
        asker.rule_itself(asked);
        continue;
      }
      const bool detailed =
          std::any_of(checkin.conditions.begin(), checkin.conditions.end(),
                      [&](const Condition& each) { return covers(each, asked, mark.hand); });
      if (found->second == "yes" && !detailed) asker.follow_ups(asked, {});
    }
  }
  return asker.take();
}

}  // namespace thenar::screening
