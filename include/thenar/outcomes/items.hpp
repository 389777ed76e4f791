// Items of measures that Thenar may score but not ship: a file that somebody loads who is entitled to them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "thenar/base/json.hpp"
#include "thenar/practice/practice.hpp"

namespace thenar::outcomes {

inline constexpr const char* kItemsFormat = "thenar.items/1";

/// One question, with a word for each value from the measure's lowest to its highest.
struct Item {
  std::string text;
  std::vector<std::string> answers;  ///< empty: only numbers are shown
};

/// The items of one measure in one language.
struct Items {
  MeasureId measure;
  std::string language;  ///< ISO 639-1
  std::string source;    ///< whose they are, and by what right they are used here
  std::vector<Item> items;
  std::vector<int> reverse;                      ///< items, from 1, that are turned round (share_of_range)
  std::vector<std::pair<double, double>> table;  ///< raw sum and score, ascending (table)
};

/// Items of a document (thenar.items/1), checked against their measure: as many as it has, an answer for each
/// value, a table where the score comes from one. Every fault with its place.
Loaded<Items> read_items(const Practice& practice, const Json& document, std::string_view file);

}  // namespace thenar::outcomes
