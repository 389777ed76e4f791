#include "cli/explain.hpp"

#include <algorithm>
#include <array>

#include "cli/page.hpp"
#include "thenar/base/text.hpp"
#include "thenar/planning/places.hpp"
#include "thenar/planning/planning.hpp"

namespace thenar::cli {
namespace {

using Gaps = std::map<std::string, std::string>;
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

/// Says one plan, from its beginning to its end. What was told once is not told again.
class Teller {
 public:
  Teller(const Practice& practice, const Plan& plan) : practice_(practice), plan_(plan) {}

  std::string beginning() const;
  /// In full, or each in a line.
  std::string steps(bool in_full);
  std::string evidence() const;
  std::string left_out() const;
  std::string list(const std::string& heading_key, const std::vector<std::string>& items) const;

 private:
  std::string say(const std::string& key, const Gaps& gaps = {}) const {
    return fill(practice_.say(key), gaps);
  }
  std::string name(TechniqueId id) const { return say("technique." + practice_.at(id).id + ".name"); }
  std::string name(Hand hand) const { return say("hand." + std::string(word(hand))); }
  std::string wish(Goal goal) const { return say("goal." + std::string(word(goal)) + ".wish"); }
  std::string heading(const std::string& key) const;
  std::string wishes() const;
  std::string part_name(const Step& step, const StepPart& part) const;
  std::string parts(const Step& step) const;
  std::string how(const Step& step);
  std::string level(TechniqueId technique, int level);
  std::string how_hard(const Step& step);
  std::string reasons(const Step& step) const;
  std::string step_line(const Step& step) const;
  std::string step_in_words(const Step& step);
  std::string run_heading(const Step& first, int starts_at) const;

