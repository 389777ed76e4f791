// What is fixed before any candidate is made: wishes in numbers, what lies on the skin, marks on the hands.
// And the one question everything in a plan has to answer: does this technique fit here today, and how?
#pragma once

#include <array>
#include <cmath>
#include <optional>
#include <vector>

#include "thenar/planning/planning.hpp"

namespace thenar::planning {

/// Factors of the data enter whole-number sums as thousandths.
inline constexpr std::int64_t kThousand = 1000;
inline std::int64_t per_mille(double factor) {
  return std::llround(factor * 1000);
}
/// Worth is counted in millionths.
inline constexpr std::int64_t kMillion = 1'000'000;

struct Brief {
  const Practice& practice;
  const Request& request;
  const Clearance& clearance;
  const Progress* progress = nullptr;  ///< a session in the middle; none for a new plan
  std::array<std::int64_t, kGoalCount>
      weight{};  ///< wished goals in millionths, times the factor of their grade
  std::array<GroupSet, kGoalCount> relevant{};  ///< groups that a goal is about
  std::array<ClaimId, kGoalCount> claim{};      ///< what may be said of a goal
  Goal main_goal = Goal::pain;                  ///< the one wished most
  bool quiet = false;
  MediumId medium{};  ///< what will be on the skin
  TechniqueSet chosen_techniques{};
  PointSet chosen_points{};
  ProgrammeId programme{};             ///< none when composed freely or when it is not for today
  PerHand<int> allowed_seconds{};      ///< for each hand, fixed parts and costs included
  PerHand<bool> works{};               ///< hands that get a massage
  PerHand<ZoneSet> focus{};            ///< marked sore, stiff or tense
  PerHand<ZoneSet> knots{};            ///< marked as a knot
  PerHand<ZoneSet> tender{};           ///< marked so that work there begins softly
  int tender_level = kMaxLevel;        ///< and how firm at most
  std::vector<std::string> remarks{};  ///< why something asked for could not be had

  const PlanningRules& rules() const { return practice.planning; }
  bool wished(Goal goal) const { return weight[static_cast<std::size_t>(goal)] > 0; }
  bool slips() const { return practice.at(medium).slips; }
};

/// The clearance a plan is made under, and what each hand may take.
struct Allowance {
  Clearance clearance;
  PerHand<int> seconds;
};

/// Applies the amounts of the first weeks: a hand gets either a short massage with firm work or a longer one
/// without, by how much time it would have in `total_seconds`.
Allowance allowance(const Practice& practice, const Request& request, const Clearance& clearance,
                    const Progress* progress, int total_seconds);

Brief make_brief(const Practice& practice, const Request& request, const Allowance& allowance,
                 const Progress* progress);

/// How a technique fits on some zones today.
struct Fit {
  TechniqueId technique;
  ZoneSet zones;  ///< those that may be worked
  ToolId tool;    ///< none when nothing touches
  std::optional<int> level;
  double share = 1;                ///< working area left, of the whole
  std::optional<int> max_seconds;  ///< where a zone has a time cap
  RuleSet rules;                   ///< precautions that shaped it
};

/// What is asked of fit.
struct Ask {
  Hand hand = Hand::left;
  TechniqueId technique;
  GroupSet groups;  ///< where; tools must be able to work on all of them
  ZoneSet zones;    ///< the zones of the groups, or those wanted
  std::optional<int> level_ceiling;
  std::vector<ToolId> tools;  ///< instead of the technique's own; empty = its own
};

/// The technique on these zones as the clearance, the giver, the mode and the medium allow it; nothing when
/// they do not.
std::optional<Fit> fit(const Brief& brief, const Ask& ask);

/// The same, or what takes the technique's place: in self-massage, on dry skin.
std::optional<Fit> fit_or_replacement(const Brief& brief, Ask ask);

/// True when the technique was asked for, or needs no asking.
bool proposable(const Brief& brief, TechniqueId technique);

}  // namespace thenar::planning
