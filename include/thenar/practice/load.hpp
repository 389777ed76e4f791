// Loading a practice: the verbs of the practice room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "thenar/base/fields.hpp"
#include "thenar/base/result.hpp"
#include "thenar/practice/practice.hpp"

namespace thenar::practice {

/// Where values of a merged practice document came from: path ("zones[3].max_level") to file and line.
class Places {
 public:
  void put(std::string path, std::string file, int line);
  /// The place of a path, or of the nearest value around it that has one; the path "" is the whole document.
  Place find(std::string_view path) const;

 private:
  std::map<std::string, std::pair<std::string, int>, std::less<>> places_;
};

/// Reads a practice document (thenar.practice/1: one object with the lists of all practice files and the flat
/// words) and checks it whole: unknown ids and fields, overlapping groups, programme totals, non-concave
/// doses, levels above a zone's cap, rules with no gate or two, missing words, forbidden claim words and the
/// rest. Either a practice that holds every promise of practice.hpp, or its problems with their places: all
/// fields that cannot be read, or, once every field can, all faults between them.
Loaded<Practice> load(const Json& document, const Places& places = {});

/// What need not be checked again.
enum class Trust : std::uint8_t {
  nothing,             ///< everything is checked
  checked_when_built,  ///< fields and ids are still read strictly; faults between them were ruled out before
};

/// The same from JSON text. `checked_when_built` is for embedded_json() alone.
Loaded<Practice> load_text(std::string_view json, Trust trust = Trust::nothing);

/// The practice as a document again, with every field written out.
Json to_document(const Practice& practice);

}  // namespace thenar::practice
