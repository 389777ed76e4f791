// T01–T03: numbness, sharp pain, too much; and the question "how does it hurt?", each with its exact effects.
#include "scene.hpp"

namespace thenar::guidance::test {
namespace {

Command numb_at(ZoneId where = {}) {
  Command c = command(CommandKind::numb);
  c.zone = where;
  return c;
}

TEST(T01, NumbnessPutsThePlaceOffForTheDayAndTheSessionGoesOn) {
  for (Mode mode : {Mode::self, Mode::partner}) {
    Request r = request(15);
    r.checkin.mode = mode;
    auto k = kneading(r);
    const auto cues = k.scene.give(k.t, numb_at());
    EXPECT_TRUE(warns(cues, "T01"));
    EXPECT_TRUE(k.scene.running());
    EXPECT_FALSE(touches_steps(k.scene.steps(), k.from(), k.step.hand, k.step.zones));
    k.step.zones.each([&](ZoneId id) {
      EXPECT_TRUE(k.scene.session().clearance().hands[k.step.hand].zones[id.at()].excluded);
    });
    const Given given = k.scene.session().given();
    EXPECT_TRUE(given.numb_stop);
    EXPECT_TRUE(given.stopped_zones[k.step.hand].contains(k.step.zones));
    ends_in_time(k);
  }
}

TEST(T01, ANamedZoneElsewhereLeavesTheStepUnderWay) {
  auto k = kneading();
  const ZoneId elsewhere = k.step.zones.has(zone("HYPO")) ? zone("THEN") : zone("HYPO");
  k.scene.give(k.t, numb_at(elsewhere));
  EXPECT_EQ(k.scene.step().zones, k.step.zones);
  ZoneSet off;
  off.add(elsewhere);
  EXPECT_FALSE(touches_steps(k.scene.steps(), k.from(), k.step.hand, off));
}

TEST(T01, TheSecondTimeThatDayEndsTheSessionAndSuggestsAReview) {
  auto k = kneading();
  k.scene.give(k.t, numb_at());
  const double t = k.scene.until_step(k.t + 1, [](const Step&) { return true; });
  k.scene.give(t, numb_at());
  EXPECT_EQ(k.scene.state().kind, StateKind::stopped);
  EXPECT_EQ(k.scene.state().rule, "T01");
  EXPECT_NE(k.scene.state().reason.find("looked at"), std::string::npos);
}

TEST(T01, ANumbnessStopBeforeCountsAsTheFirst) {
  Request r = request(15);
  r.checkin.history->numb_stops_today = 1;
  auto k = kneading(r);
  k.scene.give(k.t, numb_at());
  EXPECT_EQ(k.scene.state().kind, StateKind::stopped);
}

TEST(T01, TinglingOfTheStartThatIsNotStrongerIsNoReasonToStop) {
  Request r = request(15);
  r.checkin.ratings.tingling.left = r.checkin.ratings.tingling.right = 3;
  auto k = kneading(r);
  Command same = numb_at();
  same.value = 3;
  k.scene.give(k.t, same);
  EXPECT_EQ(k.scene.state().question, "numb_new") << "it may be elsewhere or spreading";
  k.scene.give(k.t + 2, answer("no"));
  EXPECT_EQ(k.scene.step().zones, k.step.zones);
  EXPECT_FALSE(k.scene.session().given().numb_stop);
  Command stronger = numb_at();
  stronger.value = 4;
  EXPECT_TRUE(warns(k.scene.give(k.t + 5, stronger), "T01"));
}

TEST(T01, WithTinglingAtTheStartItIsAskedWhetherItIsNew) {
  Request r = request(15);
  r.checkin.ratings.tingling.left = r.checkin.ratings.tingling.right = 3;
  auto k = kneading(r);
  k.scene.give(k.t, numb_at());
  EXPECT_EQ(k.scene.state().kind, StateKind::checking);
  EXPECT_EQ(k.scene.state().answers, (std::vector<std::string>{"yes", "no"}));
  k.scene.give(k.t + 10, answer("no"));
  EXPECT_TRUE(k.scene.running());
  EXPECT_EQ(k.scene.step().zones, k.step.zones);
  k.scene.give(k.t + 15, numb_at());
  EXPECT_TRUE(warns(k.scene.give(k.t + 20, answer("yes")), "T01"));
}

TEST(T01, AfterTheQuestionThePlaceThatWasNamedIsLeftAndSaid) {
  Request r = request(15);
  r.checkin.ratings.tingling.left = r.checkin.ratings.tingling.right = 3;
  auto k = kneading(r);
  const ZoneId named = k.step.zones.has(zone("HYPO")) ? zone("THEN") : zone("HYPO");
  k.scene.give(k.t, numb_at(named));
  const auto said = of_kind(k.scene.give(k.t + 10, answer("yes")), CueKind::warn);
  ASSERT_EQ(said.size(), 1U);
  EXPECT_NE(said.front().text.find(practice().say("zone." + practice().at(named).id + ".name")),
            std::string::npos)
      << said.front().text;
  EXPECT_EQ(k.scene.step().zones, k.step.zones);
}

TEST(T02, SharpElectricOrBurningStopsTheStepAndLowersTheLevel) {
  for (PainKind kind : {PainKind::sharp, PainKind::electric, PainKind::burning}) {
    auto k = kneading();
    const int at = k.scene.state().step;
    EXPECT_TRUE(warns(k.scene.give(k.t, hurts(5, kind)), "T02"));
    EXPECT_TRUE(k.scene.running());
    EXPECT_EQ(k.scene.state().step, at + 1);
    EXPECT_LT(k.scene.steps()[static_cast<std::size_t>(at)].seconds, k.step.seconds);
    k.step.zones.each([&](ZoneId id) {
      const auto& now = k.scene.session().clearance().hands[k.step.hand].zones[id.at()];
      EXPECT_LE(now.max_level, *k.step.level - 1);
      EXPECT_TRUE(now.techniques_off.has(k.step.technique));
    });
    for (std::size_t i = k.from(); i < k.scene.steps().size(); ++i) {
      const Step& later = k.scene.steps()[i];
      if (later.hand == k.step.hand && later.zones.intersects(k.step.zones)) {
        EXPECT_LE(later.level.value_or(0), *k.step.level - 1);
      }
    }
    ends_in_time(k);
  }
}

/// Nothing deep or pulling in the region of these zones, nor on either side of the forearm.
void expect_spared(const Kneading& k) {
  static const std::vector<const char*> kDeep{"KNEAD", "STRETCH", "XFRIC", "TRIG", "PRESS", "WRING"};
  const auto forearm = [](const ZoneSet& zones) {
    bool is = false;
    zones.each([&](ZoneId id) { is = is || practice().at(id).segment == Segment::forearm; });
    return is;
  };
  const auto deep = [](TechniqueId id) {
    return std::any_of(kDeep.begin(), kDeep.end(),
                       [&](const char* each) { return practice().at(id).id == each; });
  };
  for (std::size_t i = k.from(); i < k.scene.steps().size(); ++i) {
    const Step& later = k.scene.steps()[i];
    if (later.hand != k.step.hand) continue;
    const bool same = later.region == k.step.region || (forearm(k.step.zones) && forearm(later.zones));
    EXPECT_FALSE(same && deep(later.technique)) << i;
    for (const auto& part : later.parts) EXPECT_FALSE(same && deep(part.technique)) << i;
  }
}

TEST(T02, AfterSharpPainOrNumbnessTheWholeRegionIsSparedAndItGoesOnElsewhereAfterARest) {
  for (const Command& what : {hurts(5, PainKind::sharp), numb_at()}) {
    auto k = kneading();
    k.scene.give(k.t, what);
    ASSERT_TRUE(k.scene.running());
    expect_spared(k);
    EXPECT_NE(k.scene.step().region, k.step.region);
    const auto began = k.scene.state().session_ms;
    const auto strokes = k.scene.until_step(k.t, [](const Step&) { return true; }, 0);
    EXPECT_GE(1000 * (strokes - k.t), 5000) << "hands off first";
    EXPECT_GE(k.scene.state().session_ms, began);
  }
}

TEST(T03, TooFirmAboveThreeIsSofterAndAskedAgainAfterTwentySeconds) {
  auto k = kneading();
  EXPECT_TRUE(warns(k.scene.give(k.t, hurts(4, PainKind::too_firm)), "T03"));
  EXPECT_TRUE(k.scene.running());
  EXPECT_EQ(k.scene.step().level, *k.step.level - 1);
  k.step.zones.each([&](ZoneId id) {
    EXPECT_LE(k.scene.session().clearance().hands[k.step.hand].zones[id.at()].max_level, *k.step.level - 1);
  });
  const std::int64_t since = k.scene.state().session_ms;
  k.scene.until(k.t, [](const Session& s) { return s.state().question == "again"; });
  EXPECT_GE(k.scene.state().session_ms, since + 20000);
  EXPECT_LE(k.scene.state().session_ms, since + 40000);
}

TEST(T03, TooFirmUpToThreeIsOnlyAWish) {
  auto k = kneading();
  k.scene.give(k.t, hurts(3, PainKind::too_firm));
  EXPECT_EQ(k.scene.step().level, *k.step.level - 1);
  EXPECT_FALSE(warns(k.scene.cues(), "T03"));
  k.scene.give(k.t + 5, CommandKind::firmer);
  EXPECT_EQ(k.scene.step().level, k.step.level);
}

TEST(T03, AfterTooMuchItIsNeverFirmerThereAgain) {
  auto k = kneading();
  k.scene.give(k.t, hurts(5, PainKind::too_firm));
  for (int i = 1; i < 5; ++i) k.scene.give(k.t + i, CommandKind::firmer);
  EXPECT_EQ(k.scene.step().level, *k.step.level - 1);
}

TEST(T03, WhatWasTooMuchOnOneHandBeginsSofterOnTheOther) {
  auto k = kneading();
  k.scene.give(k.t, hurts(5, PainKind::too_firm));
  k.step.zones.each([&](ZoneId id) {
    EXPECT_LE(k.scene.session().clearance().hands[other(k.step.hand)].zones[id.at()].max_level,
              *k.step.level - 1);
  });
  for (const Step& step : k.scene.session().steps()) {
    if (step.hand == k.step.hand || !step.level || !step.zones.intersects(k.step.zones)) continue;
    EXPECT_LE(*step.level, *k.step.level - 1);
  }
}

TEST(T03, WhatCannotBeSofterIsLeftAndNotPressedThereAgain) {
  auto k = kneading();
  double t = k.t;
  const int at = k.scene.state().step;
  for (int i = *k.step.level; i > 1; --i) k.scene.give(t += 1, hurts(5, PainKind::too_firm));
  EXPECT_EQ(k.scene.state().step, at);
  EXPECT_EQ(k.scene.step().level, 1);
  EXPECT_TRUE(says(k.scene.give(t += 1, hurts(5, PainKind::too_firm)), "cue.T03.leave"));
  EXPECT_EQ(k.scene.state().step, at + 1);
  for (std::size_t i = k.from(); i < k.scene.steps().size(); ++i) {
    const Step& later = k.scene.steps()[i];
    if (later.hand == k.step.hand && later.zones.intersects(k.step.zones)) {
      EXPECT_EQ(later.level.value_or(0), 0);
    }
  }
}

TEST(T03, AHandThatHurtsAtRestDoesNotMassageTheOther) {
  auto k = kneading();
  k.scene.give(k.t, hurts(4, PainKind::ache));
  EXPECT_EQ(k.scene.state().kind, StateKind::stopped);
  EXPECT_EQ(k.scene.state().rule, "T03");
}

TEST(T03, RestingPainTwoAboveTheStartAndAtLeastFourEndsThatHand) {
  Request r = request(15);
  r.checkin.mode = Mode::partner;
  r.checkin.ratings.pain.left = r.checkin.ratings.pain.right = 2;
  auto k = kneading(r);
  EXPECT_TRUE(warns(k.scene.give(k.t, hurts(4, PainKind::ache)), "T03"));
  for (std::size_t i = k.from(); i < k.scene.steps().size(); ++i)
    EXPECT_NE(k.scene.steps()[i].hand, k.step.hand);
  EXPECT_FALSE(k.scene.session().clearance().hands[k.step.hand].allowed);
}

TEST(T03, RestingPainThatIsHardlyMoreOrBelowFourEndsNothing) {
  Request r = request(15);
  r.checkin.ratings.pain.left = r.checkin.ratings.pain.right = 3;
  auto k = kneading(r);
  k.scene.give(k.t, hurts(4, PainKind::ache));  // 1 above the start
  EXPECT_TRUE(k.scene.session().clearance().hands[k.step.hand].allowed);
  auto fresh = kneading();
  fresh.scene.give(fresh.t, hurts(3, PainKind::ache));  // 3 above the start, but below 4
  EXPECT_TRUE(fresh.scene.session().clearance().hands[fresh.step.hand].allowed);
}

TEST(T03, SevenAboveTheStartEndsTheSession) {
  for (auto kind :
       {std::optional<PainKind>{}, std::optional(PainKind::too_firm), std::optional(PainKind::ache)}) {
    auto k = kneading();
    k.scene.give(k.t, hurts(7, kind));
    EXPECT_EQ(k.scene.state().kind, StateKind::stopped);
    EXPECT_EQ(k.scene.state().rule, "T03");
  }
}

TEST(T03, AnAcheWithoutANumberIsAskedForOne) {
  auto k = kneading();
  k.scene.give(k.t, hurts({}, PainKind::ache));
  EXPECT_EQ(k.scene.state().question, "how_much");
  Command six = command(CommandKind::answer);
  six.value = 6;
  k.scene.give(k.t + 5, six);
  EXPECT_FALSE(k.scene.session().clearance().hands[k.step.hand].allowed);
}

TEST(Hurts, PausesAtOnceOffersFourAnswersAndStaysPausedWithoutOne) {
  auto k = kneading();
  const auto cues = k.scene.give(k.t, hurts({}, {}));
  EXPECT_EQ(k.scene.state().kind, StateKind::checking);
  EXPECT_EQ(k.scene.state().answers, (std::vector<std::string>{"too-firm", "sharp", "tingling", "stop"}));
  EXPECT_EQ(of_kind(cues, CueKind::ask).size(), 1U);
  const auto session_ms = k.scene.state().session_ms;
  for (CommandKind kind :
       {CommandKind::resume, CommandKind::start, CommandKind::next, CommandKind::softer, CommandKind::pause})
    k.scene.give(k.t + 5, kind);
  k.scene.advance(k.t + 3600);
  EXPECT_EQ(k.scene.state().kind, StateKind::checking);
  EXPECT_EQ(k.scene.state().session_ms, session_ms);
  k.scene.give(k.t + 3601, answer("too-firm"));
  EXPECT_TRUE(k.scene.running());
  EXPECT_EQ(k.scene.step().level, *k.step.level - 1);
}

TEST(Hurts, ItsAnswersLeadToTheirRules) {
  auto sharp = kneading();
  sharp.scene.give(sharp.t, hurts(5, {}));
  EXPECT_TRUE(warns(sharp.scene.give(sharp.t + 2, answer("sharp")), "T02"));
  auto tingling = kneading();
  tingling.scene.give(tingling.t, hurts(5, {}));
  EXPECT_TRUE(warns(tingling.scene.give(tingling.t + 2, answer("tingling")), "T01"));
  auto stop = kneading();
  stop.scene.give(stop.t, hurts(5, {}));
  stop.scene.give(stop.t + 2, answer("stop"));
  EXPECT_EQ(stop.scene.state().kind, StateKind::stopped);
}

TEST(Hurts, WhilePausedTheAnswerGoesBackToThePause) {
  auto k = kneading();
  k.scene.give(k.t, CommandKind::pause);
  k.scene.give(k.t + 5, hurts({}, {}));
  k.scene.give(k.t + 10, answer("sharp"));
  EXPECT_EQ(k.scene.state().kind, StateKind::paused);
}

}  // namespace
}  // namespace thenar::guidance::test
