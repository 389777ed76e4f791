#include "speech.hpp"

#include <algorithm>
#include <cmath>

#include "thenar/base/text.hpp"
#include "thenar/planning/places.hpp"

namespace thenar::guidance {
namespace {

std::string join(const Practice& practice, const std::vector<std::string>& names) {
  return joined(names, practice.say("cue.and"));
}

/// What must be done before the strokes: the other hand, turning it, oil on or off.
std::string turn_words(const Practice& practice, const std::vector<Step>& steps, std::size_t position) {
  const Step& step = steps[position];
  std::vector<std::string> keys;
  const Step* before = position > 0 ? &steps[position - 1] : nullptr;
  const bool other_hand = before != nullptr && before->hand != step.hand;
  if (other_hand) keys.push_back("cue.hand." + std::string(word(step.hand)));
  if (step.side != Side::both) {
    Side turned = Side::both;
    for (std::size_t i = position; i-- > 0 && turned == Side::both;)
      if (steps[i].hand == step.hand) turned = steps[i].side;
    if (turned != step.side) keys.push_back("cue.side." + std::string(word(step.side)));
  }
  const auto slips = [&](MediumId medium) { return medium.valid() && practice.at(medium).slips; };
  if (before != nullptr && before->hand == step.hand && slips(before->medium) != slips(step.medium))
    keys.emplace_back(slips(step.medium) ? "cue.medium.on" : "cue.medium.off");
  std::string out;
  for (const auto& key : keys)
    out +=
        fill(practice.say(key),
             {{"medium", step.medium.valid() ? practice.say("medium." + practice.at(step.medium).id + ".name")
                                             : std::string()}}) +
        " ";
  return out;
}

/// A sentence that follows another one.
std::string and_then(const Practice& practice, const char* key, const std::string& where) {
  return " " + fill(practice.say(key), {{"where", where}});
}

/// Where a step works: the place, and the sentence about what is left out of it.
struct StepPlace {
  std::string where;
  std::string rest;
};
StepPlace place_of(const Practice& practice, const Plan& plan, const Step& step) {
  if (!step.points.empty()) return {where_words(practice, plan, step), {}};
  const auto where = planning::where_in_words(practice, plan.clearance, step.hand, step.zones);
  StepPlace place{join(practice, where.names), {}};
  if (!where.without.empty())
    place.rest = and_then(practice, "cue.place.without", join(practice, where.without));
  if (!step.combo.valid()) return place;
  // The name of a combo says where it is done: only what is less than that is said beside it.
  const Combo& combo = practice.at(step.combo);
  const ZoneSet& whole = combo.zones.empty() ? practice.at(combo.group).zones : combo.zones;
  if (step.zones.contains(whole)) return {place.where, {}};
  if (where.names != planning::where_in_words(practice, plan.clearance, step.hand, whole).names)
    place.rest = and_then(practice, "cue.place.only", place.where) + place.rest;
  return place;
}

/// Where a step begins that goes from one part of its group to the next.
std::string first_words(const Practice& practice, const Step& step) {
  if (!step.group.valid() || step.parts.size() < 2 || step.parts.front().zones == step.parts.back().zones)
    return {};
  const std::string part = "group." + practice.at(step.group).id + ".part." + step.parts.front().id;
  return practice.words.contains(part) ? and_then(practice, "cue.place.first", practice.say(part))
                                       : std::string();
}

/// Which sentence announces a step.
std::string kind_of(const Practice& practice, const Step& step) {
  const TechniqueKind kind = practice.at(step.technique).kind;
  if (step.combo.valid()) return step.level ? "combo" : "combo_free";
  if (kind == TechniqueKind::breath) return "breath";
  if (kind == TechniqueKind::active) return "active";
  const auto moving = [&](PointId id) {
    return practice.at(id).moving && practice.at(id).kind == PointKind::acupoint;
  };
  if (!step.points.empty() && std::all_of(step.points.begin(), step.points.end(), moving)) return "circles";
  return step.level ? "touch" : "free";
}

/// A programme's remark speaks of its whole step: it is not said where less than anybody gets is worked.
bool may_remark(const Practice& practice, const ProgrammeStep& own, const Step& step) {
  if (!step.points.empty()) return true;
  ZoneSet whole = own.zones;
  own.groups.each([&](GroupId id) { whole |= practice.at(id).zones; });
  bool all = true;
  whole.each([&](ZoneId id) {
    const auto& off = practice.at(id).techniques_off;
    const bool never =
        practice.at(id).excluded || std::find(off.begin(), off.end(), step.technique) != off.end();
    all = all && (never || step.zones.has(id));
  });
  return all;
}

}  // namespace

const ProgrammeStep* programme_step(const Practice& practice, const Plan& plan, const Step& step) {
  const ProgrammeId programme = plan.request.wishes.programme;
  if (!programme.valid() || step.programme_step < 0) return nullptr;
  const auto& steps = practice.at(programme).steps;
  const auto position = static_cast<std::size_t>(step.programme_step);
  return position < steps.size() ? &steps[position] : nullptr;
}

Sentence sentence(const Practice& practice, std::string key, std::map<std::string, std::string> parameters) {
  std::string text = fill(practice.say(key), parameters);
  return {std::move(key), std::move(parameters), std::move(text)};
}

std::int64_t speech_ms(const Practice& practice, std::string_view text) {
  const auto characters = std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
  return static_cast<std::int64_t>(
      std::ceil(static_cast<double>(characters) * 1000 / practice.guidance.speech_chars_per_second));
}

std::string where_words(const Practice& practice, const ZoneSet& zones) {
  return join(practice, planning::places_in_words(practice, zones));
}

std::string where_words(const Practice& practice, const Plan& plan, const Step& step) {
  std::vector<std::string> names;
  for (PointId id : step.points) names.push_back(practice.say("point." + practice.at(id).id + ".name"));
  if (!names.empty()) return join(practice, names);
  const auto where = planning::where_in_words(practice, plan.clearance, step.hand, step.zones);
  if (where.without.empty()) return join(practice, where.names);
  return fill(practice.say("place.partly.without"),
              {{"where", join(practice, where.names)}, {"without", join(practice, where.without)}});
}

std::string duration_words(const Practice& practice, int seconds) {
  const int minutes = seconds / 60;
  const int over = seconds % 60;
  const std::string rest = fill(practice.say(over == 1 ? "cue.duration.second" : "cue.duration.seconds"),
                                {{"seconds", std::to_string(over)}});
  if (minutes == 0) return rest;
  const std::string key = minutes == 1 ? "cue.duration.minute" : "cue.duration.minutes";
  return fill(practice.say(key + (over == 30 ? "_half"
                                  : over > 0 ? "_seconds"
                                             : "")),
              {{"minutes", std::to_string(minutes)}, {"rest", rest}});
}

std::string level_words(const Practice& practice, TechniqueId technique, int level) {
  const std::string own = "technique." + practice.at(technique).id + ".level." + std::to_string(level);
  return practice.say(practice.words.contains(own) ? own : "level." + std::to_string(level) + ".how");
}

std::vector<Sentence> announcements(const Practice& practice, const Plan& plan,
                                    const std::vector<Step>& steps, std::size_t position) {
  const Step& step = steps[position];
  const StepPlace place = place_of(practice, plan, step);
  std::map<std::string, std::string> parameters{
      {"turn", turn_words(practice, steps, position)},
      {"verb", practice.say("technique." + practice.at(step.technique).id + ".verb")},
      {"where", place.where},
      {"without", place.rest},
      {"first", first_words(practice, step)},
      {"with",
       step.tool.valid() ? practice.say("tool." + practice.at(step.tool).id + ".with") : std::string()},
      {"duration", duration_words(practice, step.seconds)}};
  const std::string kind = kind_of(practice, step);
  if (step.combo.valid()) {
    parameters["verb"] = practice.say("combo." + practice.at(step.combo).id + ".name");
    parameters["with"] = sentence_case(parameters["with"]);
  }
  std::vector<Sentence> out;
  if (step.level) parameters["level"] = level_words(practice, step.technique, *step.level);
  out.push_back(sentence(practice, "cue.step.full." + kind, parameters));
  if (step.level) parameters["level"] = practice.say("level." + std::to_string(*step.level) + ".name");
  out.push_back(sentence(practice, "cue.step.short." + kind, parameters));
  out.push_back(sentence(practice, "cue.step.name." + kind, parameters));
  const ProgrammeStep* own = programme_step(practice, plan, step);
  if (own != nullptr && !own->cue.empty() && may_remark(practice, *own, step)) {
    Sentence with_remark = out.front();
    with_remark.text += " " + practice.say(own->cue);
    out.insert(out.begin(), std::move(with_remark));
  }
  return out;
}

Sentence part_announcement(const Practice& practice, const Step& step, std::size_t part) {
  if (part == 0 || part >= step.parts.size()) return {};
  const StepPart& now = step.parts[part];
  const StepPart& before = step.parts[part - 1];
  const std::string composite = "technique." + practice.at(now.technique).id + ".part." + now.id;
  if (practice.words.contains(composite)) return sentence(practice, composite);
  if (now.zones == before.zones) {
    if (now.technique == before.technique) return {};
    std::map<std::string, std::string> parameters{
        {"name", practice.say("technique." + practice.at(now.technique).id + ".name")}};
    if (!now.level || now.level == before.level)
      return sentence(practice, "cue.part.technique_free", std::move(parameters));
    parameters["level"] = level_words(practice, now.technique, *now.level);
    return sentence(practice, "cue.part.technique", std::move(parameters));
  }
  std::string place = "point." + now.id + ".name";
  if (step.points.empty() && step.group.valid())
    place = "group." + practice.at(step.group).id + ".part." + now.id;
  if (!practice.words.contains(place)) return sentence(practice, "cue.part.next");
  return sentence(practice, "cue.part.place", {{"where", practice.say(place)}});
}

}  // namespace thenar::guidance
