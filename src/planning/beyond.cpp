// Does a plan keep within what is allowed? Written from the meaning of a clearance alone and without a line
// of the planner, so that the two can disagree.
#include <algorithm>
#include <map>
#include <set>

#include "thenar/planning/planning.hpp"

namespace thenar::planning {
namespace {

/// Collects what is wrong with steps, each with its place.
class Checker {
 public:
  Checker(const Practice& practice, const Clearance& clearance, const Request& request)
      : practice_(practice), clearance_(clearance), request_(request) {}

  Problems check(const std::vector<Step>& steps) {
    if (clearance_.session_refused && !steps.empty()) say("steps", "steps", "no steps after a refusal");
    for (std::size_t i = 0; i < steps.size(); ++i) {
      at_ = "steps[" + std::to_string(i) + "]";
      check_step(steps[i]);
    }
    check_times(steps);
    check_counts(steps);
    return std::move(problems_);
  }

 private:
  void say(const std::string& path, std::string found, std::string expected) {
    problems_.push_back(
        {{{}, 0, path}, std::move(found), std::move(expected), "This goes past the clearance"});
  }

  void check_step(const Step& step) {
    const auto& hand = clearance_.hands[step.hand];
    if (!hand.allowed) return say(at_ + ".hand", std::string(word(step.hand)), "a hand that may be massaged");
    const auto& wished = request_.wishes.hands;
    if (std::find(wished.begin(), wished.end(), step.hand) == wished.end())
      say(at_ + ".hand", std::string(word(step.hand)), "a hand that was asked for");
    const int most = std::max(hand.max_seconds, hand.max_programme_seconds);
    if (step.seconds > most)
      say(at_ + ".seconds", std::to_string(step.seconds), "at most " + std::to_string(most));
    check_technique(step, step.technique, step.zones);
    for (const auto& part : step.parts) {
      check_technique(step, part.technique, part.zones);
      check_part(step, part);
    }
    check_zones(step);
    check_dose(step);
    check_tool(step);
    for (PointId point : step.points) check_point(step, point);
    if (step.medium.valid() && clearance_.products_off.has(step.medium))
      say(at_ + ".medium", practice_.at(step.medium).id, "something the allergies allow");
  }

  void check_technique(const Step& step, TechniqueId id, const ZoneSet& zones) {
    const auto& technique = practice_.at(id);
    const bool mode = request_.checkin.mode == Mode::self ? technique.self : technique.partner;
    if (!mode) say(at_ + ".technique", technique.id, "a technique for this mode");
    if (clearance_.hands[step.hand].techniques_off.has(id))
      say(at_ + ".technique", technique.id, "a technique that is allowed on this hand");
    if (technique.lubricant == Lubricant::yes && step.medium.valid() && !practice_.at(step.medium).slips)
      say(at_ + ".technique", technique.id, "a technique for dry skin");
    if (!technique.level_default && step.level && *step.level > 0 && id == step.technique)
      say(at_ + ".level", std::to_string(*step.level), "no pressure in this technique");
    if (technique.level_max && step.level && *step.level > *technique.level_max && id == step.technique)
      say(at_ + ".level", std::to_string(*step.level), "at most " + std::to_string(*technique.level_max));
    zones.each([&](ZoneId zone) {
      const auto& off = practice_.at(zone).techniques_off;
      if (clearance_.hands[step.hand].zones[zone.at()].techniques_off.has(id) ||
          std::find(off.begin(), off.end(), id) != off.end())
        say(at_ + ".zones", technique.id + " on " + practice_.at(zone).id,
            "a technique that is allowed there");
    });
  }

  /// A part presses no harder than the step, nor than its own technique may.
  void check_part(const Step& step, const StepPart& part) {
    const auto& technique = practice_.at(part.technique);
    const auto path = at_ + ".parts." + part.id + ".level";
    const int most = std::min(technique.level_max.value_or(0), step.level.value_or(0));
    if (part.level && *part.level > most)
      say(path, std::to_string(*part.level), "at most " + std::to_string(most));
    if (step.programme_step >= 0 || !technique.composite.empty() || !step.points.empty()) return;
    const int seconds = most_seconds(step, part.technique);
    if (part.seconds > seconds)
      say(at_ + ".parts." + part.id + ".seconds", std::to_string(part.seconds),
          "at most " + std::to_string(seconds));
  }

