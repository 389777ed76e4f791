// What a hand therapist would expect of a plan and would miss in it.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "support/shipped_practice.hpp"
#include "thenar/base/json.hpp"
#include "thenar/planning/planning.hpp"
#include "thenar/planning/words.hpp"

namespace thenar {
namespace {

using planning::compose;
using test::shipped_practice;

/// A plan for somebody of 45 who has done this for a year: `more` of the check-in, and wishes.
Plan plan_for(const std::string& more, const std::string& wishes, const std::string& mode = "self") {
  const std::string text = R"({"format":"thenar.request/1","checkin":{"mode":")" + mode +
                           R"(","age_years":45,"history":{"weeks_since_first":52})" + more +
                           R"(},"wishes":)" + wishes + "}";
  const auto request = screening::read_request(shipped_practice(), std::string_view(text), "test");
  EXPECT_TRUE(request) << (request ? "" : to_text(request.error())) << text;
  return request ? compose(shipped_practice(), *request) : Plan{};
}

std::string wishes(const std::string& goals, int minutes, const std::string& hands = R"("left","right")",
                   const std::string& medium = "lotion") {
  return R"({"goals":{)" + goals + R"(},"minutes":)" + std::to_string(minutes) + R"(,"hands":[)" + hands +
         R"(],"medium":")" + medium + "\"}";
}

std::string marked(const std::string& zone, const std::string& as, const std::string& hand = "left") {
  return R"(,"marked":[{"hand":")" + hand + R"(","zone":")" + zone + R"(","as":")" + as + "\"}]";
}

/// Work on a place itself, not a stroke over the whole hand.
bool local(const Step& step) {
  return step.group.valid() && shipped_practice().at(step.group).of.empty();
}

std::string technique_of(const Step& step) {
  return shipped_practice().at(step.technique).id;
}

ZoneId zone(const std::string& id) {
  return shipped_practice().ids.zones.find(id);
}

std::vector<Step> of_hand(const Plan& plan, Hand hand) {
  std::vector<Step> steps;
  std::copy_if(plan.steps.begin(), plan.steps.end(), std::back_inserter(steps),
               [&](const Step& step) { return step.hand == hand; });
  return steps;
}

const char* const kGoals[] = {R"("pain":1)", R"("pain":1,"stress":0.5)", R"("stress":1)", R"("stiffness":1)"};

TEST(Therapist, WhoGivesItIsToldHowAYesLooksAndWhatEndsItAndWhoMassagesThemselvesIsNot) {
  const auto& practice = shipped_practice();
  const auto asked = wishes(R"("stress":1)", 5);
  EXPECT_TRUE(planning::giver_in_words(practice, plan_for("", asked)).empty());
  const auto sections = planning::giver_in_words(practice, plan_for("", asked, "partner"));
  ASSERT_EQ(sections.size(), 4U);
  // Brief, 5.4: what ends a session or a hand, T04 to T06, each with what is done then; T08: pulls away.
  std::string all;
  for (const auto& section : sections)
    for (const auto& line : section.lines) all += line + "\n";
  for (const char* id : {"T01", "T04", "T05", "T06", "T07", "T08", "T09"})
    EXPECT_NE(all.find(practice.say("session_rule." + std::string(id) + ".say")), std::string::npos) << id;
}

TEST(Therapist, APlanIsCalledAProgrammeOnlyWhereItIsOne) {
  const auto& practice = shipped_practice();
  const std::string calm =
      R"({"goals":{"stress":1},"minutes":5,"hands":["left","right"],"medium":"lotion","programme":"P10"})";
  const auto name = practice.say("programme.P10.name");
  EXPECT_NE(planning::title_in_words(practice, plan_for("", calm, "partner")).find(name), std::string::npos);
  EXPECT_EQ(planning::title_in_words(practice, plan_for("", calm)).find(name), std::string::npos);
}

TEST(Therapist, NeverLeavesOutAMarkedPlaceThatMayBeWorked) {
  const auto& practice = shipped_practice();
  int served = 0;
  for (const auto& each : practice.zones)
    for (const char* goals : kGoals)
      for (int minutes : {5, 10}) {
        const auto plan = plan_for(marked(each.id, "tense"), wishes(goals, minutes));
        const auto instance = planning::instance_of(practice, plan.request);
        const bool can_be = std::any_of(instance.candidates.begin(), instance.candidates.end(),
                                        [](const auto& candidate) { return candidate.serves; });
        if (!can_be) continue;
        ++served;
        EXPECT_TRUE(std::any_of(plan.steps.begin(), plan.steps.end(),
                                [&](const Step& step) {
                                  return step.hand == Hand::left && local(step) &&
                                         step.zones.has(zone(each.id));
                                }))
            << each.id << " " << goals << " " << minutes;
      }
  EXPECT_GT(served, 500);
}

