// What a composed plan must be, on the shipped practice.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <set>

#include "support/cbc.hpp"
#include "support/random_checkin.hpp"
#include "support/shipped_practice.hpp"
#include "thenar/base/json.hpp"
#include "thenar/planning/planning.hpp"

namespace thenar {
namespace {

using planning::compose;
using test::shipped_practice;

Request request_from(const std::string& checkin, const std::string& wishes) {
  const std::string text =
      R"({"format":"thenar.request/1","checkin":)" + checkin + R"(,"wishes":)" + wishes + "}";
  auto request = screening::read_request(shipped_practice(), std::string_view(text), "test");
  EXPECT_TRUE(request) << (request ? "" : to_text(request.error())) << text;
  return request ? *request : Request{};
}

/// Somebody who has done this for a year and has no complaint that limits anything.
const std::string kUsedTo = R"({"mode":"self","age_years":45,"history":{"weeks_since_first":52}})";
const std::string kUsedToPartner = R"({"mode":"partner","age_years":45,"history":{"weeks_since_first":52}})";

TechniqueId technique(const std::string& id) {
  return shipped_practice().ids.techniques.find(id);
}

int seconds_of(const Plan& plan, Hand hand) {
  int seconds = 0;
  for (const auto& step : plan.steps)
    seconds += step.hand == hand ? step.changeover_seconds + step.seconds : 0;
  return seconds;
}

TEST(Compose, EveryProgrammeGivesItsPublishedSecondsWhenNothingIsExcluded) {
  const auto& practice = shipped_practice();
  ASSERT_EQ(practice.programmes.size(), 12U);
  for (const auto& programme : practice.programmes) {
    const bool self =
        std::find(programme.modes.begin(), programme.modes.end(), Mode::self) != programme.modes.end();
    const std::string hands = programme.hands == 2 ? R"(["left","right"])" : R"(["right"])";
    const auto request =
        request_from(self ? kUsedTo : kUsedToPartner,
                     R"({"minutes":)" + std::to_string(programme.published_seconds / 60) + R"(,"hands":)" +
                         hands + R"(,"medium":"lotion","programme":")" + programme.id + "\"}");
    const Plan plan = compose(practice, request);
    EXPECT_EQ(plan.total_seconds, programme.published_seconds) << programme.id;
    PerHand<std::vector<int>> seconds;
    for (const auto& step : plan.steps) seconds[step.hand].push_back(step.seconds);
    for (Hand hand : request.wishes.hands) {
      std::vector<int> published;
      for (const auto& step : programme.steps) published.push_back(step.seconds);
      EXPECT_EQ(seconds[hand], published) << programme.id;
    }
  }
}

TEST(Compose, FillsTheWishedMinutesExactlyWhenNothingStandsInTheWay) {
  for (int minutes : {2, 3, 5, 8, 10, 15, 20}) {
    const auto request =
        request_from(kUsedTo, R"({"goals":{"pain":1,"stress":0.5},"minutes":)" + std::to_string(minutes) +
                                  R"(,"hands":["left","right"],"medium":"lotion"})");
    const Plan plan = compose(shipped_practice(), request);
    EXPECT_EQ(plan.total_seconds, minutes * 60) << minutes;
    EXPECT_TRUE(plan.shortened_because.empty()) << minutes;
  }
}

TEST(Compose, GivesEachWishedHandAtLeastFortyPercent) {
  const auto request =
      request_from(R"({"mode":"self","age_years":45,"history":{"weeks_since_first":52},
      "marked":[{"hand":"left","zone":"THEN","as":"sore"},{"hand":"left","zone":"MIDP","as":"tense"}]})",
                   R"({"goals":{"pain":1},"minutes":10,"hands":["left","right"],"medium":"lotion"})");
  const Plan plan = compose(shipped_practice(), request);
  EXPECT_GE(seconds_of(plan, Hand::right), 600 * 0.4 - 15);
  EXPECT_GE(seconds_of(plan, Hand::left), 600 * 0.4 - 15);
}

