// Each of the sixty-seven precautions alone and every two together, against what the brief as amended says of
// each: two together are the stricter of both in everything. Written from the brief; nothing here looks at
// the rules of the practice.
#include <map>

#include "expected.hpp"
#include "support/each_rule.hpp"

namespace thenar::test {
namespace {

const Names kPalmSide{"THEN", "HYPO", "MIDP", "DPC1", "DPC2", "DPC3", "DPC4", "DPC5",
                      "WPR",  "WPC",  "WPU",  "CT",   "KAP",  "GUY",  "HOH",  "PIS"};
const Names kScented{"scented_lotion", "essential_oils"};

/// What the brief says of one precaution as it is said in support/each_rule.cpp.
class Brief {
 public:
  explicit Brief(Mode mode) : mode_(mode) {
    care();
    surgery();
    local();
    body();
  }
  const Expected& operator[](const std::string& rule) const { return by_rule_.at(rule); }

 private:
  Expected& is(const std::string& rule, Verdict verdict = Verdict::modified) {
    return by_rule_.emplace(rule, Expected(verdict, mode_)).first->second;
  }
  bool with_partner() const { return mode_ == Mode::partner; }

  void care() {
    for (const char* rule : {"S01", "S02", "S13", "S18"})
      is(rule, Verdict::emergency).refuse_session().cannot_give(kBoth).advice(Urgency::now);
    for (const char* rule : {"S03", "S04", "S08", "S10"})
      is(rule, Verdict::emergency).refuse_session().cannot_give().advice(Urgency::now);
    for (const char* rule : {"S05", "S06", "S09"})
      is(rule, Verdict::refer).refuse().cannot_give().heat_off().advice(Urgency::same_day);
    is("S07", Verdict::refer).refuse_session().cannot_give().advice(Urgency::same_day);
    is("S11", Verdict::refer).refuse().cannot_give().heat_off().advice(Urgency::within_48_hours);
    is("S12", Verdict::refer).refuse_session().cannot_give(kBoth).advice(Urgency::when_convenient);
    for (const char* rule : {"S14", "S15"})
      is(rule, Verdict::refer)
          .level(1)
          .only({"HOLD", "EFFL", "STROKE", "BREATH"})
          .exclude(kPalmSide)
          .acupoints_off()
          .trigger_points_off()
          .programmes_off({"P06"})
          .tools_off({"palm_heel"})
          .heat_off()
          .advice(Urgency::within_2_weeks);
    by_rule_.at("S15").exclude({"CBT"});
    is("S16", Verdict::refer).exclude({"FEP"}).heat_off().advice(Urgency::within_2_weeks);
    is("S17", Verdict::refer).refuse_session().cannot_give(kBoth).advice(Urgency::same_day);
    is("S19", Verdict::refer).refuse().cannot_give().heat_off().advice(Urgency::same_day);
  }

  void surgery() {
    Names beyond_the_wound;
    for (const auto& name : ray(3))
      if (name != "DI3" && !name.starts_with("DPC") && !name.starts_with("MCP") && !name.starts_with("W"))
        beyond_the_wound.push_back(name);
    is("S20")
        .exclude(within_cm("D3.P1.pal", 5))
        .level(1, beyond_the_wound)
        .off({"STRETCH", "MOBIL", "TRACT"}, ray(3))
        .off({"AROM"})
        .programmes_off({"P12"})
        .cannot_give()
        .heat_off()
        .c.gloves = with_partner();
    is("S21")
        .level(1, {"D3.P1.pal"})
        .zone_seconds(120, {"D3.P1.pal"})
        .off({"XFRIC", "ROLL", "TRIG"}, {"D3.P1.pal"})
        .off({"STRETCH", "MOBIL", "TRACT"}, ray(3))
        .programmes_off({"P12"})
        .products_off(kScented)
        .cannot_give()
        .c.lubricant_required = true;
    is("S22")
        .level(2, {"D3.P1.pal"})
        .zone_seconds(300, {"D3.P1.pal"})
        .off({"STRETCH", "TRACT"}, ray(3))
        .cannot_give();
    is("S23").cannot_give();
    is("S24", Verdict::refer)
        .off({"STRETCH", "MOBIL", "TRACT", "AROM"})
        .programmes_off({"P12"})
        .cannot_give()
        .advice(Urgency::when_convenient);
    is("S25").exclude(ray(2)).off({"STRETCH", "MOBIL", "TRACT", "SHAKE", "VIBR"}).cannot_give().heat_off();
    is("S26").exclude({"CMC1"}).heat_off().c.gloves = with_partner();
  }

