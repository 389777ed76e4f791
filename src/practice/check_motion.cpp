// Pressure levels, ways and joint motions.
#include <algorithm>

#include "checks.hpp"

namespace thenar::practice {
namespace {

void check_levels(const Practice& practice, Problems& problems) {
  const auto& levels = practice.pressure_levels;
  for (std::size_t i = 0; i < levels.size(); ++i) {
    const PressureLevel& level = levels[i];
    if (level.level != static_cast<int>(i))
      report(problems, path_of("pressure_levels", i, "level"), std::to_string(level.level),
             std::to_string(i) + ", in order and without gaps");
    if (!(level.min_n < level.typ_n && level.typ_n < level.max_n))
      report(problems, path_of("pressure_levels", i, "typ_n"), "forces out of order",
             "min_n < typ_n < max_n");
    if (i > 0 && level.min_n < levels[i - 1].max_n)
      report(problems, path_of("pressure_levels", i, "min_n"), "less than the level below ends with",
             "levels that do not overlap");
  }
}

/// Every kind at most once, thin before thick.
void check_tissues(const Practice& practice, Problems& problems) {
  const auto& tissues = practice.tissues;
  for (std::size_t i = 0; i < tissues.size(); ++i) {
    if (tissues[i].least_mm > tissues[i].most_mm)
      report(problems, path_of("tissues", i, "least_mm"), "more than most_mm", "no more than that");
    for (std::size_t k = 0; k < i; ++k) {
      const bool faces =
          tissues[i].face == tissues[k].face || tissues[i].face == Face::all || tissues[k].face == Face::all;
      if (tissues[i].segment == tissues[k].segment && faces)
        report(problems, path_of("tissues", i, "face"), "a part that has tissue already", "each part once");
    }
  }
}

void check_part(const Practice& practice, GroupId group, const std::string& part, const std::string& path,
                Problems& problems) {
  const auto& parts = practice.at(group).parts;
  const bool there =
      std::any_of(parts.begin(), parts.end(), [&](const GroupPart& each) { return each.id == part; });
  if (!part.empty() && !there)
    report(problems, path, "\"" + part + "\"", "a part of the group " + practice.at(group).id);
}

void check_turns(const Practice& practice, const std::vector<JointTurn>& turns, const std::string& path,
                 Problems& problems) {
  for (std::size_t i = 0; i < turns.size(); ++i) {
    const auto names = [&](const JointRange& range) {
      return std::find(range.joints.begin(), range.joints.end(), turns[i].joint) != range.joints.end();
    };
    if (std::none_of(practice.joint_ranges.begin(), practice.joint_ranges.end(), names))
      report(problems, path + "[" + std::to_string(i) + "].joint", "\"" + turns[i].joint + "\"",
             "a joint of joint_ranges");
  }
}

}  // namespace

void check_motion(const Practice& practice, Problems& problems) {
  check_levels(practice, problems);
  check_tissues(practice, problems);
  for (std::size_t i = 0; i < practice.ways.size(); ++i) {
    const Way& way = practice.ways[i];
    check_part(practice, way.group, way.part, path_of("ways", i, "part"), problems);
    check_turns(practice, way.turns, path_of("ways", i, "turns"), problems);
    if (way.through.size() < 2)
      report(problems, path_of("ways", i, "through"), "fewer than two places", "a beginning and an end");
  }
  for (std::size_t i = 0; i < practice.joint_motions.size(); ++i) {
    const JointMotion& motion = practice.joint_motions[i];
    check_part(practice, motion.group, motion.part, path_of("joint_motions", i, "part"), problems);
    check_turns(practice, motion.turns, path_of("joint_motions", i, "turns"), problems);
  }
}

}  // namespace thenar::practice