TEST(Compose, BeginsWithTouchAndEndsWithAClosingOnEachHand) {
  const auto request = request_from(
      kUsedTo, R"({"goals":{"stiffness":1},"minutes":10,"hands":["left","right"],"medium":"mineral_oil"})");
  const Plan plan = compose(shipped_practice(), request);
  for (Hand hand : kHands) {
    std::vector<const Step*> steps;
    for (const auto& step : plan.steps)
      if (step.hand == hand) steps.push_back(&step);
    ASSERT_GE(steps.size(), 4U);
    EXPECT_EQ(steps.front()->phase, Phase::open);
    EXPECT_EQ(steps.back()->phase, Phase::close);
    const bool active = std::any_of(steps.begin(), steps.end(),
                                    [](const Step* s) { return s->technique == technique("AROM"); });
    EXPECT_TRUE(active) << "stiffness has active movement in every plan";
  }
}

TEST(Compose, NothingGlidesOnDrySkin) {
  const auto request = request_from(
      kUsedTo, R"({"goals":{"pain":1,"stiffness":1},"minutes":10,"hands":["left","right"],"medium":"none"})");
  for (const auto& step : compose(shipped_practice(), request).steps) {
    EXPECT_NE(step.technique, technique("EFFL"));
    EXPECT_NE(step.technique, technique("GLIDE"));
  }
}

TEST(Compose, TapotementHasNoPlaceInCalmOrSleepSessions) {
  for (const char* goal : {"stress", "sleep", "mood"}) {
    const auto request =
        request_from(kUsedTo, R"({"goals":{")" + std::string(goal) +
                                  R"(":1},"minutes":15,"hands":["left","right"],"medium":"lotion"})");
    for (const auto& step : compose(shipped_practice(), request).steps)
      EXPECT_NE(step.technique, technique("TAP")) << goal;
  }
}

TEST(Compose, TriggerPointsAreWorkedOnlyOnMarkedKnots) {
  const std::string wishes =
      R"({"goals":{"pain":1},"minutes":15,"hands":["left","right"],"medium":"lotion"})";
  const auto pressed = [&](const std::string& checkin) {
    std::set<std::string> points;
    for (const auto& step : compose(shipped_practice(), request_from(checkin, wishes)).steps)
      for (PointId point : step.points)
        if (shipped_practice().at(point).kind == PointKind::trigger)
          points.insert(shipped_practice().at(point).id);
    return points;
  };
  EXPECT_TRUE(pressed(kUsedTo).empty());
  EXPECT_EQ(pressed(R"({"mode":"self","age_years":45,"history":{"weeks_since_first":52},
      "marked":[{"hand":"left","zone":"THEN","as":"knot"}]})"),
            std::set<std::string>{"TP.OPP"});
}

TEST(Compose, DryWorkOfBothHandsComesBeforeAnythingOily) {
  const auto request =
      request_from(R"({"mode":"self","age_years":45,"history":{"weeks_since_first":52},
      "marked":[{"hand":"left","zone":"THEN","as":"knot"},{"hand":"right","zone":"THEN","as":"knot"}]})",
                   R"({"goals":{"pain":1},"minutes":15,"hands":["left","right"],"medium":"mineral_oil"})");
  const Plan plan = compose(shipped_practice(), request);
  bool oily = false;
  int dry = 0;
  for (const auto& step : plan.steps) {
    if (step.phase == Phase::dry) {
      EXPECT_FALSE(oily);
      ++dry;
    } else if (step.phase != Phase::open) {
      oily = true;
    }
  }
  EXPECT_EQ(dry, 2);
}

TEST(Compose, InSelfMassageTheHandsChangeAtLeastEveryFiveMinutes) {
  const auto request = request_from(
      kUsedTo, R"({"goals":{"pain":1},"minutes":25,"hands":["left","right"],"medium":"lotion"})");
  int turn = 0;
  Hand hand = Hand::left;
  for (const auto& step : compose(shipped_practice(), request).steps) {
    if (step.hand != hand) turn = -step.changeover_seconds;  // changing hands is no work
    hand = step.hand;
    turn += step.changeover_seconds + step.seconds;
    EXPECT_LE(turn, 300);
  }
}

