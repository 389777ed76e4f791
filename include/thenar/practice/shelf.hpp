// What lies around a massage as data: claims, measures, media, checklists, emergency numbers.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "thenar/base/fields.hpp"
#include "thenar/base/ids.hpp"
#include "thenar/base/vocabulary.hpp"
#include "thenar/practice/measures.hpp"
#include "thenar/practice/rules.hpp"

namespace thenar {

/// What may be said about a benefit. Words: claim.<ID>.sentence, .evidence.
struct Claim {
  std::string id;
  std::vector<Goal> goals;
  Grade grade = Grade::C;
  bool may_say = true;     ///< false: never claimed, only named as contradicted
  bool by_medium = false;  ///< what is on the skin does it, not the stroke: said only where something is
  std::vector<std::string> sources;
  Source source;
};

/// What goes on the skin. Word: medium.<ID>.name.
struct Medium {
  std::string id;
  bool slips = true;  ///< lets a tool glide
  bool oily = false;  ///< leaves fat in a towel, which can catch fire in a hot dryer
  std::vector<std::string>
      allergens;  ///< flags of precautions: nut, sesame, soy, lanolin, fragrance, latex, wax …
  bool is_default = false;
  bool offered = true;  ///< false: off by default (essential oils)
  double ml_per_hand_min = 0;
  double ml_per_hand_max = 0;
  Source source;
};

/// One line of a checklist before or after. Word: preparation.<id> or aftercare.<id>.
struct ChecklistItem {
  std::string id;
  bool before = true;
  bool partner_only = false;
  bool needs_lubricant = false;
  bool needs_oil = false;
  bool heat = false;                      ///< left out when heat is off
  int matters = 0;                        ///< 1 before 2 before 3; 0: the rest, in the order of the data
  std::vector<Goal> goals;                ///< empty: always
  std::map<std::string, double> numbers;  ///< parameters of its words, each within the safe cap
  Source source;
};

/// Emergency numbers by country (ISO 3166 alpha-2).
struct EmergencyNumber {
  std::string country;
  std::string number;
  Source source;
};

}  // namespace thenar