  void local() {
    is("S27").exclude(within_cm("D4.P3.pal", 3)).heat_off().c.gloves = with_partner();
    auto& wart = is("S28").exclude({"D2.P3.pal"}).cannot_give().heat_off();
    wart.c.gloves = with_partner();
    wart.c.hands.left.last = true;
    is("S29").off({"ROLL", "XFRIC"}).level(1, {"DORS"}).products_off(kScented).c.lubricant_required = true;
    is("S30").off({"XFRIC", "SHAKE", "VIBR"}).exclude({"WDU"}).cannot_give().heat_off();
    is("S31")
        .level(1)
        .exclude(within_cm("PIP3", 2))
        .off({"STRETCH", "TRACT", "MOBIL", "XFRIC", "AROM"})
        .trigger_points_off()
        .programmes_off({"P05"})
        .heat_off();
    is("S32")
        .level(2, {"CMC1", "THEN", "W1"})
        .off({"TRACT"}, group("THUMB"))
        .off({"MOBIL"}, {"CMC1"})
        .tools_off(kThumbTools);
    is("S33")
        .exclude({"WDR", "SNUF"})
        .off({"STRETCH"}, group("THUMB") + group("WRIST_D") + group("EXTENSORS"))
        .off({"MOBIL"}, group("WRIST_D"))
        .level(2, {"FEP"})
        .tools_off(kThumbTools);
    is("S34").level(1, {"DPC4"}).off({"STRETCH", "TRACT"}, ray(4));
    is("S35").level(2, {"D4.P1.pal"}).off({"STRETCH", "TRACT"}, ray(4));
    is("S36").exclude(within_cm("WDC", 2));
    is("S37")
        .no_static({"CT", "WPC"})
        .points_off({"PC6", "PC7"})
        .level(2, {"THEN", "HYPO"})
        .off({"TAP"})
        .off({"STRETCH"},
             group("HAND") + group("FLEXORS") + group("EXTENSORS") + group("WRIST_P") + group("WRIST_D"))
        .tools_off({"palm_heel"});
    is("S38").exclude({"GUY", "HOH", "HYPO"}).tools_off({"palm_heel"});
    is("S39")
        .level(1)
        .hand_seconds(120)
        .only({"HOLD", "STROKE", "BREATH"})
        .acupoints_off()
        .trigger_points_off()
        .heat_off();
    is("S40").level(2).off({"TRIG", "XFRIC", "TAP"}).gives_at_most(1).heat_off();
    by_rule_.at("S40").c.hands.left.feedback_unreliable = true;
  }