TEST(Compose, ThePartsOfAStepAddUpToItsSeconds) {
  const auto request = request_from(
      kUsedTo,
      R"({"goals":{"stiffness":1,"pain":1},"minutes":20,"hands":["left","right"],"medium":"lotion"})");
  for (const auto& step : compose(shipped_practice(), request).steps) {
    int seconds = 0;
    for (const auto& part : step.parts) seconds += part.seconds;
    if (!step.parts.empty()) {
      EXPECT_EQ(seconds, step.seconds);
    }
  }
}

TEST(Compose, NoPartOfAComboGetsMoreThanItsFullDose) {
  const auto& practice = shipped_practice();
  int seen = 0;
  for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
    for (const auto& step : compose(practice, test::random_request(practice, seed)).steps) {
      if (!step.combo.valid() || step.programme_step >= 0) continue;
      const auto& turns = practice.at(step.combo).parts;
      ASSERT_EQ(step.parts.size() % turns.size(), 0U);
      for (std::size_t i = 0; i < step.parts.size(); ++i, ++seen)
        EXPECT_LE(step.parts[i].seconds, turns[i % turns.size()].dose.max_seconds)
            << practice.at(step.combo).id << " of seed " << seed;
    }
  }
  EXPECT_GT(seen, 500);
}

TEST(Compose, AFirstWeekHandGetsFiveFirmMinutesOrTenSoftOnes) {
  const std::string fresh = R"({"mode":"self","age_years":45})";
  const auto highest = [](const Plan& plan) {
    int level = 0;
    for (const auto& step : plan.steps) level = std::max(level, step.level.value_or(0));
    return level;
  };
  const Plan firm =
      compose(shipped_practice(),
              request_from(fresh, R"({"goals":{"pain":1},"minutes":5,"hands":["left"],"medium":"lotion"})"));
  EXPECT_LE(firm.total_seconds, 300);
  EXPECT_EQ(highest(firm), 3);
  const Plan soft =
      compose(shipped_practice(),
              request_from(fresh, R"({"goals":{"pain":1},"minutes":20,"hands":["left"],"medium":"lotion"})"));
  EXPECT_LE(soft.total_seconds, 600);
  EXPECT_LE(highest(soft), 2);
  EXPECT_FALSE(soft.shortened_because.empty());
}

TEST(Compose, TheInstanceOfARealPlanIsSolvedToTheSameObjectiveByAnotherSolver) {
  for (const char* wishes :
       {R"({"goals":{"pain":1,"stress":0.5},"minutes":10,"hands":["left","right"],"medium":"lotion"})",
        R"({"goals":{"stiffness":1},"minutes":30,"hands":["left","right"],"medium":"mineral_oil"})",
        R"({"goals":{"sleep":1},"minutes":4,"hands":["right"],"medium":"none"})",
        R"({"minutes":7,"hands":["left","right"],"medium":"lotion","programme":"P03"})"}) {
    const auto request = request_from(kUsedTo, wishes);
    const auto instance = planning::instance_of(shipped_practice(), request);
    EXPECT_EQ(instance.objective, compose(shipped_practice(), request).objective);
    EXPECT_EQ(test::broken_constraints(instance, instance.solution), "");
    const auto cbc = test::solve_with_cbc(instance);
    ASSERT_TRUE(cbc);
    EXPECT_EQ(instance.objective, cbc->objective) << wishes;
  }
}

TEST(Compose, APlanReadBackIsThePlanThatWasWritten) {
  const auto& practice = shipped_practice();
  const Plan plan = compose(
      practice, request_from(kUsedTo, R"({"goals":{"pain":1},"minutes":10,"hands":["left","right"]})"));
  const auto text = to_pretty(planning::to_document(practice, plan));
  const auto read = planning::read_plan(practice, std::string_view(text), "plan.json");
  ASSERT_TRUE(read) << to_text(read.error());
  EXPECT_EQ(to_pretty(planning::to_document(practice, *read)), text);
}

