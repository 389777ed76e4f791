// The words beside the stroke bar and of what comes next.
#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <vector>

#include "cli/session/view.hpp"
#include "guidance/scene.hpp"

namespace thenar::cli::live {
namespace {

using guidance::test::practice;
using Names = std::array<std::string, 3>;

/// The view within the first of some steps.
View view_of(const std::vector<Step>& steps, const std::optional<Stroke>& stroke) {
  guidance::State state;
  state.kind = guidance::StateKind::running;
  state.step = 0;
  return make_view(practice(), {}, steps, state, stroke, {});
}

Step step_of(const std::string& technique) {
  Step step;
  step.technique = practice().ids.techniques.find(technique);
  step.seconds = 60;
  return step;
}

/// The words of the bar in a step of one technique, with strokes of four seconds.
Names names_of(const std::string& technique) {
  Stroke stroke;
  stroke.period_ms = 4000;
  const auto view = view_of({step_of(technique)}, stroke);
  return view.stroke ? view.stroke->names : Names{};
}

TEST(SessionView, TheStrokeBarSaysWhatTheHandDoesInEachTechnique) {
  const std::map<std::string, Names> expected{{"HOLD", {"hold", "", ""}},
                                              {"EFFL", {"press", "glide", "release"}},
                                              {"KNEAD", {"press", "glide", "release"}},
                                              {"PRESS", {"press", "hold", "let go"}},
                                              {"STRETCH", {"to the pull", "hold", "let go"}},
                                              {"MOBIL", {"move", "", ""}},
                                              {"AROM", {"move", "", ""}},
                                              {"LYMPH", {"press", "", "let go"}},
                                              {"TAP", {"press", "", "let go"}}};
  for (const auto& [id, names] : expected) EXPECT_EQ(names_of(id), names) << id;
}

TEST(SessionView, TheStrokeBarHasNoWordForAPhaseThatATechniqueDoesNotHave) {
  for (const auto& each : practice().techniques) {
    if (each.stroke_phases[1] > 0) continue;
    EXPECT_TRUE(names_of(each.id)[1].empty()) << each.id;
  }
}

TEST(SessionView, ABreathIsInAndOut) {
  Stroke stroke;
  stroke.period_ms = 10000;
  stroke.breath = true;
  const auto view = view_of({step_of("BREATH")}, stroke);
  ASSERT_TRUE(view.stroke);
  EXPECT_EQ(view.stroke->names, (Names{"breathe in", "breathe out", ""}));
}

TEST(SessionView, StrokesFasterThanAnyoneMaySeeFlashAreNotDrawn) {
  Stroke stroke;
  stroke.period_ms = 1000 / 3.0;  // more than three flashes a second may harm (WCAG 2.3.1)
  EXPECT_FALSE(view_of({step_of("TAP")}, stroke).stroke);
}

TEST(SessionView, WhatComesNextIsNamedWithItsPlaceOnce) {
  Step next = step_of("KNEAD");
  next.combo = practice().ids.combos.find("EXTENSOR_STRETCH");
  next.group = practice().at(next.combo).group;
  next.zones = practice().at(next.group).zones;
  const auto text = view_of({step_of("EFFL"), next}, {}).next;
  const auto first = text.find("outer forearm");
  ASSERT_NE(first, std::string::npos) << text;
  EXPECT_EQ(text.find("outer forearm", first + 1), std::string::npos) << text;
}

}  // namespace
}  // namespace thenar::cli::live
