#include "thenar/hand/limits.hpp"

#include <algorithm>
#include <numbers>
#include <optional>

namespace thenar::hand {
namespace {

constexpr double kRadians = std::numbers::pi / 180;

std::optional<std::size_t> angle_named(std::string_view name) {
  for (std::size_t i = 0; i < kAngles; ++i)
    if (word(static_cast<Angle>(i)) == name) return i;
  return {};
}

/// A length by age, of those rows that are of a sex or of none.
double by_age(const Practice& practice, double years, std::string_view sex) {
  const HandLength* before = nullptr;
  for (const HandLength& row : practice.hand_lengths) {
    if (!row.sex.empty() && row.sex != sex) continue;
    if (row.years > years && before != nullptr) {
      const double t = (years - before->years) / (row.years - before->years);
      return before->p50_mm + t * (row.p50_mm - before->p50_mm);
    }
    before = &row;
    if (row.years > years) break;
  }
  return before == nullptr ? 0 : before->p50_mm;
}

}  // namespace

Loaded<Limits> limits_of(const Practice& practice) {
  Limits limits;
  std::array<bool, kAngles> known{};
  Problems problems;
  for (std::size_t i = 0; i < practice.joint_ranges.size(); ++i) {
    const JointRange& range = practice.joint_ranges[i];
    const std::string path = "joint_ranges[" + std::to_string(i) + "]";
    if (range.min_deg > range.max_deg)
      add_problem(problems,
                  {{{}, 0, path + ".max_deg"}, std::to_string(range.max_deg), "at least min_deg", {}});
    for (const std::string& joint : range.joints) {
      const auto angle = angle_named(joint);
      if (!angle || known[*angle]) {
        add_problem(
            problems,
            {{{}, 0, path + ".joints"}, joint, angle ? "each joint once" : "a joint of the hand", {}});
        continue;
      }
      known[*angle] = true;
      limits.least[*angle] = kRadians * range.min_deg;
      limits.most[*angle] = kRadians * range.max_deg;
    }
  }
  for (std::size_t i = 0; i < kAngles; ++i)
    if (!known[i])
      add_problem(problems, {{{}, 0, "joint_ranges"},
                             "no range of " + std::string(word(static_cast<Angle>(i))),
                             "one of every joint",
                             {}});
  if (!problems.empty()) return tl::unexpected(std::move(problems));
  return limits;
}

double beyond(const Limits& limits, const Pose& pose) {
  double most = 0;
  for (std::size_t i = 0; i < kAngles; ++i)
    most = std::max({most, limits.least[i] - pose.angles[i], pose.angles[i] - limits.most[i]});
  return most;
}

double usual_length_m(const Practice& practice, double years, double man) {
  const double woman_mm = by_age(practice, years, "woman");
  return (woman_mm + man * (by_age(practice, years, "man") - woman_mm)) / 1000;
}

}  // namespace thenar::hand
