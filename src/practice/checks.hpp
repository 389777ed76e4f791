// The checks of a practice that go beyond single fields, one file a part of the practice. Each adds its
// problems with the path of the value at fault; the loader adds file and line.
#pragma once

#include <string>

#include "thenar/practice/load.hpp"

namespace thenar::practice {

/// "zones[3].max_level"
inline std::string path_of(std::string_view list, std::size_t index, std::string_view field = {}) {
  std::string path = std::string(list) + "[" + std::to_string(index) + "]";
  if (!field.empty()) path.append(field.front() == '[' ? "" : ".").append(field);
  return path;
}

inline void report(Problems& problems, std::string path, std::string found, std::string expected,
                   std::string remedy = {}) {
  problems.push_back({{{}, 0, std::move(path)}, std::move(found), std::move(expected), std::move(remedy)});
}

/// The receiver moves or breathes; nobody else's hand works.
inline bool is_hands_off(TechniqueKind kind) {
  return kind == TechniqueKind::active || kind == TechniqueKind::breath;
}

/// The same id, or another key that must be unique, twice in one list. Looks at the document, because the
/// tables of ids hold each only once.
void check_unique(const Json& document, const Places& places, Problems& problems);

/// Groups are disjoint, parts cover their group, every zone has its place. Before derived zones are added.
void check_groups(const Practice& practice, Problems& problems);

void check_zones(const Practice& practice, Problems& problems);       ///< zones, regions, tools, points
void check_techniques(const Practice& practice, Problems& problems);  ///< techniques, combos, rates
void check_planning(const Practice& practice, Problems& problems);    ///< the planner's numbers, fixed parts
void check_programmes(const Practice& practice, Problems& problems);
void check_motion(const Practice& practice, Problems& problems);  ///< pressure, ways, joint motions
void check_rules(const Practice& practice, Problems& problems);   ///< gates, precautions, marks
void check_words(const Practice& practice,
                 Problems& problems);  ///< every text is there and says nothing forbidden
void check_measures(const Practice& practice, Problems& problems);  ///< measures, grip, how change is told
void check_shelf(const Practice& practice, Problems& problems);     ///< claims, media, checklists

/// Least, typical and most seconds in order, and their worth concave between them.
void check_dose(const Practice& practice, const Dose& dose, const std::string& path, Problems& problems);

/// All of them, and that every source is named.
void check_practice(const Practice& practice, const Json& document, Problems& problems);

}  // namespace thenar::practice