  /// The longest dose of a technique on one part of the step's group.
  int most_seconds(const Step& step, TechniqueId id) const {
    if (step.combo.valid())
      for (const auto& part : practice_.at(step.combo).parts)
        if (part.technique == id) return part.dose.max_seconds;
    const auto& technique = practice_.at(id);
    const auto own = technique.dose_by_group.find(step.group);
    if (!step.group.valid() || own == technique.dose_by_group.end()) return technique.dose.max_seconds;
    const auto parts = static_cast<int>(practice_.at(step.group).parts.size());
    return own->second.max_seconds / std::max(1, parts);
  }

  /// The longest that work on one place of its own may last.
  void check_dose(const Step& step) {
    const bool local = step.group.valid() && practice_.at(step.group).of.empty();
    const bool protocol = !practice_.at(step.technique).composite.empty();
    if (!local || protocol || step.programme_step >= 0 || !step.parts.empty() || !step.points.empty()) return;
    const int most = most_seconds(step, step.technique);
    if (step.seconds > most)
      say(at_ + ".seconds", std::to_string(step.seconds), "at most " + std::to_string(most));
  }

  void check_zones(const Step& step) {
    const auto& technique = practice_.at(step.technique);
    if (technique.level_default && !step.level)
      say(at_ + ".level", "null", "a level for a technique that presses");
    const bool touches = technique.kind != TechniqueKind::breath;
    if (touches && step.zones.empty()) say(at_ + ".zones", "no zones", "the zones it works on");
    check_touched(step, technique, step.zones, step.level.value_or(0));
    for (const auto& part : step.parts) {
      check_touched(step, practice_.at(part.technique), part.zones, part.level.value_or(0));
      if (!step.zones.contains(part.zones))
        say(at_ + ".parts." + part.id + ".zones", "zones beyond those of the step", "only zones of the step");
    }
  }

  /// What a technique at a level may touch.
  void check_touched(const Step& step, const Technique& technique, const ZoneSet& zones, int level) {
    zones.each([&](ZoneId id) {
      const auto& zone = practice_.at(id);
      const auto& allowed = clearance_.hands[step.hand].zones[id.at()];
      if (zone.excluded || allowed.excluded) say(at_ + ".zones", zone.id, "a zone that may be touched");
      if (level > std::min(zone.max_level, allowed.max_level))
        say(at_ + ".level", std::to_string(level) + " on " + zone.id,
            "at most " + std::to_string(std::min(zone.max_level, allowed.max_level)));
      const int still = allowed.static_allowed ? zone.max_static_level : 0;
      if (technique.is_static && level > still)
        say(at_ + ".level", "still pressure at " + std::to_string(level) + " on " + zone.id,
            "at most " + std::to_string(still));
    });
  }

  void check_tool(const Step& step) {
    if (!step.tool.valid()) return;
    const auto& tool = practice_.at(step.tool);
    if (step.level && *step.level > tool.max_level)
      say(at_ + ".level", std::to_string(*step.level), "at most what the tool can do");
    if (tool.latex && clearance_.latex_off) say(at_ + ".tool", tool.id, "something without latex");
    if (!tool.needs_giver) return;
    const auto& giver =
        request_.checkin.mode == Mode::partner ? clearance_.partner : clearance_.giver[other(step.hand)];
    if (!giver.can_give) say(at_ + ".tool", tool.id, "something that needs no giving hand");
    if (giver.tools_off.has(step.tool)) say(at_ + ".tool", tool.id, "a tool that the giver may use");
    if (step.level && *step.level > giver.max_level)
      say(at_ + ".level", std::to_string(*step.level), "at most " + std::to_string(giver.max_level));
  }

  void check_point(const Step& step, PointId id) {
    const auto& point = practice_.at(id);
    if (clearance_.hands[step.hand].points_off.has(id) || !point.in_plans)
      say(at_ + ".points", point.id, "a point that is allowed");
    if (point.moving && practice_.at(step.technique).is_static)
      say(at_ + ".technique", practice_.at(step.technique).id + " at " + point.id, "a technique that moves");
    if (step.level && *step.level > point.max_level)
      say(at_ + ".level", std::to_string(*step.level), "at most " + std::to_string(point.max_level));
    int seconds = step.seconds;
    for (const auto& part : step.parts)
      if (part.id == point.id) seconds = part.seconds;
    if (point.dose.max_seconds > 0 && seconds > point.dose.max_seconds)
      say(at_ + ".seconds", std::to_string(seconds) + " on " + point.id,
          "at most " + std::to_string(point.dose.max_seconds));
  }

