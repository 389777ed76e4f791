// Planning: clearance and wishes in, plan out. Exact: no other plan within the limits is worth more.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "thenar/base/fields.hpp"
#include "thenar/base/ids.hpp"
#include "thenar/base/result.hpp"
#include "thenar/planning/instance.hpp"
#include "thenar/planning/plan.hpp"

namespace thenar::planning {

/// Screens a request and composes its plan. A refusal is a plan without steps and with advice. Deterministic:
/// the same request gives the same bytes on every platform.
Plan compose(const Practice& practice, const Request& request);

/// The optimisation instance of a request and its solution, as compose solves it; empty candidates when
/// refused.
Instance instance_of(const Practice& practice, const Request& request);

/// Where a session stands when it must be planned anew.
struct Progress {
  int seconds_left = 0;                           ///< until the end that was promised
  Hand current = Hand::left;                      ///< the hand being worked on
  PerHand<bool> opened;                           ///< its opening is done
  PerHand<bool> touched;                          ///< its warming is done
  PerHand<bool> ended;                            ///< no more work on it in this session
  PerHand<std::map<GroupId, int>> group_seconds;  ///< already given
  PerHand<int> hand_seconds;                      ///< already given, changeovers included
  PerHand<std::vector<PointId>> points;           ///< already pressed
  PerHand<std::vector<int>> programme_seconds;  ///< already given, by programme step; empty without programme
  PerHand<std::vector<int>>
      programme_steps_done;               ///< programme steps that are over (done, skipped or stopped)
  PerHand<TechniqueSet> techniques_done;  ///< so that essentials are not repeated
  PerHand<std::map<GroupId, TechniqueSet>> worked_with;  ///< chosen work of a group: not chosen there again
  PerHand<std::map<GroupId, int>> works_done;            ///< and how many works that were
  TechniqueSet techniques_off;                           ///< stopped for the rest of the session
  PerHand<ZoneSet> zones_off;                            ///< skipped or stopped for the rest of the session
};

/// The steps for what is left, with the same solver, under a clearance that is at most the plan's own. Their
/// times add up to at most progress.seconds_left. Indices go on from `first_index`.
std::vector<Step> replan(const Practice& practice, const Plan& plan, const Clearance& clearance,
                         const Progress& progress, int first_index);

/// Gives each part of a step its level: the step's, or less where its own technique takes less.
void set_part_levels(const Practice& practice, Step& step);

/// A plan as its document, and back. Reading screens the request again: a plan from another practice version,
/// with another clearance or with a step beyond it is refused with the place.
Json to_document(const Practice& practice, const Plan& plan);
Loaded<Plan> read_plan(const Practice& practice, std::string_view text, std::string_view file);
Loaded<Plan> read_plan(const Practice& practice, const Json& json, std::string_view file);

/// Every way in which steps go beyond a clearance or the practice's own limits; empty for every plan of ours.
/// Written without the planner's code, so that it can check it.
Problems beyond_clearance(const Practice& practice, const Clearance& clearance, const Request& request,
                          const std::vector<Step>& steps);

/// The steps before which the working hand moves to the other one; breathing belongs to no hand.
std::vector<std::size_t> hand_changes(const Practice& practice, const std::vector<Step>& steps);

}  // namespace thenar::planning
