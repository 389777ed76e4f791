// Strokes of every technique of the practice.
#include "thenar/motion/stroke.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "support/shipped_practice.hpp"

namespace thenar::motion {
namespace {

using thenar::test::shipped_practice;

const Technique& technique(const std::string& id) {
  return shipped_practice().at(shipped_practice().ids.techniques.find(id));
}

double usual_period(const Technique& technique) {
  const double period = period_s(technique.tempo.typ_per_minute);
  return period > 0 ? period : 10;
}

std::vector<double> numbers(const StrokeState& s) {
  return {s.pressure, s.along, 30 * s.lift_m, 30 * s.forward_m, 30 * s.left_m, s.grip, s.bend, s.bend_aside};
}

TEST(Stroke, EveryTechniqueComesBackToWhereItBegan) {
  for (const Technique& each : shipped_practice().techniques) {
    const double period = usual_period(each);
    for (const double share : {0.0, 0.13, 0.5, 0.77}) {
      const auto one = numbers(stroke_at(each, period, share * period));
      const auto later = numbers(stroke_at(each, period, (share + 3) * period));
      for (std::size_t i = 0; i < one.size(); ++i) EXPECT_NEAR(one[i], later[i], 1e-9) << each.id;
    }
  }
}

TEST(Stroke, NothingJumps) {
  constexpr int kSteps = 4000;
  for (const Technique& each : shipped_practice().techniques) {
    const double period = usual_period(each);
    auto before = numbers(stroke_at(each, period, -period / kSteps));
    for (int i = 0; i <= kSteps; ++i) {
      const auto now = numbers(stroke_at(each, period, period * i / kSteps));
      for (std::size_t k = 0; k < now.size(); ++k)
        ASSERT_NEAR(now[k], before[k], 0.02) << each.id << " value " << k << " at " << i / double{kSteps};
      before = now;
    }
  }
}

TEST(Stroke, EverythingIsAShareAndWhatIsOffTheSkinDoesNotPress) {
  for (const Technique& each : shipped_practice().techniques)
    for (int i = 0; i < 500; ++i) {
      const auto s = stroke_at(each, 1, i / 500.0);
      EXPECT_GE(s.pressure, 0);
      EXPECT_LE(s.pressure, 1);
      EXPECT_GE(s.along, 0);
      EXPECT_LE(s.along, 1);
      EXPECT_GE(s.lift_m, 0);
      EXPECT_TRUE(s.lift_m == 0 || s.pressure == 0) << each.id;
      EXPECT_LE(std::abs(s.bend), 1);
      EXPECT_LE(std::hypot(s.forward_m, s.left_m), 0.0021 * each.sway_mm + 1e-12) << each.id;
    }
}

TEST(Stroke, EveryTechniqueThatPressesReachesItsFullForce) {
  for (const Technique& each : shipped_practice().techniques) {
    if (each.kind == TechniqueKind::breath || each.kind == TechniqueKind::active) continue;
    double most = 0;
    for (int i = 0; i < 1000; ++i) most = std::max(most, stroke_at(each, 1, i / 1000.0).pressure);
    EXPECT_GT(most, 0.99) << each.id;
  }
}

TEST(Stroke, ALongStrokeGoesItsWholeWayAndComesBackLightOnTheSkin) {
  const Technique& effleurage = technique("EFFL");
  double farthest = 0;
  for (int i = 0; i < 1000; ++i) {
    const auto now = stroke_at(effleurage, 1, i / 1000.0);
    const auto next = stroke_at(effleurage, 1, (i + 1) / 1000.0);
    farthest = std::max(farthest, now.along);
    EXPECT_TRUE(next.along > now.along - 1e-3 || now.pressure < 0.3) << i;
    EXPECT_EQ(now.lift_m, 0);
  }
  EXPECT_NEAR(farthest, 1, 1e-6);
}

TEST(Stroke, ARolledFoldIsLetGoAndTheHandGoesBackOverTheSkin) {
  const Technique& rolling = technique("ROLL");
  double highest = 0;
  for (int i = 0; i < 2000; ++i) {
    const auto now = stroke_at(rolling, 1, i / 2000.0);
    const auto next = stroke_at(rolling, 1, (i + 1) / 2000.0);
    highest = std::max(highest, now.lift_m);
    EXPECT_TRUE(next.along > now.along - 1e-3 || now.lift_m > 0) << i;
  }
  EXPECT_GE(highest, 0.010) << "ten millimetres clear";
}

TEST(Stroke, KneadingClosesLiftsAndLetsGo) {
  const Technique& kneading = technique("KNEAD");
  EXPECT_EQ(stroke_at(kneading, 2, 0).grip, 0);
  EXPECT_NEAR(stroke_at(kneading, 2, 2 * 0.5).grip, 1, 1e-9);
  EXPECT_LT(stroke_at(kneading, 2, 1.999).grip, 0.01);
}

TEST(Stroke, AStretchIsHeldAsLongAsItsPhasesSay) {
  const Technique& stretch = technique("STRETCH");
  int held = 0;
  for (int i = 0; i < 1000; ++i) held += stroke_at(stretch, 20, 20 * i / 1000.0).bend > 0.999 ? 1 : 0;
  EXPECT_GE(held, 700);
}

TEST(Stroke, TappingIsOffTheSkinMostOfTheTime) {
  const Technique& tapping = technique("TAP");
  int off = 0;
  for (int i = 0; i < 1000; ++i) off += stroke_at(tapping, 0.25, 0.25 * i / 1000.0).lift_m > 0 ? 1 : 0;
  EXPECT_GT(off, 700);
}

TEST(Stroke, ATimeThatIsNoNumberIsTheBeginning) {
  const Technique& any = technique("CIRC");
  EXPECT_EQ(stroke_at(any, 1, std::nan("")).pressure, stroke_at(any, 1, 0).pressure);
  EXPECT_EQ(stroke_at(any, 0, 3).pressure, stroke_at(any, 1, 0).pressure);
  EXPECT_EQ(period_s(0), 0);
  EXPECT_EQ(period_s(30), 2);
}

TEST(Stroke, TissueFeelsAPressALittleLaterAndQuickTapsLess) {
  const Practice& practice = shipped_practice();
  const auto felt = [&](const char* id, double period_s) {
    return cycle_of(practice.at(practice.ids.techniques.find(id)), period_s, 64);
  };
  const auto most = [](const std::vector<StrokeState>& states, double StrokeState::* what) {
    return std::max_element(states.begin(), states.end(),
                            [&](const auto& a, const auto& b) { return a.*what < b.*what; }) -
           states.begin();
  };
  const auto slow = felt("PRESS", 6);
  EXPECT_GT(slow[static_cast<std::size_t>(most(slow, &StrokeState::felt))].felt, 0.97);
  EXPECT_GT(most(slow, &StrokeState::felt), most(slow, &StrokeState::pressure));
  const auto quick = felt("TAP", 0.25);
  const auto at = static_cast<std::size_t>(most(quick, &StrokeState::felt));
  EXPECT_LT(quick[at].felt, 0.8 * quick[at].pressure);
  for (const StrokeState& state : felt("PRESS", 0))
    EXPECT_EQ(state.felt, state.pressure) << "what never repeats";
}

}  // namespace
}  // namespace thenar::motion
