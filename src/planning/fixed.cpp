#include "fixed.hpp"

#include <algorithm>

namespace thenar {
template <>
struct EnumWords<planning::FixedPlace> {
  static constexpr std::array<std::string_view, 6> words{"opening_touch", "warming",        "essential",
                                                         "closing_tap",   "closing_stroke", "closing_touch"};
};
}  // namespace thenar

namespace thenar::planning {
namespace {

/// The seconds of the longest stretch that the hand's time reaches.
int seconds_for(const FixedPart& part, int hand_seconds) {
  int seconds = 0;
  for (std::size_t i = 0; i < part.seconds.size() && i < part.from_hand_seconds.size(); ++i)
    if (hand_seconds >= part.from_hand_seconds[i]) seconds = part.seconds[i];
  return seconds;
}

bool wanted(const Brief& brief, const FixedPart& part) {
  const auto any = [&](const std::vector<Goal>& goals) {
    return std::any_of(goals.begin(), goals.end(), [&](Goal goal) { return brief.wished(goal); });
  };
  return (part.only_goals.empty() || any(part.only_goals)) && !any(part.not_goals);
}

ZoneSet zones_of(const Practice& practice, const GroupSet& groups) {
  ZoneSet zones;
  groups.each([&](GroupId group) { zones |= practice.at(group).zones; });
  return zones;
}

std::optional<Fit> first_fit(const Brief& brief, Hand hand, const FixedPart& part, const GroupSet& groups) {
  // A receiver whom the giver cannot feel is met more softly here too.
  const int level = part.level > 1 ? std::max(1, part.level - brief.clearance.start_level_drop) : part.level;
  ZoneSet zones = zones_of(brief.practice, groups);
  if (part.spares_tender) zones -= brief.tender[hand];
  for (TechniqueId technique : part.techniques)
    if (auto found = fit(brief, {hand, technique, groups, zones, level, {}})) return found;
  return {};
}

/// Already behind us in a session that is planned anew.
bool is_done(const Brief& brief, Hand hand, FixedPlace place, const FixedPart& part) {
  if (brief.progress == nullptr) return false;
  const auto& progress = *brief.progress;
  if (place == FixedPlace::opening) return progress.opened[hand] || progress.touched[hand];
  if (place == FixedPlace::warming) return progress.touched[hand];
  if (place != FixedPlace::essential) return false;
  return std::any_of(part.techniques.begin(), part.techniques.end(),
                     [&](TechniqueId id) { return progress.techniques_done[hand].has(id); });
}

/// Breathing takes the place of several fixed parts where nothing may touch the hand: then it is one step, no
/// shorter than a breath needs.
void join_breathing(const Brief& brief, int hand_seconds, std::vector<FixedStep>& steps) {
  const auto breathes = [&](const FixedStep& step) {
    return brief.practice.at(step.fit.technique).kind == TechniqueKind::breath;
  };
  const auto first = std::find_if(steps.begin(), steps.end(), breathes);
  if (first == steps.end()) return;
  const auto& dose = brief.practice.at(first->fit.technique).dose;
  int others = 0;
  int breathing = 0;
  for (const auto& step : steps) (breathes(step) ? breathing : others) += step.seconds;
  first->seconds = std::clamp(breathing, dose.min_seconds, dose.max_seconds);
  const bool fits = others + first->seconds <= hand_seconds;
  steps.erase(std::remove_if(fits ? first + 1 : first, steps.end(), breathes), steps.end());
}

}  // namespace

std::vector<FixedStep> fixed_steps(const Brief& brief, Hand hand, int hand_seconds) {
  std::vector<FixedStep> steps;
  int total = 0;
  for (const auto& part : brief.rules().fixed) {
    const auto place = from_word<FixedPlace>(part.id);
    if (!place || !wanted(brief, part) || is_done(brief, hand, *place, part)) continue;
    const int seconds = seconds_for(part, hand_seconds);
    if (seconds <= 0 || total + seconds > hand_seconds) continue;
    auto found = first_fit(brief, hand, part, part.groups);
    if (!found) continue;
    steps.push_back({*place, *found, part.groups, seconds});
    total += seconds;
  }
  join_breathing(brief, hand_seconds, steps);
  return steps;
}

void narrow_to(const Brief& brief, Hand hand, const GroupSet& worked, std::vector<FixedStep>& steps) {
  for (auto& step : steps) {
    if (step.place != FixedPlace::warming && step.place != FixedPlace::closing_stroke) continue;
    GroupSet kept;
    step.groups.each([&](GroupId id) {
      const auto& group = brief.practice.at(id);
      GroupSet covered = group.of;
      covered.add(id);
      if (covered.intersects(worked) || group.zones.intersects(brief.focus[hand])) kept.add(id);
    });
    if (kept.empty() || kept == step.groups) continue;
    Ask ask{hand, step.fit.technique, kept, zones_of(brief.practice, kept), step.fit.level, {}};
    if (auto found = fit(brief, ask)) {
      step.fit = *found;
      step.groups = kept;
    }
  }
}

}  // namespace thenar::planning