TEST(Therapist, SaysWhyAMarkedPlaceGetsNoWorkOfItsOwn) {
  const auto because = [](const Plan& plan, const char* at) {
    std::string text;
    for (const auto& each : plan.left_out)
      if (each.zones.has(zone(at))) text += each.because;
    return text;
  };
  const auto& practice = shipped_practice();
  EXPECT_EQ(because(plan_for(marked("CT", "sore"), wishes(kGoals[0], 10)), "CT"),
            practice.say("left_out.marked_bare"));
  EXPECT_EQ(because(plan_for(marked("D3.P1.pal", "sore"), wishes(kGoals[0], 1)), "D3.P1.pal"),
            practice.say("left_out.marked_no_time"));
}

TEST(Therapist, GivesBothHandsTheSameWhereNothingDiffers) {
  for (const char* goals : kGoals)
    for (int minutes : {3, 5, 8, 10, 15, 20})
      for (const char* medium : {"lotion", "none"}) {
        const auto plan = plan_for("", wishes(goals, minutes, R"("left","right")", medium));
        const auto left = of_hand(plan, Hand::left);
        const auto right = of_hand(plan, Hand::right);
        SCOPED_TRACE(std::string(goals) + " " + std::to_string(minutes) + " " + medium);
        ASSERT_EQ(left.size(), right.size());
        for (std::size_t i = 0; i < left.size(); ++i) {
          EXPECT_EQ(technique_of(left[i]), technique_of(right[i]));
          EXPECT_EQ(left[i].zones, right[i].zones);
          EXPECT_LE(std::abs(left[i].seconds - right[i].seconds), 5);
        }
      }
}

TEST(Therapist, DoesOneThingToAPlaceInAShortMassage) {
  for (const char* goals : kGoals) {
    std::set<std::pair<Hand, GroupId>> seen;
    for (const auto& step : plan_for(marked("FEP", "tense"), wishes(goals, 10)).steps) {
      if (!local(step)) continue;
      EXPECT_TRUE(seen.emplace(step.hand, step.group).second) << goals << " step " << step.index;
    }
  }
}

TEST(Therapist, TurnsTheHandOverOnceAndComesBackToNoRegion) {
  const auto& practice = shipped_practice();
  for (const char* goals : kGoals)
    for (int minutes : {10, 20, 30})
      for (const char* mark : {"FFP", "FEP", "DORS", "MIDP", "D3.P1.pal"}) {
        const auto plan = plan_for(marked(mark, "tense"), wishes(goals, minutes));
        for (Hand hand : kHands) {
          std::vector<RegionId> regions;
          int turns = 0;
          Side lies = Side::both;
          for (const auto& step : of_hand(plan, hand)) {
            const bool at_work =
                step.phase == Phase::stroke || step.phase == Phase::knead || step.phase == Phase::circle;
            if (!local(step) || !at_work) continue;
            if (regions.empty() || regions.back() != step.region) {
              EXPECT_EQ(std::find(regions.begin(), regions.end(), step.region), regions.end())
                  << goals << " " << minutes << " comes back to " << practice.at(step.region).id;
              regions.push_back(step.region);
            }
            const Side side = practice.at(step.region).side;
            if (side == Side::both) continue;
            turns += lies != Side::both && lies != side ? 1 : 0;
            lies = side;
          }
          EXPECT_LE(turns, 1) << goals << " " << minutes << " " << mark;
        }
      }
}

TEST(Therapist, MovesFluidOnFromTheElbowDownToTheFingertips) {
  const auto plan = plan_for("", wishes(R"("swelling":1)", 15, R"("left")", "none"));
  int nearest = static_cast<int>(Segment::forearm);
  int worked = 0;
  for (const auto& step : plan.steps) {
    if (technique_of(step) != "LYMPH") continue;
    ++worked;
    int farthest = static_cast<int>(Segment::forearm);
    step.zones.each([&](ZoneId id) {
      farthest = std::min(farthest, static_cast<int>(shipped_practice().at(id).segment));
    });
    EXPECT_LE(farthest, nearest) << "step " << step.index;
    nearest = farthest;
  }
  EXPECT_GE(worked, 4);
}

TEST(Therapist, LetsTheHandsTakeTurnsAtTheLatestAfterFiveMinutes) {
  for (const char* goals : kGoals)
    for (int minutes = 6; minutes <= 30; minutes += 4)
      for (const char* mark : {"", "MIDP"}) {
        const auto plan = plan_for(*mark == 0 ? "" : marked(mark, "sore", "right"), wishes(goals, minutes));
        int turn = 0;
        Hand hand = plan.steps.front().hand;
        for (const auto& step : plan.steps) {
          if (step.hand != hand) turn = -shipped_practice().planning.hand_change_seconds;
          hand = step.hand;
          turn += step.changeover_seconds + step.seconds;
          EXPECT_LE(turn, 300) << goals << " " << minutes << " " << mark << " step " << step.index;
        }
      }
}