  void check_times(const std::vector<Step>& steps) {
    int total = 0;
    PerHand<int> seconds;
    PerHand<bool> firm;
    PerHand<std::vector<int>> by_zone{std::vector<int>(practice_.zones.size()),
                                      std::vector<int>(practice_.zones.size())};
    for (const auto& step : steps) {
      total += step.changeover_seconds + step.seconds;
      seconds[step.hand] += step.seconds;
      firm[step.hand] = firm[step.hand] || step.level.value_or(0) >= practice_.screening.firm_level;
      step.zones.each([&](ZoneId zone) { by_zone[step.hand][zone.at()] += step.seconds; });
    }
    if (total > clearance_.max_seconds && !steps.empty())
      say("total_seconds", std::to_string(total), "at most " + std::to_string(clearance_.max_seconds));
    for (Hand hand : kHands) {
      const auto& allowed = clearance_.hands[hand];
      const auto& programme = request_.wishes.programme;
      const bool full = programme.valid() && practice_.screening.full_programmes.has(programme);
      const int cap = firm[hand] ? allowed.max_firm_seconds
                      : full     ? allowed.max_programme_seconds
                                 : allowed.max_seconds;
      const std::string path = std::string(word(hand)) + " hand";
      if (seconds[hand] > cap)
        say(path, std::to_string(seconds[hand]) + " seconds", "at most " + std::to_string(cap));
      for (std::size_t z = 0; z < practice_.zones.size(); ++z)
        if (allowed.zones[z].max_seconds && by_zone[hand][z] > *allowed.zones[z].max_seconds)
          say(path, std::to_string(by_zone[hand][z]) + " seconds on " + practice_.zones[z].id,
              "at most " + std::to_string(*allowed.zones[z].max_seconds));
    }
  }

  void check_counts(const std::vector<Step>& steps) {
    const auto& rules = practice_.planning;
    PerHand<std::set<int>> triggers;  // a point that comes again is still one
    PerHand<std::set<int>> acupoints;
    for (const auto& step : steps)
      for (PointId point : step.points) {
        const bool trigger = practice_.at(point).kind == PointKind::trigger;
        (trigger ? triggers : acupoints)[step.hand].insert(static_cast<int>(point.at()));
      }
    const std::size_t all_triggers = triggers.left.size() + triggers.right.size();
    if (static_cast<int>(all_triggers) > rules.max_trigger_points)
      say("steps", std::to_string(all_triggers) + " trigger points",
          "at most " + std::to_string(rules.max_trigger_points));
    for (Hand hand : kHands)
      if (static_cast<int>(acupoints[hand].size()) > rules.max_acupoints_per_hand)
        say("steps", std::to_string(acupoints[hand].size()) + " acupoints",
            "at most " + std::to_string(rules.max_acupoints_per_hand) + " a hand");
    check_caps(steps);
  }

  /// What a group of its own has in all.
  void check_caps(const std::vector<Step>& steps) {
    PerHand<std::map<GroupId, int>> seconds;
    for (const auto& step : steps)
      if (step.group.valid() && step.programme_step < 0) seconds[step.hand][step.group] += step.seconds;
    for (Hand hand : kHands)
      for (const auto& [group, given] : seconds[hand])
        if (practice_.at(group).cap_seconds > 0 && given > practice_.at(group).cap_seconds)
          say(std::string(word(hand)) + " hand",
              std::to_string(given) + " seconds on " + practice_.at(group).id,
              "at most " + std::to_string(practice_.at(group).cap_seconds));
  }

  const Practice& practice_;
  const Clearance& clearance_;
  const Request& request_;
  std::string at_;
  Problems problems_;
};

}  // namespace

Problems beyond_clearance(const Practice& practice, const Clearance& clearance, const Request& request,
                          const std::vector<Step>& steps) {
  return Checker(practice, clearance, request).check(steps);
}

}  // namespace thenar::planning
