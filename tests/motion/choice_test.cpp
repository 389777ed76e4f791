// Which clips a plan's steps are shown by.
#include "thenar/motion/choice.hpp"

#include <set>

#include "support/shipped_practice.hpp"
#include "thenar/motion/export.hpp"
#include "thenar/planning/planning.hpp"

namespace thenar::motion {
namespace {

using thenar::test::shipped_practice;

Step step_of(const std::string& technique, const std::string& group, const std::string& tool) {
  const Practice& practice = shipped_practice();
  Step step;
  step.technique = practice.ids.techniques.find(technique);
  step.group = practice.ids.groups.find(group);
  step.tool = practice.ids.tools.find(tool);
  step.zones = practice.at(step.group).zones;
  step.seconds = 40;
  return step;
}

ZoneSet zones(const std::vector<std::string>& names) {
  ZoneSet out;
  for (const auto& name : names) out.add(shipped_practice().ids.zones.find(name));
  return out;
}

std::vector<std::string> names(const std::vector<ClipId>& clips) {
  std::vector<std::string> out;
  for (const ClipId& id : clips) out.push_back(name_of(shipped_practice(), id));
  return out;
}
using Names = std::vector<std::string>;

TEST(Choice, AStepIsShownOnItsGroupWithItsToolInItsMode) {
  const Practice& practice = shipped_practice();
  EXPECT_EQ(names(clips_for(practice, step_of("KNEAD", "MOUND", "thumb_pad"), Mode::partner)),
            Names{"KNEAD.MOUND.thumb_pad.partner"});
  EXPECT_EQ(names(clips_for(practice, step_of("KNEAD", "MOUND", "palm_heel"), Mode::self)),
            Names{"KNEAD.MOUND.palm_heel.self"});
}

TEST(Choice, OnlyTheWebsThatAreWorkedAreShown) {
  Step step = step_of("KNEAD", "WEBS", "thumb_pad");
  step.zones = zones({"W1", "W3"});
  EXPECT_EQ(names(clips_for(shipped_practice(), step, Mode::partner)),
            (Names{"KNEAD.W1.thumb_pad.partner", "KNEAD.W3.thumb_pad.partner"}));
}

TEST(Choice, AStretchAmongKneadingTakesAToolOfItsOwn) {
  Step step = step_of("KNEAD", "FLEXORS", "thumb_pad");
  step.parts = {{"KNEAD", step.technique, step.zones, 20, {}},
                {"STRETCH", shipped_practice().ids.techniques.find("STRETCH"), step.zones, 15, {}}};
  const auto shown = names(clips_for(shipped_practice(), step, Mode::partner));
  ASSERT_EQ(shown.size(), 2U);
  EXPECT_EQ(shown[0], "KNEAD.FLEXORS.thumb_pad.partner");
  EXPECT_EQ(shown[1].substr(0, 16), "STRETCH.FLEXORS.");
}

TEST(Choice, APointIsShownAtThePointAndNowhereElse) {
  Step step = step_of("PRESS", "MOUND", "thumb_pad");
  EXPECT_EQ(names(clips_for(shipped_practice(), step, Mode::partner)),
            Names{"PRESS.MOUND.thumb_pad.partner"});
  step.points = {shipped_practice().ids.points.find("LU10")};
  step.group = shipped_practice().at(step.points.front()).group;
  EXPECT_EQ(names(clips_for(shipped_practice(), step, Mode::partner)), Names{"PRESS.LU10.thumb_pad.partner"});
}

TEST(Choice, AStepOverSeveralGroupsIsShownOnTheLargestThatItCovers) {
  const Practice& practice = shipped_practice();
  Step step = step_of("EFFL", "HAND", "palm");
  step.zones |= practice.at(practice.ids.groups.find("ARM")).zones;
  step.group = {};
  EXPECT_EQ(names(clips_for(practice, step, Mode::partner)),
            (Names{"EFFL.ARM_P.palm.partner", "EFFL.ARM_D.palm.partner", "EFFL.HAND_P.palm.partner",
                   "EFFL.HAND_D.palm.partner"}));
}

TEST(Choice, BreathingIsShownByNothing) {
  const Practice& practice = shipped_practice();
  Step step;
  step.technique = practice.ids.techniques.find("BREATH");
  EXPECT_TRUE(clips_for(practice, step, Mode::self).empty());
}

TEST(Choice, AToolThatTheGiverMustNotUseIsNotShown) {
  ToolSet off;
  off.add(shipped_practice().ids.tools.find("thumb_pad"));
  const auto shown =
      names(clips_for(shipped_practice(), step_of("KNEAD", "MOUND", "thumb_pad"), Mode::partner, off));
  EXPECT_EQ(shown, Names{"KNEAD.MOUND.palm_heel.partner"});
}

TEST(Choice, WhereNoClipOfThePlansToolCanBeShownOneOtherToolStandsIn) {
  Piece piece;
  piece.seconds = 60;
  piece.tempo_per_minute = 30;
  piece.clips = clips_for(shipped_practice(), step_of("KNEAD", "WEBS", "thumb_pad"), Mode::partner);
  piece.instead = clips_for(shipped_practice(), step_of("KNEAD", "WEBS", "pinch"), Mode::partner);
  const auto others = clips_for(shipped_practice(), step_of("KNEAD", "MOUND", "palm_heel"), Mode::partner);
  piece.instead.insert(piece.instead.end(), others.begin(), others.end());
  std::vector<Clip> all;
  for (const ClipId& id : piece.instead) all.emplace_back().id = id;
  const auto stretches =
      stretches_of(std::span(&piece, 1), [&](const Piece&, const ClipId& id) -> const Clip* {
        for (const Clip& clip : all)
          if (clip.id == id) return &clip;
        return nullptr;
      });
  ASSERT_GT(stretches.size(), 1U);
  for (const Stretch& stretch : stretches) {
    EXPECT_TRUE(stretch.stands_in);
    EXPECT_EQ(stretch.clip->id.tool, all.front().id.tool);
  }
}

/// A plan of so many minutes for two hands, given by somebody else.
Plan plan_of_minutes(double minutes) {
  Request request;
  request.checkin.mode = Mode::partner;
  request.checkin.age_years = 40;
  request.wishes.minutes = minutes;
  request.wishes.goals = {{Goal::pain, 1.0}, {Goal::stress, 0.5}};
  request.wishes.hands = {Hand::left, Hand::right};
  request.wishes.medium = shipped_practice().ids.media.find("lotion");
  return planning::compose(shipped_practice(), request);
}

TEST(Choice, EveryStepOfALongPlanThatTouchesHasAClipForEachOfItsParts) {
  const Plan plan = plan_of_minutes(25);
  ASSERT_GT(plan.steps.size(), 10U);
  std::set<std::string> fingers;
  for (const Piece& piece : pieces_of(shipped_practice(), plan)) {
    EXPECT_FALSE(piece.clips.empty())
        << shipped_practice().at(piece.technique).id << " of step " << piece.step;
    for (const ClipId& id : piece.clips) EXPECT_EQ(id.mode, Mode::partner);
    for (const auto& name : names(piece.clips))
      if (name.starts_with("GLIDE.D")) fingers.insert(name.substr(6, 2));
  }
  EXPECT_TRUE(fingers.contains("D2") && fingers.contains("D5"));
}

TEST(Choice, StretchesAreAsLongAsThePlan) {
  const Plan plan = plan_of_minutes(10);
  const Clip clip;
  for (const bool shown : {true, false}) {
    double seconds = 0;
    for (const Stretch& stretch :
         stretches_of(pieces_of(shipped_practice(), plan),
                      [&](const Piece&, const ClipId&) { return shown ? &clip : nullptr; })) {
      EXPECT_EQ(stretch.clip != nullptr, shown);
      seconds += stretch.seconds + stretch.way_seconds;
    }
    EXPECT_NEAR(seconds, plan.total_seconds, 1e-6);
  }
}

}  // namespace
}  // namespace thenar::motion
