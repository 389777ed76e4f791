#include "cli/explain.hpp"

#include <algorithm>

#include "cli/page.hpp"
#include "thenar/base/text.hpp"

namespace thenar::cli {
namespace {

using Gaps = std::map<std::string, std::string>;

/// Says one plan. Holds what all its sentences need.
class Teller {
 public:
  Teller(const Practice& practice, const Plan& plan) : practice_(practice), plan_(plan) {}

  std::string beginning() const;
  std::string steps() const;
  std::string evidence() const;
  std::string left_out() const;
  std::string list(const std::string& heading_key, const std::vector<std::string>& items) const;

 private:
  std::string say(const std::string& key, const Gaps& gaps = {}) const {
    return fill(practice_.say(key), gaps);
  }
  std::string heading(const std::string& key) const;
  std::string name_of(const Step& step) const;
  std::string where(const Step& step) const;
  std::string parts(const Step& step) const;
  std::string part_name(const Step& step, const StepPart& part) const;
  std::string step_in_words(const Step& step) const;
  std::string run_heading(const Step& first, int starts_at) const;
  std::string wishes() const;

  const Practice& practice_;
  const Plan& plan_;
};

std::string Teller::heading(const std::string& key) const {
  const auto text = say(key);
  return "\n" + text + "\n" + std::string(static_cast<std::size_t>(width_of(text)), '-') + "\n";
}

std::string Teller::wishes() const {
  std::vector<std::string> goals;
  for (const auto& [goal, weight] : plan_.request.wishes.goals)
    if (weight > 0) goals.push_back(say("goal." + std::string(word(goal)) + ".wish"));
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
  for (const auto& step : plan_.steps) seconds[step.hand] += step.seconds + step.changeover_seconds;
  std::vector<std::string> hands;
  for (const Hand hand : kHands)
    if (seconds[hand] > 0)
      hands.push_back(say("hand." + std::string(word(hand))) + " " + duration(seconds[hand]));

  auto out =
      title + "\n" + std::string(static_cast<std::size_t>(std::min(width_of(title), kPageWidth)), '=') + "\n";
  out += wrapped(sentence_case(joined(hands)) + ". " +
                 sentence_case(say("position." + std::string(word(wished.position)) + ".name")) + ". " +
                 (wished.medium.valid()
                      ? say("cli.explain.medium",
                            {{"medium", say("medium." + practice_.at(wished.medium).id + ".name")}})
                      : ""));
  return out + wrapped(review_in_words(practice_));
}

std::string Teller::where(const Step& step) const {
  if (!step.points.empty()) {
    std::vector<std::string> names;
    for (const auto point : step.points)
      names.push_back(say("point." + practice_.at(point).id + ".name") + " (" + practice_.at(point).id + ")");
    return joined(names);
  }
  if (step.group.valid()) {
    // Named by its group only where it works all of it; otherwise by what is left of it.
    const auto& group = practice_.at(step.group);
    if (step.zones.contains(group.zones)) return say("group." + group.id + ".name");
  }
  return place_in_words(practice_, step.zones);
}

std::string Teller::name_of(const Step& step) const {
  if (step.combo.valid()) return say("combo." + practice_.at(step.combo).id + ".name");
  return say("technique." + practice_.at(step.technique).id + ".name");
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

/// "index finger 15 s, middle finger 15 s"; parts of the same name and length side by side count once.
std::string Teller::parts(const Step& step) const {
  std::vector<std::string> names;
  for (const auto& part : step.parts) {
    auto name = part_name(step, part);
    if (name.ends_with('.')) name.pop_back();
    names.push_back(name + " " + duration(part.seconds));
  }
  return names.size() < 2 ? std::string() : joined(names, ", ");
}

std::string Teller::step_in_words(const Step& step) const {
  const std::string indent(6, ' ');
  const auto number = std::to_string(step.index + 1);
  const auto label = std::string(number.size() < 2 ? 2 : 1, ' ') + number + ".  ";
  const auto place = where(step);
  auto out = wrapped(
      sentence_case(name_of(step)) + (place.empty() ? "" : ": " + place) + ", " + duration(step.seconds),
      padded(label, 6), indent);
  if (const auto list = parts(step); !list.empty()) out += wrapped(sentence_case(list) + ".", indent, indent);

  std::string how = say("technique." + practice_.at(step.technique).id + ".how");
  if (step.combo.valid()) how.clear();
  std::vector<std::string> hard;
  if (step.level) {
    const auto level = "level." + std::to_string(*step.level);
    hard.push_back(say("cli.explain.level", {{"name", say(level + ".name")}, {"how", say(level + ".how")}}));
  }
  if (step.tool.valid()) {
    const auto key = "tool." + practice_.at(step.tool).id + ".with";
    hard.push_back(practice_.words.contains(key) ? say(key)
                                                 : say("tool." + practice_.at(step.tool).id + ".name"));
  }
  if (!hard.empty()) how += (how.empty() ? "" : " ") + sentence_case(joined(hard, ", ")) + ".";
  if (!how.empty()) out += wrapped(how, indent, indent);
  if (step.programme_step >= 0 && plan_.request.wishes.programme.valid()) {
    const auto& steps = practice_.at(plan_.request.wishes.programme).steps;
    const auto index = static_cast<std::size_t>(step.programme_step);
    if (index < steps.size() && !steps[index].cue.empty())
      out += wrapped(say(steps[index].cue), indent, indent);
  }
  if (!step.why.empty()) {
    std::vector<std::string> goals;
    for (const auto& why : step.why) goals.push_back(say("goal." + std::string(word(why.goal)) + ".wish"));
    out += wrapped(say("cli.explain.why", {{"wishes", joined(goals)}}), indent, indent);
  }
  return out;
}

std::string Teller::run_heading(const Step& first, int starts_at) const {
  const bool self = plan_.request.checkin.mode == Mode::self;
  const bool gives = first.tool.valid() && practice_.at(first.tool).needs_giver;
  auto text = sentence_case(say("hand." + std::string(word(first.hand))));
  if (self && gives)
    text += ", " + say("cli.explain.gives", {{"hand", say("hand." + std::string(word(other(first.hand))))}});
  return "\n" + padded(text, kPageWidth - 16) + say("cli.explain.from", {{"time", clock_time(starts_at)}}) +
         "\n";
}

std::string Teller::steps() const {
  std::string out = heading("cli.explain.steps");
  int at = 0;
  for (std::size_t i = 0; i < plan_.steps.size(); ++i) {
    const auto& step = plan_.steps[i];
    if (i == 0 || plan_.steps[i - 1].hand != step.hand) out += run_heading(step, at);
    out += step_in_words(step);
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
                             {"sentence", why.text},
                             {"grade", say("grade." + std::string(word(why.grade)) + ".name")}});
      if (std::find(lines.begin(), lines.end(), line) == lines.end()) lines.push_back(line);
    }
  return list("cli.explain.known", lines);
}

std::string Teller::left_out() const {
  // What was left out for the same reason on the same hands stands in one line.
  std::vector<std::pair<std::string, std::vector<std::string>>> by_reason;
  for (const auto& each : plan_.left_out) {
    const auto place = place_in_words(practice_, each.zones);
    const auto what =
        say("technique." + practice_.at(each.technique).id + ".name") + (place.empty() ? "" : ", " + place) +
        (plan_.request.wishes.hands.size() > 1 ? " (" + std::string(word(each.hand)) + ")" : "");
    auto found = std::find_if(by_reason.begin(), by_reason.end(),
                              [&](const auto& r) { return r.first == each.because; });
    if (found == by_reason.end()) found = by_reason.insert(by_reason.end(), {each.because, {}});
    found->second.push_back(what);
  }
  std::vector<std::string> lines;
  for (const auto& [because, things] : by_reason)
    lines.push_back(sentence_case(joined(things, "; ")) + ". " + because);
  return list("cli.explain.left_out", lines);
}

std::string Teller::list(const std::string& heading_key, const std::vector<std::string>& items) const {
  return items.empty() ? std::string() : heading(heading_key) + checklist_in_words(items);
}

}  // namespace

