// The practice as data: what practice/*.toml says, loaded once and then only read. C++ holds what a field
// means; every limit, dose, tempo, weight and threshold stands in the data with its source and confidence.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "thenar/base/text.hpp"
#include "thenar/practice/measures.hpp"
#include "thenar/practice/motion.hpp"
#include "thenar/practice/programmes.hpp"
#include "thenar/practice/shelf.hpp"

namespace thenar {

/// The whole practice. Immutable after loading; share it by const reference.
struct Practice {
  std::string version;
  std::string reviewed_by;  ///< empty until a clinician signs
  std::vector<Zone> zones;
  std::vector<Region> regions;
  std::vector<Group> groups;
  std::vector<NamedPlace> places;
  std::vector<JointRange> joint_ranges;
  std::vector<HandLength> hand_lengths;
  std::vector<PressureLevel> pressure_levels;
  std::vector<TissueKind> tissues;
  std::vector<Way> ways;
  std::vector<JointMotion> joint_motions;
  std::vector<Tool> tools;
  std::vector<Technique> techniques;
  std::vector<Combo> combos;
  std::vector<Point> points;
  std::vector<TechniqueRates> technique_rates;
  std::vector<PointRates> point_rates;
  std::vector<GoalRelevance> goal_relevance;
  PlanningRules planning;
  std::vector<Gate> gates;
  std::vector<Rule> rules;
  ScreeningRules screening;
  GuidanceRules guidance;
  std::vector<Programme> programmes;
  std::vector<Claim> claims;
  std::vector<Measure> measures;
  std::optional<GripRules> grip;
  std::vector<JointAngle> joint_angles;
  OutcomeRules outcomes;
  std::vector<Medium> media;
  std::vector<ChecklistItem> checklist;
  std::vector<EmergencyNumber> emergency_numbers;
  std::vector<std::string> forbidden_words;  ///< no text may contain them
  std::map<std::string, std::string> words;  ///< flat keys as "zone.THEN.name"

  // Derived while loading.
  Ids ids;
  std::vector<std::vector<double>> zone_gap_cm;  ///< shortest distance between the boxes of two zones

  const Zone& at(ZoneId id) const { return zones[id.at()]; }
  const Region& at(RegionId id) const { return regions[id.at()]; }
  const Group& at(GroupId id) const { return groups[id.at()]; }
  const Tool& at(ToolId id) const { return tools[id.at()]; }
  const Technique& at(TechniqueId id) const { return techniques[id.at()]; }
  const Combo& at(ComboId id) const { return combos[id.at()]; }
  const Point& at(PointId id) const { return points[id.at()]; }
  const Rule& at(RuleId id) const { return rules[id.at()]; }
  const Programme& at(ProgrammeId id) const { return programmes[id.at()]; }
  const Medium& at(MediumId id) const { return media[id.at()]; }
  const Claim& at(ClaimId id) const { return claims[id.at()]; }
  const Measure& at(MeasureId id) const { return measures[id.at()]; }

  /// The text of a key; the key itself when there is none (the loader refuses a practice with missing words).
  const std::string& say(const std::string& key) const {
    auto it = words.find(key);
    return it == words.end() ? key : it->second;
  }

  /// Texts as one: "a", "a and b", "a, b and c".
  std::string list(const std::vector<std::string>& texts) const { return joined(texts, say("list.and")); }
};

}  // namespace thenar
