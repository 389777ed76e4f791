// Loading a practice: the verbs of the practice room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "thenar/practice/practice.hpp"

namespace thenar::practice {

/// Where values of a merged practice document came from: path ("zones[3].max_level") to file and line.
class Places {
 public:
  void put(std::string path, std::string file, int line);
  /// The place of a path, or of the nearest value around it that has one.
  Place find(std::string_view path) const;

 private:
  std::map<std::string, std::pair<std::string, int>, std::less<>> places_;
};

/// Reads a practice document (thenar.practice/1: one object with the lists of all practice files and the flat
/// words) and checks it whole: unknown ids and fields, overlapping groups, programme totals, non-concave
/// doses, levels above a zone's cap, rules with no gate or two, missing words, forbidden claim words and the
/// rest. Either a practice that holds every promise of practice.hpp, or every problem with its place.
Loaded<Practice> load(const Json& document, const Places& places = {});

/// The practice this library was built with. Never fails: `check` ran when it was built.
Loaded<Practice> load_text(std::string_view json);

}  // namespace thenar::practice