std::string place_in_words(const Practice& practice, const ZoneSet& zones) {
  GroupSet touched;
  for (std::size_t i = 0; i < practice.groups.size(); ++i) {
    const auto& group = practice.groups[i];
    if (group.of.empty() && group.zones.intersects(zones)) touched.add(GroupId{static_cast<std::int16_t>(i)});
  }
  // Whole-hand groups stand for all they are made of.
  std::vector<std::string> names;
  for (const auto& group : practice.groups) {
    if (group.of.empty() || !touched.contains(group.of)) continue;
    names.push_back(practice.say("group." + group.id + ".name"));
    touched -= group.of;
  }
  touched.each([&](GroupId id) {
    const auto& group = practice.at(id);
    for (const auto& part : group.parts)
      if (!zones.contains(group.zones) && zones.intersects(part.zones))
        names.push_back(practice.say("group." + group.id + ".part." + part.id));
    if (group.parts.empty() || zones.contains(group.zones))
      names.push_back(practice.say("group." + group.id + ".name"));
  });
  if (!names.empty()) return joined(names);
  zones.each([&](ZoneId zone) { names.push_back(practice.say("zone." + practice.at(zone).id + ".name")); });
  return joined(names);
}

std::string plan_in_words(const Practice& practice, const Plan& plan, const EmergencyCall& call) {
  if (plan.steps.empty()) {
    auto refused = plan.clearance;
    refused.verdict = plan.verdict;
    refused.advice = plan.advice;
    return refusal_in_words(practice, refused, call);
  }
  const Teller teller(practice, plan);
  return teller.beginning() + clearance_in_words(practice, plan.clearance, call) +
         teller.list("cli.explain.before", plan.preparation) + teller.steps() + teller.evidence() +
         teller.left_out() + teller.list("cli.explain.shorter", plan.shortened_because) +
         teller.list("cli.explain.after", plan.aftercare);
}

}  // namespace thenar::cli
