// How much is good: the doses of techniques, points and programme steps, added up over a session.
#include <algorithm>
#include <tuple>

#include "machine.hpp"

namespace thenar::guidance {
namespace {

bool composite(const Machine& m, const Step& step) {
  return !m.practice->at(step.technique).composite.empty();
}

/// How many parts a group is worked in, each with a dose of its own.
int parts_of(const Practice& practice, GroupId group) {
  return group.valid() ? std::max(1, static_cast<int>(practice.at(group).parts.size())) : 1;
}

/// Most seconds of a technique on a group, or on one of its parts; within a combo by the combo's own dose.
int dose_of(const Practice& practice, const Step& step, TechniqueId technique, bool one_part) {
  const int parts = parts_of(practice, step.group);
  if (step.combo.valid())
    for (const auto& part : practice.at(step.combo).parts)
      if (part.technique == technique) return part.dose.max_seconds * (one_part ? 1 : parts);
  const Technique& data = practice.at(technique);
  const auto own = data.dose_by_group.find(step.group);
  if (own != data.dose_by_group.end())
    return one_part ? own->second.max_seconds / parts : own->second.max_seconds;
  return data.dose.max_seconds * (one_part ? 1 : parts);
}

/// A programme's step may take twice its published seconds.
int programme_limit(const Machine& m, const Step& step) {
  const ProgrammeStep* own = programme_step(*m.practice, m.plan, step);
  return own == nullptr ? 0 : 2 * own->seconds;
}

int point_limit(const Practice& practice, PointId id, TechniqueId technique) {
  const int own = practice.at(id).dose.max_seconds;
  return own > 0 ? own : practice.at(technique).dose.max_seconds;
}

/// Most seconds of one part of a step.
int part_limit(const Machine& m, const Step& step, const StepPart& part) {
  for (PointId id : step.points)
    if (m.practice->at(id).id == part.id) return point_limit(*m.practice, id, step.technique);
  if (step.programme_step >= 0)
    return std::max(dose_of(*m.practice, step, part.technique, true),
                    programme_limit(m, step) / std::max(1, static_cast<int>(step.parts.size())));
  return dose_of(*m.practice, step, part.technique, parts_of(*m.practice, step.group) > 1);
}

/// Most seconds of strokes a step of this kind may have.
int step_limit(const Machine& m, const Step& step) {
  if (!step.points.empty()) {
    int most = 0;
    for (PointId id : step.points) most += point_limit(*m.practice, id, step.technique);
    return most;
  }
  if (step.programme_step >= 0) return programme_limit(m, step);
  if (step.parts.empty() || composite(m, step)) return dose_of(*m.practice, step, step.technique, false);
  int most = 0;
  for (const StepPart& part : step.parts) most += part_limit(m, step, part);
  return most;
}

/// What a dose is counted for: the work of a technique on a group or its part, a point, a programme's step.
using DoseKey = std::tuple<Hand, int, int, std::string>;
struct Amount {
  int seconds = 0;
  int most = 0;
  int times = 0;
};
class Amounts {
 public:
  explicit Amounts(const Machine& m) : m_(m) {}

  void add(const Step& step) {
    const Practice& practice = *m_.practice;
    if (!step.points.empty()) return add_points(step);
    if (step.programme_step >= 0)
      return add({step.hand, -1, step.programme_step, {}}, step.seconds, programme_limit(m_, step));
    if (!step.group.valid() || step.phase == Phase::open || step.phase == Phase::close) return;
    if (step.parts.empty())
      return add(key(step, step.technique, {}), step.seconds, dose_of(practice, step, step.technique, false));
    for (const StepPart& part : step.parts)
      add(key(step, part.technique, parts_of(practice, step.group) > 1 ? part.id : std::string{}),
          part.seconds, part_limit(m_, step, part));
  }

  bool all_within() const {
    return !twice_ && std::all_of(amounts_.begin(), amounts_.end(),
                                  [](const auto& each) { return each.second.seconds <= each.second.most; });
  }

 private:
  static DoseKey key(const Step& step, TechniqueId technique, std::string part) {
    return {step.hand, static_cast<int>(step.group.at()), static_cast<int>(technique.at()), std::move(part)};
  }
  void add(const DoseKey& what, int seconds, int most) {
    Amount& amount = amounts_[what];
    amount.seconds += seconds;
    amount.most = std::max({amount.most, most, amount.times == 0 ? seconds : 0});
    ++amount.times;
  }
  /// A muscle with a trigger point rests until the next day: its protocol is given once.
  void add_points(const Step& step) {
    for (PointId id : step.points) {
      int seconds = step.seconds;
      for (const StepPart& part : step.parts)
        if (part.id == m_.practice->at(id).id) seconds = part.seconds;
      const DoseKey what{step.hand, -2, static_cast<int>(id.at()), {}};
      add(what, seconds, point_limit(*m_.practice, id, step.technique));
      const bool trigger = m_.practice->at(id).kind == PointKind::trigger;
      twice_ = twice_ || (trigger && amounts_[what].times > 1);
    }
  }

  const Machine& m_;
  std::map<DoseKey, Amount> amounts_;
  bool twice_ = false;
};

/// Shares seconds out over the parts that are left, one by one, as far as each may take them. A protocol is
/// longer only where it is held.
bool spread(const Machine& m, Step& step, int more) {
  const auto& protocol = m.practice->at(step.technique).composite;
  const auto first = static_cast<std::size_t>(std::max(0, current_part(m)));
  bool any = true;
  while (more > 0 && any) {
    any = false;
    for (std::size_t i = first; i < step.parts.size() && more > 0; ++i) {
      StepPart& part = step.parts[i];
      const bool room = protocol.empty() ? part.seconds < part_limit(m, step, part)
                                         : i < protocol.size() && protocol[i].seconds == 0;
      if (!room) continue;
      ++part.seconds;
      --more;
      any = true;
    }
  }
  return more == 0;
}

}  // namespace

bool within_doses(const Machine& m, const std::vector<Step>& steps) {
  Amounts amounts(m);
  for (const Step& step : steps) amounts.add(step);
  return amounts.all_within();
}

std::optional<Step> lengthened(const Machine& m, int more) {
  Step step = current(m);
  step.seconds += more;
  if (step.seconds > step_limit(m, step)) return {};
  if (!step.parts.empty() && !spread(m, step, more)) return {};
  step.strokes = static_cast<int>(step.seconds * step.tempo_per_minute / 60 + 0.5);
  return step;
}

}  // namespace thenar::guidance