  void body() {
    is("S41").level(2);
    is("S42").level(2).off({"LYMPH", "ROLL", "XFRIC"});
    is("S43")
        .level(1)
        .only({"LYMPH", "AROM", "BREATH"})
        .acupoints_off()
        .trigger_points_off()
        .programmes_off({"P08"})
        .products_off({"paraffin_wax"})
        .heat_off();
    is("S44").level(2).off({"LYMPH", "TRIG", "XFRIC"}).trigger_points_off().heat_off();
    is("S45")
        .level(2, all_zones(), kBoth)
        .off({"TRIG", "XFRIC", "ROLL", "TAP", "KNEAD"}, all_zones(), kBoth)
        .trigger_points_off(kBoth)
        .heat_off();
    is("S46").level(2).off({"TRACT", "MOBIL", "TAP"});
    is("S47").level(2).off({"ROLL", "XFRIC", "WRING"}).c.lubricant_required = true;
    is("S48").level(2).off({"LYMPH"}).exclude({"MIDP"}).heat_off();
    is("S49").refuse().advice(Urgency::when_convenient);
    is("S50").refuse().cannot_give().heat_off().advice(Urgency::when_convenient);
    is("S51").points_off({"LI4", "TP.DI1"}, kBoth).products_off({"paraffin_wax"});
    is("S52", Verdict::clear);
    is("S53", Verdict::refer)
        .off({"LYMPH", "EFFL", "WRING"}, all_zones(), kBoth)
        .programmes_off({"P08"}, kBoth)
        .advice(Urgency::when_convenient);
    is("S54").off({"TRACT", "STRETCH", "MOBIL"});
    is("S55").level(2).off({"TRACT"}).cannot_give().heat_off().c.slow = true;
    auto& dementia = is("S56").level(2, all_zones(), kBoth).session_seconds(600).heat_off();
    dementia.c.quiet = true;
    auto& child = is("S57").level(1, all_zones(), kBoth).session_seconds(300).products_off(kScented);
    if (!with_partner())  // both are given by somebody else, or not at all
      for (auto* each : {&dementia, &child}) {
        each->refuse_session().advice(Urgency::none);
        each->c.verdict = Verdict::refer;
      }
    is("S58").level(2, all_zones(), kBoth).session_seconds(600);
    is("S59").products_off({"almond", "arachis", "hazelnut", "walnut", "shea"});
    is("S60")
        .level(2, all_zones(), kBoth)
        .off({"TRIG"}, all_zones(), kBoth)
        .trigger_points_off(kBoth)
        .heat_off();
    is("S61")
        .level(1)
        .only({"HOLD", "EFFL", "BREATH"})
        .acupoints_off()
        .trigger_points_off()
        .advice(Urgency::within_2_weeks);
    if (with_partner()) {
      is("S62", Verdict::refer).refuse_session().advice(Urgency::none);
    } else {
      is("S62", Verdict::clear);
    }
    is("S63")
        .exclude(group("WRIST_P") + group("WRIST_D") +
                 Names{"RADA", "SNUF", "CT", "GUY", "PIS", "FFD", "FED", "SRN", "ULB"})
        .heat_off()
        .off({"STRETCH"}, group("WRIST_D") + group("HAND") + group("FLEXORS") + group("EXTENSORS"));
    is("S64").exclude(within_cm("FFP", 3)).cannot_give().heat_off().c.gloves = with_partner();
    is("S65")
        .level(2, all_zones(), kBoth)
        .off({"TRIG", "XFRIC"}, all_zones(), kBoth)
        .trigger_points_off(kBoth);
    is("S66").exclude(within_cm("FEP", 3));
    is("S67").level(0, {"DORS"}).only({"HOLD", "BREATH"}, {"DORS"});
  }

  Mode mode_;
  std::map<std::string, Expected> by_rule_;
};

CheckIn saying(const std::vector<std::string>& rules, Mode mode) {
  auto checkin = with({}, mode);
  for (const auto& rule : rules) say(shipped_practice(), rule, checkin);
  return checkin;
}

TEST(EachRule, AloneDoesExactlyWhatTheBriefSays) {
  for (auto mode : {Mode::self, Mode::partner}) {
    const Brief brief(mode);
    for (const auto& rule : all_rules()) {
      SCOPED_TRACE(rule + " " + std::string(word(mode)));
      expect_clearance(saying({rule}, mode), brief[rule]);
    }
  }
}

TEST(EachRule, WithAnyOtherIsTheStricterOfBothInEverything) {
  for (auto mode : {Mode::self, Mode::partner}) {
    const Brief brief(mode);
    const auto rules = all_rules();
    int pairs = 0;
    for (std::size_t i = 0; i < rules.size(); ++i)
      for (std::size_t j = i + 1; j < rules.size(); ++j) {
        if (cannot_be_both(rules[i], rules[j])) continue;
        SCOPED_TRACE(rules[i] + " and " + rules[j] + " " + std::string(word(mode)));
        expect_clearance(saying({rules[i], rules[j]}, mode), stricter(brief[rules[i]], brief[rules[j]]));
        ++pairs;
      }
    EXPECT_EQ(pairs, 67 * 66 / 2 - 1);
  }
}

}  // namespace
}  // namespace thenar::test
