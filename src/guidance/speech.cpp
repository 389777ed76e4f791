#include "speech.hpp"

#include <algorithm>
#include <cmath>

#include "thenar/base/text.hpp"

namespace thenar::guidance {
namespace {

std::string join(const Practice& practice, const std::vector<std::string>& names) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) out += i + 1 == names.size() ? practice.say("cue.and") : ", ";
    out += names[i];
  }
  return out;
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
  std::vector<std::string> names;
  zones.each([&](ZoneId id) { names.push_back(practice.say("zone." + practice.at(id).id + ".name")); });
  return join(practice, names);
}

std::string where_words(const Practice& practice, const Plan& plan, const Step& step) {
  std::vector<std::string> names;
  if (practice.at(step.technique).kind == TechniqueKind::presses)
    for (PointId id : step.points) names.push_back(practice.say("point." + practice.at(id).id + ".name"));
  if (!names.empty()) return join(practice, names);
  if (step.group.valid()) return practice.say("group." + practice.at(step.group).id + ".name");
  if (const ProgrammeStep* own = programme_step(practice, plan, step)) {
    ZoneSet covered;
    own->groups.each([&](GroupId id) {
      if (!practice.at(id).zones.intersects(step.zones)) return;
      names.push_back(practice.say("group." + practice.at(id).id + ".name"));
      covered |= practice.at(id).zones;
    });
    ((own->zones & step.zones) - covered).each([&](ZoneId id) {
      names.push_back(practice.say("zone." + practice.at(id).id + ".name"));
    });
    if (!names.empty()) return join(practice, names);
  }
  return practice.say("region." + practice.at(step.region).id + ".name");
}

std::string duration_words(const Practice& practice, int seconds) {
  const int minutes = seconds / 60;
  const int rest = seconds % 60;
  std::string key = "cue.duration.seconds";
  if (minutes > 0)
    key = std::string("cue.duration.") + (minutes == 1 ? "minute" : "minutes") + (rest > 0 ? "_seconds" : "");
  return fill(practice.say(key), {{"minutes", std::to_string(minutes)}, {"seconds", std::to_string(rest)}});
}

std::vector<Sentence> announcements(const Practice& practice, const Plan& plan,
                                    const std::vector<Step>& steps, std::size_t position) {
  const Step& step = steps[position];
  const Technique& technique = practice.at(step.technique);
  std::map<std::string, std::string> parameters{
      {"turn", turn_words(practice, steps, position)},
      {"verb", practice.say("technique." + technique.id + ".verb")},
      {"where", where_words(practice, plan, step)},
      {"with",
       step.tool.valid() ? practice.say("tool." + practice.at(step.tool).id + ".with") : std::string()},
      {"duration", duration_words(practice, step.seconds)}};
  const auto level_words = [&](const char* which) {
    return step.level ? practice.say("level." + std::to_string(*step.level) + which) : std::string();
  };
  std::string kind = step.level ? "touch" : "free";
  if (technique.kind == TechniqueKind::breath) kind = "breath";
  if (technique.kind == TechniqueKind::active) kind = "active";
  if (technique.kind == TechniqueKind::presses) kind = "point";
  if (step.combo.valid()) {
    kind = step.level ? "combo" : "combo_free";
    parameters["verb"] = practice.say("combo." + practice.at(step.combo).id + ".name");
  }
  std::vector<Sentence> out;
  parameters["level"] = level_words(".how");
  out.push_back(sentence(practice, "cue.step.full." + kind, parameters));
  parameters["level"] = level_words(".name");
  out.push_back(sentence(practice, "cue.step.short." + kind, parameters));
  out.push_back(sentence(practice, "cue.step.name." + kind, parameters));
  const ProgrammeStep* own = programme_step(practice, plan, step);
  if (own != nullptr && !own->cue.empty()) {
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
    return sentence(practice, "cue.part.technique",
                    {{"name", practice.say("technique." + practice.at(now.technique).id + ".name")}});
  }
  if (step.group.valid()) {
    const std::string place = "group." + practice.at(step.group).id + ".part." + now.id;
    if (practice.words.contains(place))
      return sentence(practice, "cue.part.place", {{"where", practice.say(place)}});
  }
  return sentence(practice, step.points.size() > 1 ? "cue.part.point" : "cue.part.next");
}

}  // namespace thenar::guidance
