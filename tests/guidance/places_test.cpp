// What is said of a place is true of the step: every name in an announcement is looked up in the table of
// words the other way round, and what it means, less what is said to be left out, lies within the step's
// zones.
#include <gtest/gtest.h>

#include "guidance/scene.hpp"
#include "support/each_rule.hpp"
#include "support/random_checkin.hpp"

namespace thenar::guidance::test {
namespace {

/// Every name of a place, with the zones it stands for.
const std::map<std::string, ZoneSet>& names() {
  static const auto kNames = [] {
    std::map<std::string, ZoneSet> all;
    const auto& p = practice();
    ZoneSet whole;
    for (const auto& group : p.groups) {
      all[p.say("group." + group.id + ".name")] |= group.zones;
      for (const auto& part : group.parts) all[p.say("group." + group.id + ".part." + part.id)] |= part.zones;
      if (!group.of.empty()) whole |= group.zones;
    }
    for (const auto& place : p.places) all[p.say("place." + place.id + ".name")] |= place.zones;
    for (std::size_t i = 0; i < p.zones.size(); ++i)
      all[p.say("zone." + p.zones[i].id + ".name")].add(ZoneId{static_cast<std::int16_t>(i)});
    all["hand"] = p.at(p.ids.groups.find("HAND")).zones;
    all["hand and forearm"] = all["whole hand and forearm"] = whole;
    return all;
  }();
  return kNames;
}

/// The zones that a text names: at each place the longest name that fits.
ZoneSet named_in(const std::string& text) {
  ZoneSet zones;
  for (std::size_t at = 0; at < text.size();) {
    const auto is_letter = [&](std::size_t i) { return i < text.size() && std::isalpha(text[i]) != 0; };
    std::size_t longest = 0;
    const ZoneSet* found = nullptr;
    if (at == 0 || !is_letter(at - 1))
      for (const auto& [name, meant] : names())
        if (name.size() > longest && text.compare(at, name.size(), name) == 0 &&
            !is_letter(at + name.size())) {
          longest = name.size();
          found = &meant;
        }
    if (found != nullptr) zones |= *found;
    at += std::max<std::size_t>(longest, 1);
  }
  return zones;
}

/// What an announcement says is worked: what it names less what it leaves out.
ZoneSet said_of(const Cue& cue, const Step& step) {
  const auto& p = practice();
  std::string text = cue.parameters.at("where");
  std::string rest = cue.parameters.at("without");
  if (step.combo.valid()) {
    const auto& combo = p.at(step.combo);
    if (!rest.starts_with(" Only")) {
      ZoneSet zones = combo.zones.empty() ? p.at(combo.group).zones : combo.zones;
      return zones - named_in(rest);
    }
    const auto end = rest.find(" Leave out");
    text = rest.substr(0, end);
    rest = end == std::string::npos ? std::string() : rest.substr(end);
  }
  return named_in(text) - named_in(rest);
}

ZoneSet never_touched() {
  ZoneSet zones;
  for (std::size_t i = 0; i < practice().zones.size(); ++i)
    if (practice().zones[i].excluded) zones.add(ZoneId{static_cast<std::int16_t>(i)});
  return zones;
}

std::string ids_of(const ZoneSet& zones) {
  std::string text;
  zones.each([&](ZoneId id) { text += practice().at(id).id + " "; });
  return text;
}

/// True for the sentence that announces this step.
void expect_true(const Cue& cue, const Step& step) {
  if (!cue.key.starts_with("cue.step.") || !step.points.empty() || step.zones.empty()) return;
  const ZoneSet beyond = said_of(cue, step) - step.zones - never_touched();
  EXPECT_TRUE(beyond.empty()) << cue.text << "\nnames beyond the step: " << ids_of(beyond);
  EXPECT_TRUE(said_of(cue, step).intersects(step.zones)) << cue.text << "\nnames nothing of the step";
}

/// Lets a session run, with commands at random moments, and looks at each announcement when it is said.
void hear(const Request& request, thenar::test::Dice* dice) {
  const Plan plan = planning::compose(practice(), request);
  if (plan.steps.empty()) return;
  auto opened = Session::open(practice(), plan);
  ASSERT_TRUE(opened) << to_text(opened.error());
  Session session = std::move(*opened);
  const auto look = [&](const std::vector<Cue>& cues) {
    for (const Cue& cue : cues) {
      if (cue.cue != CueKind::say || !cue.key.starts_with("cue.step.")) continue;
      const State& state = session.state();
      const auto at = static_cast<std::size_t>(state.step);
      const Step& now = session.steps()[at];
      const bool next = state.elapsed_ms > 1000 * now.changeover_seconds && at + 1 < session.steps().size();
      expect_true(cue, session.steps()[at + (next ? 1 : 0)]);
    }
  };
  look(session.give({0, command(CommandKind::start)}));
  int until = dice != nullptr ? dice->between(20, 200) : -1;
  for (std::int64_t t = 1000; t < 3'600'000 && session.state().kind == StateKind::running; t += 1000) {
    look(session.advance(t));
    if (session.state().kind != StateKind::running || --until != 0) continue;
    Command c = command(dice->one_in(2) ? CommandKind::skip_zone : CommandKind::numb);
    if (c.command == CommandKind::skip_zone && dice->one_in(2))
      c.zone =
          ZoneId{static_cast<std::int16_t>(dice->between(0, static_cast<int>(practice().zones.size()) - 1))};
    look(session.give({t, c}));
    while (session.state().kind == StateKind::checking)
      look(session.give({t, answer(session.state().answers.front())}));
    until = dice->between(20, 200);
  }
}

TEST(PlacesInWords, NoAnnouncementNamesAPlaceThatThisPersonsStepLeavesOut) {
  for (std::uint64_t seed = 0; seed < 150; ++seed) {
    SCOPED_TRACE("request " + std::to_string(seed));
    hear(thenar::test::random_request(practice(), seed), nullptr);
    if (testing::Test::HasFailure()) return;
  }
}

TEST(PlacesInWords, NoRuleMakesAnAnnouncementNameAForbiddenPlace) {
  for (const auto& rule : thenar::test::all_rules()) {
    SCOPED_TRACE(rule);
    Request r = request(15, {{Goal::stiffness, 1.0}, {Goal::pain, 1.0}});
    thenar::test::say(practice(), rule, r.checkin);
    hear(r, nullptr);
  }
}

TEST(PlacesInWords, WhatIsLeftOutDuringASessionIsNotNamedAgain) {
  thenar::test::Dice dice(7);
  for (int round = 0; round < 60; ++round) {
    SCOPED_TRACE("round " + std::to_string(round));
    hear(request(dice.between(8, 25), {{dice.one_in(2) ? Goal::pain : Goal::stress, 1.0}}), &dice);
    if (testing::Test::HasFailure()) return;
  }
}

TEST(PlacesInWords, APalmThatIsLeftOutIsSaidToBeLeftOut) {
  Request r = request(10);
  thenar::test::say(practice(), "S14", r.checkin);
  Scene scene(r);
  scene.give(0, CommandKind::start);
  scene.run_out(0);
  const auto said = of_kind(scene.cues(), CueKind::say);
  EXPECT_TRUE(std::any_of(said.begin(), said.end(), [](const Cue& cue) {
    return cue.text.find("Leave out the palm with both mounds") != std::string::npos;
  }));
}

TEST(PointsInWords, APointWithANerveBelowItIsCircledLightlyAndNeverPressed) {
  Request r = request(10, {{Goal::sleep, 1.0}});
  r.wishes.chosen = {"HT7"};
  const Plan plan = planning::compose(practice(), r);
  bool found = false;
  for (const auto& step : plan.steps)
    for (PointId id : step.points) {
      if (!practice().at(id).moving) continue;
      found = true;
      EXPECT_FALSE(practice().at(step.technique).is_static);
      EXPECT_LE(step.level.value_or(0), 1);
      EXPECT_LE(step.seconds, 20);
    }
  EXPECT_TRUE(found);
  Scene scene(plan);
  scene.give(0, CommandKind::start);
  scene.run_out(0);
  for (const Cue& cue : of_kind(scene.cues(), CueKind::say)) {
    if (cue.text.find("Heart 7") == std::string::npos) continue;
    EXPECT_NE(cue.text.find("ircles"), std::string::npos) << cue.text;
    EXPECT_EQ(cue.text.find("Press"), std::string::npos) << cue.text;
  }
}

TEST(PartsInWords, AStretchIsNeverToldAsFirmAsKneading) {
  const Plan plan = planning::compose(practice(), request(20));
  int parts = 0;
  for (const auto& step : plan.steps)
    for (const auto& part : step.parts) {
      ASSERT_EQ(part.level.has_value(), step.level.has_value());
      if (!part.level) continue;
      EXPECT_LE(*part.level, *practice().at(part.technique).level_max);
      parts += *part.level < *step.level ? 1 : 0;
    }
  EXPECT_GT(parts, 0);
  Scene scene(plan);
  scene.give(0, CommandKind::start);
  scene.run_out(0);
  for (const Cue& cue : of_kind(scene.cues(), CueKind::say))
    if (cue.key == "cue.part.technique" && cue.text.find("stretching") != std::string::npos) {
      EXPECT_NE(cue.text.find("to the first pull"), std::string::npos) << cue.text;
    }
}

}  // namespace
}  // namespace thenar::guidance::test
