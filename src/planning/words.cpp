#include "thenar/planning/words.hpp"

#include <algorithm>
#include <map>

#include "thenar/base/text.hpp"
#include "thenar/planning/places.hpp"
#include "thenar/planning/planning.hpp"

namespace thenar::planning {
namespace {

using Gaps = std::map<std::string, std::string>;

std::string say(const Practice& practice, const std::string& key, const Gaps& gaps = {}) {
  return fill(practice.say(key), gaps);
}
std::string name_of(const Practice& practice, Hand hand) {
  return practice.say("hand." + std::string(word(hand)));
}
std::string wish(const Practice& practice, Goal goal) {
  return practice.say("goal." + std::string(word(goal)) + ".wish");
}

/// What a step says of its reason: its own remark ("You marked this place as sore.") and the sentence about
/// the benefit, which is the same for every step with that reason.
struct Reason {
  std::string remark;
  std::string sentence;
};
Reason split(const Practice& practice, const std::string& text) {
  for (const auto& claim : practice.claims) {
    const std::string sentence = practice.say("claim." + claim.id + ".sentence");
    if (text.size() > sentence.size() && text.ends_with(sentence))
      return {text.substr(0, text.find_last_not_of(' ', text.size() - sentence.size() - 1) + 1), sentence};
  }
  return {{}, text};
}

}  // namespace

std::string StepTeller::name(TechniqueId id) const {
  return practice_.say("technique." + practice_.at(id).id + ".name");
}

std::string StepTeller::part_name(const Step& step, const StepPart& part) const {
  const auto& composite = practice_.at(step.technique).composite;
  const auto in_composite = [&](const CompositePart& each) { return each.id == part.id; };
  if (std::any_of(composite.begin(), composite.end(), in_composite))
    return practice_.say("technique." + practice_.at(step.technique).id + ".part." + part.id);
  for (const auto& group : practice_.groups)
    for (const auto& each : group.parts)
      if (each.id == part.id) return say(practice_, "group." + group.id + ".part." + part.id);
  return say(practice_, "technique." + practice_.at(part.technique).id + ".name");
}

/// "Index finger, middle finger 15 s each, ring finger 20 s." What is done to one finger counts together: the
/// step's name says what that is.
std::string StepTeller::parts(const Step& step) const {
  std::vector<std::pair<std::string, int>> places;
  for (const auto& part : step.parts) {
    auto name = part_name(step, part);
    if (name.ends_with('.')) name.pop_back();
    if (places.empty() || places.back().first != name) places.emplace_back(std::move(name), 0);
    places.back().second += part.seconds;
  }
  if (places.size() < 2) return {};
  std::vector<std::string> runs;
  for (std::size_t from = 0, to = 0; from < places.size(); from = to) {
    std::vector<std::string> names;
    for (to = from; to < places.size() && places[to].second == places[from].second; ++to)
      names.push_back(places[to].first);
    const auto time = duration(places[from].second);
    runs.push_back(names.size() > 1 ? say(practice_, "cli.explain.each",
                                          {{"names", practice_.list(names)}, {"duration", time}})
                                    : names[0] + " " + time);
  }
  return sentence_case(joined(runs, ", ")) + ".";
}

/// The movement of each technique, the first time it comes.
std::string StepTeller::how(const Step& step) {
  std::vector<TechniqueId> techniques{step.technique};
  for (const auto& part : step.parts) techniques.push_back(part.technique);
  std::string text;
  for (const auto id : techniques) {
    if (told_techniques_.has(id)) continue;
    told_techniques_.add(id);
    text += (text.empty() ? "" : " ") + say(practice_, "technique." + practice_.at(id).id + ".how");
  }
  return text;
}

/// "Firm, as if kneading dough": the comparison only the first time; what a technique says itself always.
std::string StepTeller::level(TechniqueId technique, int level) {
  const auto key = "level." + std::to_string(level);
  const auto own = "technique." + practice_.at(technique).id + "." + key;
  if (practice_.words.contains(own)) return say(practice_, own);
  auto& told = told_levels_.at(static_cast<std::size_t>(level));
  const auto text = say(practice_, key + ".name") + (told ? "" : ", " + say(practice_, key + ".how"));
  told = true;
  return text;
}

/// "Firm, as if kneading dough, with the heel of your palm. Stretching: light: to the first pull."
std::string StepTeller::how_hard(const Step& step) {
  std::vector<std::string> words;
  // What a technique says of its pressure is a sentence of its own, after the tool.
  const auto pressure = step.level ? level(step.technique, *step.level) : std::string();
  const bool own = pressure.find(':') != std::string::npos;
  if (!pressure.empty() && !own) words.push_back(pressure);
  if (step.tool.valid()) {
    const auto tool = "tool." + practice_.at(step.tool).id;
    words.push_back(
        say(practice_, practice_.words.contains(tool + ".with") ? tool + ".with" : tool + ".name"));
  }
  std::string text = words.empty() ? std::string() : sentence_case(joined(words, ", ")) + ".";
  if (own) text += (text.empty() ? "" : " ") + sentence_case(pressure) + ".";
  TechniqueSet told;
  told.add(step.technique);
  for (const auto& part : step.parts) {
    if (!part.level || told.has(part.technique)) continue;
    told.add(part.technique);
    if (*part.level < *step.level)
      text += " " + sentence_case(name(part.technique)) + ": " + level(part.technique, *part.level) + ".";
  }
  return text;
}

/// The step's own remarks, and its goals where they are not those of the whole massage.
std::string StepTeller::why(const Step& step) const {
  std::vector<std::string> goals;
  std::string text;
  // A marked place is no reason for what is done to the whole hand anyway.
  const bool whole = step.group.valid() && !practice_.at(step.group).of.empty();
  for (const auto& why : step.why) {
    goals.push_back(wish(practice_, why.goal));
    const auto remark = whole ? std::string() : split(practice_, why.text).remark;
    if (!remark.empty() && text.find(remark) == std::string::npos) text += (text.empty() ? "" : " ") + remark;
  }
  if (goals.empty() || goals.size() == wishes_.goals.size()) return text;
  return text + (text.empty() ? "" : " ") +
         say(practice_, "cli.explain.why", {{"wishes", practice_.list(goals)}});
}

StepWords StepTeller::tell(const Step& step) {
  StepWords words;
  words.what =
      sentence_case(step.combo.valid() ? practice_.say("combo." + practice_.at(step.combo).id + ".name")
                                       : name(step.technique));
  words.where = place_in_words(practice_, clearance_, step);
  words.parts = parts(step);
  words.how = how(step);
  words.how_hard = how_hard(step);
  words.why = why(step);
  if (step.programme_step < 0 || !wishes_.programme.valid()) return words;
  const auto& steps = practice_.at(wishes_.programme).steps;
  const auto index = static_cast<std::size_t>(step.programme_step);
  // It tells of the programme's own technique: with another in its place it would tell of what is not done.
  if (index < steps.size() && !steps[index].cue.empty() && steps[index].technique == step.technique)
    words.cue = practice_.say(steps[index].cue);
  return words;
}

std::string place_in_words(const Practice& practice, const ZoneSet& zones) {
  return practice.list(planning::places_in_words(practice, zones));
}

std::string place_in_words(const Practice& practice, const Clearance& clearance, const Step& step) {
  std::vector<std::string> points;
  for (const auto point : step.points)
    points.push_back(practice.say("point." + practice.at(point).id + ".name"));
  if (!points.empty()) return practice.list(points);
  const auto where = planning::where_in_words(practice, clearance, step.hand, step.zones);
  if (where.without.empty()) return practice.list(where.names);
  return fill(practice.say("place.partly.without"),
              {{"where", practice.list(where.names)}, {"without", practice.list(where.without)}});
}

namespace {

std::string wishes_in_words(const Practice& practice, const Plan& plan) {
  std::vector<std::string> goals;
  for (const auto& [goal, weight] : plan.request.wishes.goals)
    if (weight > 0) goals.push_back(wish(practice, goal));
  return goals.empty() ? say(practice, "cli.explain.any_wish") : practice.list(goals);
}

}  // namespace

std::string title_in_words(const Practice& practice, const Plan& plan) {
  const auto& wished = plan.request.wishes;
  const auto length = duration(plan.total_seconds);
  // What a programme was wished for and could not be is a plan of its own.
  const bool of_programme =
      wished.programme.valid() && std::any_of(plan.steps.begin(), plan.steps.end(),
                                              [](const Step& step) { return step.programme_step >= 0; });
  return of_programme
             ? say(practice, "cli.explain.programme",
                   {{"name", say(practice, "programme." + practice.at(wished.programme).id + ".name")},
                    {"duration", length}})
             : say(practice, "cli.explain.title",
                   {{"duration", length}, {"wishes", wishes_in_words(practice, plan)}});
}

std::string summary_in_words(const Practice& practice, const Plan& plan) {
  const auto& wished = plan.request.wishes;
  PerHand<int> seconds;
  int changing = 0;  // a programme has it inside its seconds
  for (const auto& step : plan.steps) seconds[step.hand] += step.seconds + step.changeover_seconds;
  for (const auto at : planning::hand_changes(practice, plan.steps)) {
    if (plan.steps[at].programme_step >= 0) continue;
    changing += practice.planning.hand_change_seconds;
    seconds[plan.steps[at].hand] -= practice.planning.hand_change_seconds;
  }
  std::vector<std::string> hands;
  for (const Hand hand : kHands)
    if (seconds[hand] > 0) hands.push_back(name_of(practice, hand) + " " + duration(seconds[hand]));
  const auto change =
      changing > 0 ? "; " + say(practice, "cli.explain.changing", {{"duration", duration(changing)}}) : "";
  return sentence_case(practice.list(hands)) + change + ". " +
         sentence_case(say(practice, "position." + std::string(word(wished.position)) + ".name")) + ". " +
         (wished.medium.valid()
              ? say(practice, "cli.explain.medium",
                    {{"medium", say(practice, "medium." + practice.at(wished.medium).id + ".name")}})
              : "");
}

std::vector<std::string> changes_in_words(const Practice& practice, const Clearance& clearance) {
  std::vector<std::string> lines;
  for (const auto& rule : clearance.rules) {
    if (rule.effect.empty()) continue;
    const auto hand = rule.hands.size() == 1 ? name_of(practice, rule.hands[0]) : std::string();
    const auto name = practice.say("rule." + practice.at(rule.rule).id + ".name");
    lines.push_back(sentence_case(name) + (hand.empty() ? "" : ", " + hand) + ": " + rule.effect);
  }
  lines.insert(lines.end(), clearance.notes.begin(), clearance.notes.end());
  return lines;
}

std::vector<std::string> evidence_in_words(const Practice& practice, const Plan& plan) {
  std::vector<std::string> lines;
  for (const auto& step : plan.steps)
    for (const auto& why : step.why) {
      const auto line =
          say(practice, "cli.explain.evidence",
              {{"goal", sentence_case(say(practice, "goal." + std::string(word(why.goal)) + ".name"))},
               {"sentence", split(practice, why.text).sentence},
               {"grade", say(practice, "grade." + std::string(word(why.grade)) + ".name")}});
      if (std::find(lines.begin(), lines.end(), line) == lines.end()) lines.push_back(line);
    }
  return lines;
}

std::vector<std::string> left_out_in_words(const Practice& practice, const Plan& plan) {
  // One line for each technique and reason, with all its places; the hand only where it is not both.
  struct Line {
    TechniqueId technique;
    std::string because;
    std::vector<std::pair<std::string, PerHand<bool>>> places;
  };
  std::vector<Line> lines;
  for (const auto& each : plan.left_out) {
    auto line = std::find_if(lines.begin(), lines.end(), [&](const Line& other) {
      return other.technique == each.technique && other.because == each.because;
    });
    if (line == lines.end()) line = lines.insert(lines.end(), {each.technique, each.because, {}});
    const auto place = place_in_words(practice, each.zones);
    auto found = std::find_if(line->places.begin(), line->places.end(),
                              [&](const auto& p) { return p.first == place; });
    if (found == line->places.end()) found = line->places.insert(line->places.end(), {place, {}});
    found->second[each.hand] = true;
  }
  std::vector<std::string> texts;
  for (const auto& line : lines) {
    std::vector<std::string> places;
    for (const auto& [place, hands] : line.places) {
      const bool one = plan.request.wishes.hands.size() > 1 && hands.left != hands.right;
      const auto hand = one ? name_of(practice, hands.left ? Hand::left : Hand::right) : std::string();
      places.push_back(place + (one && !place.empty() ? ", " : "") + hand);
      if (places.back().empty()) places.pop_back();
    }
    texts.push_back(sentence_case(practice.say("technique." + practice.at(line.technique).id + ".name")) +
                    (places.empty() ? "" : ": " + joined(places, "; ")) + ". " + line.because);
  }
  return texts;
}

}  // namespace thenar::planning