TEST(Therapist, BeginsSoftlyWhereItIsSoreAndDoesNotTapThere) {
  const auto level_on_the_mound = [](const char* as) {
    int level = -1;
    for (const auto& step : plan_for(marked("THEN", as), wishes(kGoals[0], 8, R"("left")")).steps) {
      if (technique_of(step) == "KNEAD" && step.zones.has(zone("THEN"))) level = step.level.value_or(-1);
      if (technique_of(step) == "TAP") {
        EXPECT_EQ(step.zones.has(zone("THEN")), std::string(as) == "tense");
      }
    }
    return level;
  };
  EXPECT_EQ(level_on_the_mound("tense"), 3);
  EXPECT_EQ(level_on_the_mound("sore"), 2);
}

TEST(Therapist, MeetsSomebodyElsesHandALevelSofterFromTheFirstStroke) {
  for (const auto& step : plan_for("", wishes(kGoals[1], 10), "partner").steps) {
    if (technique_of(step) == "EFFL") {
      EXPECT_EQ(step.level, 1);
    }
  }
}

TEST(Therapist, NamesThePrecautionThatForbidsWhatWouldHaveHelped) {
  const auto& practice = shipped_practice();
  const auto thinner = plan_for(
      R"(,"conditions":[{"rule":"S45","answers":{"platelets":"normal","bruises":"no","care_team":"no"}}])",
      wishes(kGoals[0], 10));
  const auto because = [&](const Plan& plan, const char* technique, const char* at) {
    for (const auto& each : plan.left_out)
      if (practice.at(each.technique).id == technique && each.zones.has(zone(at))) return each.because;
    return std::string();
  };
  EXPECT_EQ(because(thinner, "KNEAD", "THEN"), practice.say("rule.S45.effect"));
  const auto sore_wrist =
      plan_for(R"(,"conditions":[{"rule":"S33","hand":"left"}])", wishes(kGoals[0], 10, R"("left")"));
  EXPECT_EQ(because(sore_wrist, "CIRC", "WDR"), practice.say("rule.S33.effect"));
  EXPECT_EQ(because(sore_wrist, "CIRC", "WDC"), "") << "only the side that is left out";
  for (const auto& step : sore_wrist.steps)
    if (technique_of(step) == "KNEAD" && step.zones.has(zone("FEP"))) {
      EXPECT_TRUE(step.rules.has(practice.ids.rules.find("S33"))) << "a precaution that shaped the step";
    }
}

TEST(Therapist, ThanksTheLotionOnlyWhereThereIsSome) {
  for (const char* medium : {"none", "powder", "lotion", "jojoba"}) {
    const bool soft = std::string(medium) == "lotion" || std::string(medium) == "jojoba";
    int said = 0;
    for (const auto& step : plan_for("", wishes(R"("skin":1)", 10, R"("left","right")", medium)).steps)
      for (const auto& why : step.why) {
        if (why.goal != Goal::skin) continue;
        ++said;
        EXPECT_TRUE(soft && shipped_practice().at(step.medium).id == medium) << medium << ": " << why.text;
      }
    EXPECT_EQ(said > 0, soft) << medium;
  }
}

TEST(Therapist, LeavesAFingerOutOfTheTourWhenOnePartOfItIsOffThere) {
  // A locked ring finger is not bent, and a hot index finger not glided over; the other fingers have their
  // tour.
  const auto& practice = shipped_practice();
  for (const auto& [condition, ray] :
       {std::pair{R"({"rule":"S34","hand":"left","zones":["DPC4"],"answers":{"locked":"yes"}})", 4},
        std::pair{R"({"rule":"S32","hand":"left","zones":["DIP2"],"answers":{"hot":"yes"}})", 2}}) {
    bool tour = false;
    for (int minutes : {5, 7, 9}) {
      const auto plan = plan_for(std::string(R"(,"conditions":[)") + condition + "]",
                                 wishes(R"("stiffness":1,"warmth":0.5)", minutes, R"("left")"));
      EXPECT_TRUE(planning::beyond_clearance(practice, plan.clearance, plan.request, plan.steps).empty());
      for (const auto& step : plan.steps) {
        if (!step.combo.valid() || practice.at(step.combo).id != "FINGER_TOUR") continue;
        tour = true;
        for (const auto& part : step.parts)
          part.zones.each([&](ZoneId id) { EXPECT_NE(practice.at(id).ray, ray) << practice.at(id).id; });
      }
    }
    EXPECT_TRUE(tour) << condition;
  }
}

}  // namespace
}  // namespace thenar
