// Reading a request: its format by describe, its sense against the practice here.
#include <algorithm>

#include "holdings.hpp"
#include "limits.hpp"
#include "thenar/base/json.hpp"

namespace thenar::screening {
namespace {

constexpr const char* kUnsure = "unsure";

bool lists(const std::vector<std::string>& values, std::string_view value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& each : words) out += (out.empty() ? "" : ", ") + each;
  return out;
}

std::string quoted(const std::string& text) {
  return "\"" + text + "\"";
}

class Checker {
 public:
  Checker(const Practice& practice, Problems& problems) : practice_(practice), problems_(problems) {}

  void check(const Request& request) {
    const auto& checkin = request.checkin;
    conditions(checkin.conditions, "checkin.conditions");
    conditions(checkin.giver_conditions, "checkin.giver_conditions");
    giver(checkin);
    for (std::size_t i = 0; i < checkin.marked.size(); ++i)
      mark(checkin.marked[i], "checkin.marked[" + std::to_string(i) + "]");
    allergies(checkin.allergies, "checkin.allergies");
    allergies(checkin.giver_allergies, "checkin.giver_allergies");
    wishes(request.wishes);
  }

 private:
  void fault(std::string path, std::string found, std::string expected, std::string remedy = {}) {
    add_problem(problems_,
                {{{}, 0, std::move(path)}, std::move(found), std::move(expected), std::move(remedy)});
  }

  void conditions(const std::vector<Condition>& list, const std::string& path) {
    for (std::size_t i = 0; i < list.size(); ++i)
      answers(list[i], path + "[" + std::to_string(i) + "].answers.");
  }

  /// A precaution said of somebody whom it cannot concern would be lost without a word.
  void giver(const CheckIn& checkin) {
    if (checkin.mode == Mode::self) {
      if (!checkin.giver_conditions.empty())
        fault("checkin.giver_conditions", "conditions of a giver in mode self", "none",
              "Put them under conditions, with the hand they concern");
      if (!checkin.giver_allergies.empty())
        fault("checkin.giver_allergies", "allergies of a giver in mode self", "none",
              "Put them under allergies");
      return;
    }
    for (std::size_t i = 0; i < checkin.giver_conditions.size(); ++i) {
      const auto id = checkin.giver_conditions[i].rule;
      if (!may_be_said_of_giver(practice_, id))
        fault("checkin.giver_conditions[" + std::to_string(i) + "].rule", quoted(practice_.at(id).id),
              "a precaution that changes how somebody gives a massage",
              "Put it under conditions if it concerns the receiver, otherwise leave it out");
    }
  }

  /// Answers must name questions of the rule (or of its family's first) and one of their values.
  void answers(const Condition& condition, const std::string& path) {
    const auto& rule = practice_.at(head_of(practice_, condition.rule));
    for (const auto& [key, value] : condition.answers) {
      const auto asked = std::find_if(rule.follow_ups.begin(), rule.follow_ups.end(),
                                      [&](const FollowUp& each) { return each.key == key; });
      if (asked == rule.follow_ups.end()) {
        std::vector<std::string> keys;
        for (const auto& each : rule.follow_ups) keys.push_back(each.key);
        fault(path + key, "an answer that " + rule.id + " does not ask for",
              keys.empty() ? "no answers" : "one of " + joined(keys));
      } else if (value != kUnsure && !lists(asked->values, value)) {
        fault(path + key, quoted(value), "one of " + joined(asked->values) + ", " + kUnsure);
      }
    }
  }

  void mark(const Mark& mark, const std::string& path) {
    const auto* meaning = mark_rule(practice_, mark.as);
    std::vector<std::string> asks;
    if (meaning != nullptr)
      for (auto id : meaning->asks) asks.push_back(practice_.at(id).id);
    for (const auto& [id, value] : mark.answers) {
      const auto& name = practice_.at(id).id;
      if (!lists(asks, name))
        fault(path + ".answers." + name, "an answer that the mark does not ask for",
              asks.empty() ? "no answers" : "one of " + joined(asks));
      else if (value != "yes" && value != "no" && value != kUnsure)
        fault(path + ".answers." + name, quoted(value), "one of yes, no, unsure");
    }
  }

  /// A misspelled allergy would keep nothing away.
  void allergies(const std::vector<std::string>& list, const std::string& path) {
    std::vector<std::string> known{std::string(kLatex)};
    for (const auto& medium : practice_.media)
      for (const auto& flag : medium.allergens)
        if (!lists(known, flag)) known.push_back(flag);
    for (std::size_t i = 0; i < list.size(); ++i)
      if (!lists(known, list[i]))
        fault(path + "[" + std::to_string(i) + "]", quoted(list[i]), "one of " + joined(known));
  }

  void wishes(const Wishes& wishes) {
    if (wishes.hands.empty()) fault("wishes.hands", "no hand", "left, right or both");
    if (std::count(wishes.hands.begin(), wishes.hands.end(), Hand::left) > 1 ||
        std::count(wishes.hands.begin(), wishes.hands.end(), Hand::right) > 1)
      fault("wishes.hands", "the same hand twice", "each hand at most once");
    for (std::size_t i = 0; i < wishes.chosen.size(); ++i) {
      const auto& id = wishes.chosen[i];
      if (!practice_.ids.techniques.find(id).valid() && !practice_.ids.points.find(id).valid())
        fault("wishes.chosen[" + std::to_string(i) + "]", quoted(id),
              "the id of a technique or a point of this practice");
    }
  }

  const Practice& practice_;
  Problems& problems_;
};

}  // namespace

Loaded<Request> read_request(const Practice& practice, const Json& json, std::string_view file) {
  auto request = read_document<Request>(json, file, &practice.ids);
  if (!request) return request;
  Problems problems;
  Checker(practice, problems).check(*request);
  if (problems.empty()) return request;
  for (auto& problem : problems) problem.place.file = file;
  return tl::unexpected(std::move(problems));
}

Loaded<Request> read_request(const Practice& practice, std::string_view text, std::string_view file) {
  auto json = parse_json(text, file);
  if (!json) return tl::unexpected(Problems{std::move(json.error())});
  return read_request(practice, *json, file);
}

}  // namespace thenar::screening