TEST(Compose, APlanEditedPastItsClearanceIsRefusedWithThePlace) {
  const auto& practice = shipped_practice();
  const Plan plan = compose(
      practice, request_from(kUsedTo, R"({"goals":{"pain":1},"minutes":10,"hands":["left","right"]})"));
  const auto refused = [&](const std::function<void(Json&)>& edit) {
    Json json = planning::to_document(practice, plan);
    edit(json);
    const auto read = planning::read_plan(practice, json, "plan.json");
    return read ? std::string() : to_text(read.error());
  };
  EXPECT_NE(refused([](Json& j) {
              j["steps"][3]["level"] = 3;
              j["steps"][3]["zones"] = {"WPC"};
            }).find("steps[3].level"),
            std::string::npos);
  EXPECT_NE(refused([](Json& j) { j["steps"][1]["zones"] = {"CUB"}; }).find("steps[1].zones"),
            std::string::npos);
  EXPECT_NE(refused([](Json& j) { j["steps"][1]["seconds"] = 3000; }).find("seconds"), std::string::npos);
  const auto first = [&](const std::function<bool(const Step&)>& wanted) {
    return static_cast<std::size_t>(std::find_if(plan.steps.begin(), plan.steps.end(), wanted) -
                                    plan.steps.begin());
  };
  const auto with_parts = first([](const Step& s) { return s.parts.size() > 2 && s.group.valid(); });
  ASSERT_LT(with_parts, plan.steps.size());
  for (const char* zone : {"CUB", "CT", "THEN"})
    EXPECT_NE(refused([&](Json& j) { j["steps"][with_parts]["parts"][0]["zones"] = {zone}; }).find("zones"),
              std::string::npos)
        << zone << " in a part of a step that has no such zone";
  const auto whole = first([](const Step& s) {
    return s.parts.empty() && s.points.empty() && s.phase == Phase::knead && s.group.valid();
  });
  ASSERT_LT(whole, plan.steps.size());
  EXPECT_NE(refused([&](Json& j) { j["steps"][whole]["seconds"] = 200; }).find("at most 120"),
            std::string::npos);
  EXPECT_NE(
      refused([](Json& j) { j["request"]["checkin"]["conditions"] = {{{"rule", "S45"}}}; }).find("clearance"),
      std::string::npos);
  EXPECT_NE(refused([](Json& j) { j["practice_version"] = "2025.1"; }).find("practice_version"),
            std::string::npos);
}

TEST(Replan, GivesStepsThatEndOnTimeAndNeverTouchWhatWasStopped) {
  const auto& practice = shipped_practice();
  const Plan plan = compose(
      practice,
      request_from(kUsedTo,
                   R"({"goals":{"pain":1},"minutes":10,"hands":["left","right"],"medium":"lotion"})"));
  const auto mound = practice.ids.zones.find("THEN");
  for (int left : {20, 45, 90, 200, 400}) {
    planning::Progress progress;
    progress.seconds_left = left;
    progress.current = Hand::left;
    progress.touched = {true, false};
    progress.zones_off.left.add(mound);
    const auto steps = planning::replan(practice, plan, plan.clearance, progress, 7);
    int total = 0;
    for (std::size_t i = 0; i < steps.size(); ++i) {
      EXPECT_EQ(steps[i].index, 7 + static_cast<int>(i));
      total += steps[i].changeover_seconds + steps[i].seconds;
      if (steps[i].hand == Hand::left) {
        EXPECT_FALSE(steps[i].zones.has(mound));
        EXPECT_NE(steps[i].phase, Phase::open);
      }
    }
    EXPECT_LE(total, left);
    EXPECT_GE(total, left - 15) << left;
  }
}

}  // namespace
}  // namespace thenar
