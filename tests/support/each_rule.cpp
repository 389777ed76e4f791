#include "support/each_rule.hpp"

#include <map>

namespace thenar::test {
namespace {

struct Saying {
  std::map<std::string, std::string> answers;
  std::vector<std::string> zones;
};

/// The precautions that ask for more than a hand.
const std::map<std::string, Saying>& sayings() {
  static const std::map<std::string, Saying> all{
      {"S05", {{{"breathing", "no"}}, {}}},
      {"S07", {{{"ill", "no"}}, {}}},
      {"S09", {{{"new_or_fever", "no"}}, {}}},
      {"S14", {{{"sudden", "no"}}, {}}},
      {"S15", {{{"sudden", "no"}}, {}}},
      {"S16", {{}, {"FEP"}}},
      {"S20", {{{"weeks", "under_2"}, {"closed", "no"}, {"released", "yes"}}, {"D3.P1.pal"}}},
      {"S21", {{{"weeks", "2_to_6"}, {"closed", "yes"}, {"released", "yes"}}, {"D3.P1.pal"}}},
      {"S22", {{{"weeks", "6_to_12"}, {"closed", "yes"}, {"released", "yes"}}, {"D3.P1.pal"}}},
      {"S23", {{{"weeks", "over_12"}, {"closed", "yes"}, {"released", "yes"}}, {"D3.P1.pal"}}},
      {"S24", {{{"released", "no"}}, {}}},
      {"S25", {{}, {"D2.P2.dor"}}},
      {"S26", {{{"stage", "recent"}}, {"CMC1"}}},
      {"S27", {{}, {"D4.P3.pal"}}},
      {"S28", {{{"spread", "one_spot"}}, {"D2.P3.pal"}}},
      {"S29", {{{"broken", "no"}}, {"DORS"}}},
      {"S30", {{{"since", "under_3_days"}}, {"WDU"}}},
      {"S31", {{}, {"PIP3"}}},
      {"S32", {{{"hot", "no"}}, {"CMC1"}}},
      {"S34", {{{"locked", "no"}}, {"D4.P1.pal"}}},
      {"S35", {{}, {"D4.P1.pal"}}},
      {"S36", {{}, {"WDC"}}},
      {"S38", {{{"colour", "no"}}, {}}},
      {"S39", {{{"plan", "yes"}}, {}}},
      {"S42", {{{"ulcers", "no"}}, {}}},
      {"S43", {{{"swelling", "yes"}, {"cleared", "yes"}}, {}}},
      {"S44", {{{"cleared", "yes"}}, {}}},
      {"S45", {{{"platelets", "normal"}, {"bruises", "no"}, {"care_team", "no"}}, {}}},
      {"S46", {{{"kind", "thin_bones"}}, {}}},
      {"S48", {{{"team_ok", "yes"}, {"here", "yes"}}, {"MIDP"}}},
      {"S50", {{{"place", "arm"}}, {}}},
      {"S53", {{{"cleared", "no"}}, {}}},
      {"S64", {{}, {"FFP"}}},
      {"S66", {{}, {"FEP"}}},
      {"S67", {{}, {"DORS"}}},
  };
  return all;
}

}  // namespace

std::vector<std::string> all_rules() {
  std::vector<std::string> rules;
  for (int i = 1; i <= 67; ++i) rules.push_back((i < 10 ? "S0" : "S") + std::to_string(i));
  return rules;
}

void say(const Practice& practice, const std::string& rule, CheckIn& checkin) {
  if (rule == "S57") {
    checkin.age_years = 8;
  } else if (rule == "S58") {
    checkin.age_years = 84;
  } else if (rule == "S59") {
    checkin.allergies = {"nut"};
  } else if (rule == "S61") {
    checkin.ratings.pain.left = 7;
  } else {
    Condition condition;
    condition.rule = practice.ids.rules.find(rule);
    condition.hand = Hand::left;
    if (const auto it = sayings().find(rule); it != sayings().end()) {
      condition.answers = it->second.answers;
      for (const auto& zone : it->second.zones) condition.zones.push_back(practice.ids.zones.find(zone));
    }
    checkin.conditions.push_back(std::move(condition));
  }
}

bool cannot_be_both(const std::string& a, const std::string& b) {
  return (a == "S57" && b == "S58") || (a == "S58" && b == "S57");
}

}  // namespace thenar::test
