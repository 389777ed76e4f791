// The optimisation inside a plan, as data (thenar.instance/1): enough for any solver to solve it again.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "thenar/base/fields.hpp"
#include "thenar/base/vocabulary.hpp"

namespace thenar::planning {

enum class CandidateKind : std::uint8_t { stroke, trigger, acupoint };

/// A technique (or combo, or programme step) on a group of one hand. Worth is in integer millionths at the
/// three doses; between them it is linear and the slopes are whole numbers per quantum.
struct InstanceCandidate {
  std::string id;  ///< "left/MOUND/KNEAD"
  Hand hand = Hand::left;
  std::string region;
  std::vector<std::string> groups;  ///< "left/MOUND"
  std::string technique;
  CandidateKind kind = CandidateKind::stroke;
  int min_s = 0;
  int typ_s = 0;
  int max_s = 0;
  std::int64_t worth_min = 0;
  std::int64_t worth_typ = 0;
  std::int64_t worth_max = 0;
  bool serves = false;                ///< works what is marked in its group
  std::vector<std::string> excludes;  ///< ids that cannot be chosen together with it
};

/// Choose candidates and their seconds (multiples of the quantum within min_s … max_s) so that the summed
/// worth is greatest, with: step_cost_s for each chosen one and region_cost_s for each region of a hand that
/// is used; all of it within budget_s; each hand within hand_cap_s and within budget_s less the other's
/// hand_min_s; the seconds of a group within group_cap_s; at most max_techniques_per_group of a group,
/// max_acupoints_per_hand and max_trigger_points; none with one it excludes. What is marked comes first: no
/// other choice may have more groups in which a candidate that `serves` is chosen; worth decides among those.
struct Instance {
  int quantum_s = 5;
  int step_cost_s = 5;
  int region_cost_s = 5;
  int budget_s = 0;
  PerHand<int> hand_min_s;
  PerHand<int> hand_cap_s;
  int max_trigger_points = 3;
  int max_acupoints_per_hand = 2;
  int max_techniques_per_group = 2;
  std::map<std::string, int> group_cap_s;
  std::vector<InstanceCandidate> candidates;
  std::map<std::string, int> solution;  ///< seconds by candidate id
  std::int64_t objective = 0;
};

inline constexpr const char* kInstanceFormat = "thenar.instance/1";

/// Solves an instance exactly by dynamic programming over quanta and fills solution and objective. Ties:
/// fewer steps, then the order of the candidates. Candidates of one group may exclude only candidates of that
/// group.
void solve(Instance& instance);

}  // namespace thenar::planning

namespace thenar {
template <>
struct EnumWords<planning::CandidateKind> {
  static constexpr std::array<std::string_view, 3> words{"stroke", "trigger", "acupoint"};
};
}  // namespace thenar

namespace thenar::planning {
template <class A>
void describe(A& a, InstanceCandidate& v) {
  a.required("id", v.id);
  a.required("hand", v.hand);
  a.required("region", v.region);
  a.required("groups", v.groups);
  a.required("technique", v.technique);
  a.required("kind", v.kind);
  a.required("min_s", v.min_s, Range{0, 3600});
  a.required("typ_s", v.typ_s, Range{0, 3600});
  a.required("max_s", v.max_s, Range{0, 3600});
  a.required("worth_min", v.worth_min);
  a.required("worth_typ", v.worth_typ);
  a.required("worth_max", v.worth_max);
  a.optional("serves", v.serves);
  a.optional("excludes", v.excludes);
}
template <class A>
void describe(A& a, Instance& v) {
  a.format(kInstanceFormat);
  a.required("quantum_s", v.quantum_s, Range{1, 60});
  a.required("step_cost_s", v.step_cost_s, Range{0, 60});
  a.required("region_cost_s", v.region_cost_s, Range{0, 60});
  a.required("budget_s", v.budget_s, Range{0, 3600});
  a.required("hand_min_s", v.hand_min_s, Range{0, 3600});
  a.required("hand_cap_s", v.hand_cap_s, Range{0, 3600});
  a.required("max_trigger_points", v.max_trigger_points, Range{0, 3});
  a.required("max_acupoints_per_hand", v.max_acupoints_per_hand, Range{0, 3});
  a.required("max_techniques_per_group", v.max_techniques_per_group, Range{0, 2});
  a.required("group_cap_s", v.group_cap_s, Range{0, 3600});
  a.required("candidates", v.candidates);
  a.optional("solution", v.solution, Range{0, 3600});
  a.optional("objective", v.objective);
}
}  // namespace thenar::planning