  const Practice& practice_;
  const Plan& plan_;
  TechniqueSet told_techniques_;
  std::array<bool, kMaxLevel + 1> told_levels_{};
};

std::string Teller::heading(const std::string& key) const {
  const auto text = say(key);
  return "\n" + text + "\n" + std::string(static_cast<std::size_t>(width_of(text)), '-') + "\n";
}

std::string Teller::wishes() const {
  std::vector<std::string> goals;
  for (const auto& [goal, weight] : plan_.request.wishes.goals)
    if (weight > 0) goals.push_back(wish(goal));
  return goals.empty() ? say("cli.explain.any_wish") : joined(goals);
}

std::string Teller::beginning() const {
  const auto& wished = plan_.request.wishes;
  const auto length = duration(plan_.total_seconds);
  const auto title = wished.programme.valid()
                         ? say("cli.explain.programme",
                               {{"name", say("programme." + practice_.at(wished.programme).id + ".name")},
                                {"duration", length}})
                         : say("cli.explain.title", {{"duration", length}, {"wishes", wishes()}});
  PerHand<int> seconds;
  int changing = 0;  // a programme has it inside its seconds
  for (const auto& step : plan_.steps) seconds[step.hand] += step.seconds + step.changeover_seconds;
  for (const auto at : planning::hand_changes(practice_, plan_.steps)) {
    if (plan_.steps[at].programme_step >= 0) continue;
    changing += practice_.planning.hand_change_seconds;
    seconds[plan_.steps[at].hand] -= practice_.planning.hand_change_seconds;
  }
  std::vector<std::string> hands;
  for (const Hand hand : kHands)
    if (seconds[hand] > 0) hands.push_back(name(hand) + " " + duration(seconds[hand]));
  if (changing > 0) hands.push_back(say("cli.explain.changing", {{"duration", duration(changing)}}));
  const auto width = static_cast<std::size_t>(std::min(width_of(title), page_width()));
  auto out = wrapped(title) + std::string(width, '=') + "\n";
  out += wrapped(sentence_case(joined(hands)) + ". " +
                 sentence_case(say("position." + std::string(word(wished.position)) + ".name")) + ". " +
                 (wished.medium.valid()
                      ? say("cli.explain.medium",
                            {{"medium", say("medium." + practice_.at(wished.medium).id + ".name")}})
                      : ""));
  return out + wrapped(review_in_words(practice_));
}

std::string Teller::part_name(const Step& step, const StepPart& part) const {
  const auto& composite = practice_.at(step.technique).composite;
  const auto in_composite = [&](const CompositePart& each) { return each.id == part.id; };
  if (std::any_of(composite.begin(), composite.end(), in_composite))
    return say("technique." + practice_.at(step.technique).id + ".part." + part.id);
  for (const auto& group : practice_.groups)
    for (const auto& each : group.parts)
      if (each.id == part.id) return say("group." + group.id + ".part." + part.id);
  return say("technique." + practice_.at(part.technique).id + ".name");
}

/// "Index finger, middle finger 15 s each, ring finger 20 s." What is done to one finger counts together: the
/// step's name says what that is.
std::string Teller::parts(const Step& step) const {
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
    const auto each = names.size() > 1 ? " " + say("cli.explain.each") : "";
    runs.push_back(joined(names) + " " + duration(places[from].second) + each);
  }
  return sentence_case(joined(runs, ", ")) + ".";
}

/// The movement of each technique, the first time it comes.
std::string Teller::how(const Step& step) {
  std::vector<TechniqueId> techniques{step.technique};
  for (const auto& part : step.parts) techniques.push_back(part.technique);
  std::string text;
  for (const auto id : techniques) {
    if (told_techniques_.has(id)) continue;
    told_techniques_.add(id);
    text += (text.empty() ? "" : " ") + say("technique." + practice_.at(id).id + ".how");
  }
  return text;
}

/// "Firm, as if kneading dough": the comparison only the first time; what a technique says itself always.
std::string Teller::level(TechniqueId technique, int level) {
  const auto key = "level." + std::to_string(level);
  const auto own = "technique." + practice_.at(technique).id + "." + key;
  if (practice_.words.contains(own)) return say(own);
  auto& told = told_levels_.at(static_cast<std::size_t>(level));
  const auto text = say(key + ".name") + (told ? "" : ", " + say(key + ".how"));
  told = true;
  return text;
}

/// "Firm, as if kneading dough, with the heel of your palm. Stretching: light: to the first pull."
std::string Teller::how_hard(const Step& step) {
  std::vector<std::string> words;
  // What a technique says of its pressure is a sentence of its own, after the tool.
  const auto pressure = step.level ? level(step.technique, *step.level) : std::string();
  const bool own = pressure.find(':') != std::string::npos;
  if (!pressure.empty() && !own) words.push_back(pressure);
  if (step.tool.valid()) {
    const auto tool = "tool." + practice_.at(step.tool).id;
    words.push_back(say(practice_.words.contains(tool + ".with") ? tool + ".with" : tool + ".name"));
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
std::string Teller::reasons(const Step& step) const {
  std::vector<std::string> goals;
  std::string text;
  // A marked place is no reason for what is done to the whole hand anyway.
  const bool whole = step.group.valid() && !practice_.at(step.group).of.empty();
  for (const auto& why : step.why) {
    goals.push_back(wish(why.goal));
    const auto remark = whole ? std::string() : split(practice_, why.text).remark;
    if (!remark.empty() && text.find(remark) == std::string::npos) text += (text.empty() ? "" : " ") + remark;
  }
  if (goals.empty() || goals.size() == plan_.request.wishes.goals.size()) return text;
  return text + (text.empty() ? "" : " ") + say("cli.explain.why", {{"wishes", joined(goals)}});
}

/// "  3.  Kneading: thumb mound, 40 s"
std::string Teller::step_line(const Step& step) const {
  const auto number = std::to_string(step.index + 1);
  const auto label = std::string(number.size() < 2 ? 2 : 1, ' ') + number + ".  ";
  const auto place = place_in_words(practice_, plan_.clearance, step);
  const auto what =
      step.combo.valid() ? say("combo." + practice_.at(step.combo).id + ".name") : name(step.technique);
  return wrapped(sentence_case(what) + (place.empty() ? "" : ": " + place) + ", " + duration(step.seconds),
                 padded(label, 6), std::string(6, ' '));
}

std::string Teller::step_in_words(const Step& step) {
  std::string cue;
  if (step.programme_step >= 0 && plan_.request.wishes.programme.valid()) {
    const auto& steps = practice_.at(plan_.request.wishes.programme).steps;
    const auto index = static_cast<std::size_t>(step.programme_step);
    if (index < steps.size() && !steps[index].cue.empty()) cue = say(steps[index].cue);
  }
  const std::string indent(6, ' ');
  const auto movement = how(step);
  const auto hard = how_hard(step);
  auto out = step_line(step);
  for (const auto& line :
       {parts(step), movement + (movement.empty() || hard.empty() ? "" : " ") + hard, cue, reasons(step)})
    if (!line.empty()) out += wrapped(line, indent, indent);
  return out;
}

std::string Teller::run_heading(const Step& first, int starts_at) const {
  const bool self = plan_.request.checkin.mode == Mode::self;
  const bool gives = first.tool.valid() && practice_.at(first.tool).needs_giver;
  auto text = sentence_case(name(first.hand));
  if (self && gives) text += ", " + say("cli.explain.gives", {{"hand", name(other(first.hand))}});
  return "\n" + padded(text + "  ", page_width() - 16) +
         say("cli.explain.from", {{"time", clock_time(starts_at)}}) + "\n";
}

std::string Teller::steps(bool in_full) {
  std::string out = heading("cli.explain.steps");
  int at = 0;
  for (std::size_t i = 0; i < plan_.steps.size(); ++i) {
    const auto& step = plan_.steps[i];
    if (i == 0 || plan_.steps[i - 1].hand != step.hand) out += run_heading(step, at);
    out += in_full ? step_in_words(step) : step_line(step);
    at += step.seconds + step.changeover_seconds;
  }
  return out;
}

std::string Teller::evidence() const {
  std::vector<std::string> lines;
  for (const auto& step : plan_.steps)
    for (const auto& why : step.why) {
      const auto line = say("cli.explain.evidence",
                            {{"goal", sentence_case(say("goal." + std::string(word(why.goal)) + ".name"))},
                             {"sentence", split(practice_, why.text).sentence},
                             {"grade", say("grade." + std::string(word(why.grade)) + ".name")}});
      if (std::find(lines.begin(), lines.end(), line) == lines.end()) lines.push_back(line);
    }
  return list("cli.explain.known", lines);
}

std::string Teller::left_out() const {
  // One line for each technique and reason, with all its places; the hand only where it is not both.
  struct Line {
    TechniqueId technique;
    std::string because;
    std::vector<std::pair<std::string, PerHand<bool>>> places;
  };
  std::vector<Line> lines;
  for (const auto& each : plan_.left_out) {
    auto line = std::find_if(lines.begin(), lines.end(), [&](const Line& other) {
      return other.technique == each.technique && other.because == each.because;
    });
    if (line == lines.end()) line = lines.insert(lines.end(), {each.technique, each.because, {}});
    const auto place = place_in_words(practice_, each.zones);
    auto found = std::find_if(line->places.begin(), line->places.end(),
                              [&](const auto& p) { return p.first == place; });
    if (found == line->places.end()) found = line->places.insert(line->places.end(), {place, {}});
    found->second[each.hand] = true;
  }
  std::vector<std::string> texts;
  for (const auto& line : lines) {
    std::vector<std::string> places;
    for (const auto& [place, hands] : line.places) {
      const bool one = plan_.request.wishes.hands.size() > 1 && hands.left != hands.right;
      const auto hand = one ? name(hands.left ? Hand::left : Hand::right) : std::string();
      places.push_back(place + (one && !place.empty() ? ", " : "") + hand);
      if (places.back().empty()) places.pop_back();
    }
    texts.push_back(sentence_case(name(line.technique)) +
                    (places.empty() ? "" : ": " + joined(places, "; ")) + ". " + line.because);
  }
  return list("cli.explain.left_out", texts);
}

std::string Teller::list(const std::string& heading_key, const std::vector<std::string>& items) const {
  return items.empty() ? std::string() : heading(heading_key) + checklist_in_words(items);
}

}  // namespace

std::string place_in_words(const Practice& practice, const ZoneSet& zones) {
  return joined(planning::places_in_words(practice, zones));
}

std::string place_in_words(const Practice& practice, const Clearance& clearance, const Step& step) {
  std::vector<std::string> points;
  for (const auto point : step.points)
    points.push_back(practice.say("point." + practice.at(point).id + ".name"));
  if (!points.empty()) return joined(points);
  const auto where = planning::where_in_words(practice, clearance, step.hand, step.zones);
  if (where.without.empty()) return joined(where.names);
  return fill(practice.say("place.partly.without"),
              {{"where", joined(where.names)}, {"without", joined(where.without)}});
}

std::string plan_in_words(const Practice& practice, const Plan& plan, const EmergencyCall& call) {
  if (plan.steps.empty()) {
    auto refused = plan.clearance;
    refused.verdict = plan.verdict;
    refused.advice = plan.advice;
    return refusal_in_words(practice, refused, call);
  }
  Teller teller(practice, plan);
  return teller.beginning() + clearance_in_words(practice, plan.clearance, call) +
         teller.list("cli.explain.before", plan.preparation) + teller.steps(true) + teller.evidence() +
         teller.left_out() + teller.list("cli.explain.shorter", plan.shortened_because) +
         teller.list("cli.explain.after", plan.aftercare);
}

std::string plan_in_short(const Practice& practice, const Plan& plan, const EmergencyCall& call) {
  Teller teller(practice, plan);
  return teller.beginning() + clearance_in_words(practice, plan.clearance, call) + teller.steps(false) +
         teller.list("cli.explain.shorter", plan.shortened_because);
}

}  // namespace thenar::cli
