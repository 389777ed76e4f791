// What "back" and "repeat" bring again, and what they never do.
#include "scene.hpp"

namespace thenar::guidance::test {
namespace {

bool finger_by_finger(const Step& s) {
  return s.parts.size() >= 3 && s.parts[0].zones != s.parts[1].zones && s.points.empty();
}

/// Whether a step touches any of the zones, in itself or in one of its parts.
bool touches(const Step& step, const ZoneSet& zones) {
  return step.zones.intersects(zones) ||
         std::any_of(step.parts.begin(), step.parts.end(),
                     [&](const StepPart& part) { return part.zones.intersects(zones); });
}

TEST(TakingBack, AFingerThatIsNumbDoesNotComeAgainWithItsStep) {
  for (const CommandKind kind : {CommandKind::repeat, CommandKind::back}) {
    Scene scene(request(10));
    scene.give(0, CommandKind::start);
    // Within a later finger: the first is over and no longer part of what is to come.
    const double t = scene.until_step(0, finger_by_finger, 25);
    const Step before = scene.step();
    scene.give(t, CommandKind::skip_zone);
    Command numb = command(CommandKind::numb);
    before.parts.front().zones.each([&](ZoneId id) { numb.zone = id; });
    ZoneSet felt;
    felt.add(numb.zone);
    scene.give(t + 1, numb);
    scene.give(t + 4, kind);
    for (std::size_t i = static_cast<std::size_t>(scene.state().step); i < scene.steps().size(); ++i) {
      if (scene.steps()[i].hand != before.hand) continue;
      EXPECT_FALSE(touches(scene.steps()[i], felt)) << "step " << i;
    }
  }
}

TEST(TakingBack, NumbnessUnderAStrokeOverTheWholeHandSparesTheWristToo) {
  Scene scene(request(12));
  scene.give(0, CommandKind::start);
  const double t = scene.until_step(
      0, [](const Step& s) { return practice().at(s.technique).id == "EFFL" && !s.zones.empty(); }, 4);
  const Step stroke = scene.step();
  scene.give(t, CommandKind::numb);
  ZoneSet wrist;
  for (std::size_t i = 0; i < practice().zones.size(); ++i)
    if (practice().zones[i].segment == Segment::wrist) wrist.add(ZoneId{static_cast<std::int16_t>(i)});
  for (std::size_t i = static_cast<std::size_t>(scene.state().step); i < scene.steps().size(); ++i) {
    if (scene.steps()[i].hand != stroke.hand) continue;
    EXPECT_FALSE(touches(scene.steps()[i], stroke.zones | wrist)) << "step " << i;
  }
}

TEST(TakingBack, NothingIsSaidOfAPlaceThatIsNotThereWhileOneBreathes) {
  for (const CommandKind kind :
       {CommandKind::numb, CommandKind::hurts, CommandKind::skip_zone, CommandKind::pause}) {
    Scene scene(programme("P08"));
    scene.give(0, CommandKind::start);
    const double t = scene.until_step(0, [](const Step& s) { return s.zones.empty(); }, 3);
    scene.give(t, kind == CommandKind::hurts ? hurts({}, PainKind::sharp) : command(kind));
    scene.give(t + 1, CommandKind::resume);
    scene.run_out(t + 2);
    for (const Cue& cue : scene.cues()) {
      EXPECT_EQ(cue.text.find("the  "), std::string::npos) << cue.text;
      EXPECT_EQ(cue.text.find(" ."), std::string::npos) << cue.text;
      EXPECT_EQ(cue.text.find("the ."), std::string::npos) << cue.text;
    }
  }
}

TEST(TakingBack, NumbnessWhileOneBreathesLeavesTheWholeHandAlone) {
  Scene scene(programme("P08"));
  scene.give(0, CommandKind::start);
  const double t = scene.until_step(0, [](const Step& s) { return s.zones.empty(); }, 3);
  const Hand hand = scene.step().hand;
  scene.give(t, CommandKind::numb);
  for (std::size_t i = static_cast<std::size_t>(scene.state().step); i < scene.steps().size(); ++i)
    EXPECT_TRUE(scene.steps()[i].hand != hand || scene.steps()[i].zones.empty()) << i;
}

TEST(TakingBack, GoingOnAndBackAgainDoesNotMakeTheMassageLonger) {
  for (double t = 20; t < 300; t += 5) {
    Scene scene(request(10));
    scene.give(0, CommandKind::start);
    scene.advance(t);
    scene.give(t, CommandKind::next);  // now the massage ends earlier than it might
    const int before = scene.state().remaining_seconds;
    scene.give(t + 1, CommandKind::next);
    scene.give(t + 2, CommandKind::back);
    EXPECT_LE(scene.state().remaining_seconds, before + 5) << "at " << t;  // a changeover of its own
  }
}

TEST(TakingBack, RepeatBeforeAStepBeganDoesNotMakeTheMassageLonger) {
  int tried = 0;
  for (double t = 20; t < 400; t += 5) {
    Scene scene(request(10));
    scene.give(0, CommandKind::start);
    scene.advance(t);
    scene.give(t, CommandKind::next);  // now the massage ends earlier than it might
    if (!scene.running() || scene.state().elapsed_ms >= 1000 * scene.step().changeover_seconds) continue;
    const int before = scene.state().remaining_seconds;
    for (int i = 0; i < 3; ++i) scene.give(t + 0.5 * (i + 1), CommandKind::repeat);
    EXPECT_LE(scene.state().remaining_seconds, before + 5) << "at " << t;  // a changeover of its own
    ++tried;
  }
  EXPECT_GT(tried, 3);
}

TEST(TakingBack, StepsKeepTheirNumbers) {
  Scene scene(request(10));
  scene.give(0, CommandKind::start);
  const auto in_order = [&] {
    for (std::size_t i = 0; i < scene.steps().size(); ++i)
      EXPECT_EQ(scene.steps()[i].index, static_cast<int>(i));
  };
  scene.give(1, CommandKind::next);
  in_order();
  scene.give(2, CommandKind::back);
  in_order();
}

}  // namespace
}  // namespace thenar::guidance::test
