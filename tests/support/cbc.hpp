// An independent solver for planning instances: coinor-cbc, run as a process on the instance written as a
// mixed-integer programme. Shares nothing with the planner but the instance.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "thenar/planning/instance.hpp"

namespace thenar::test {

struct CbcAnswer {
  std::int64_t objective = 0;          ///< recomputed in whole numbers from the seconds
  std::map<std::string, int> seconds;  ///< by candidate id
};

/// Groups in which a candidate that serves was chosen.
int groups_served(const planning::Instance& instance, const std::map<std::string, int>& seconds);

/// Solves an instance with cbc, in two runs where something is marked: first the most groups that can be
/// served, then the most worth with so many. Nothing when cbc cannot be run or does not prove its answer
/// best.
std::optional<CbcAnswer> solve_with_cbc(const planning::Instance& instance);

/// Worth of seconds for one candidate, straight from the definition in the format's documentation.
std::int64_t worth_at(const planning::Instance& instance, const planning::InstanceCandidate& candidate,
                      int seconds);

/// Every constraint that a solution breaks, as text; empty when it keeps them all.
std::string broken_constraints(const planning::Instance& instance, const std::map<std::string, int>& seconds);

}  // namespace thenar::test
