// Measures: ranges, items and scoring fit together; norms of grip have no gap and no overlap.
#include <set>

#include "checks.hpp"

namespace thenar::practice {
namespace {

void check_measure(const Measure& measure, std::size_t index, Problems& problems) {
  const auto fault = [&](const char* field, std::string found, std::string expected) {
    report(problems, path_of("measures", index, field), std::move(found), std::move(expected));
  };
  if (measure.low >= measure.high) fault("low", "a range without width", "low < high");
  if (measure.min_items > measure.items)
    fault("min_items", std::to_string(measure.min_items), "at most items, " + std::to_string(measure.items));
  if (measure.flag == LicenceFlag::N && !measure.formula.empty())
    fault("formula", "a formula of a measure whose licence forbids it", "no formula where the flag is N");
  if ((measure.flag == LicenceFlag::N) != (measure.scoring == Scoring::none))
    fault("scoring", std::string(word(measure.scoring)), "none where the flag is N, and only there");
  if (measure.item_low && measure.item_high && *measure.item_low >= *measure.item_high)
    fault("item_low", "a range without width", "item_low < item_high");
  if (measure.scoring == Scoring::value && measure.items != 1)
    fault("items", std::to_string(measure.items), "1 where the score is the value");
  for (const int item : measure.reverse)
    if (item > measure.items) fault("reverse", std::to_string(item), "the number of an item");
}

}  // namespace

void check_measures(const Practice& practice, Problems& problems) {
  std::set<std::string> rated;
  for (std::size_t i = 0; i < practice.measures.size(); ++i) {
    check_measure(practice.measures[i], i, problems);
    const auto& rating = practice.measures[i].rating;
    if (!rating.empty() && !rated.insert(rating).second)
      report(problems, path_of("measures", i, "rating"), rating, "one measure for each rating");
  }
  if (!practice.grip || practice.grip->norms.empty()) return;
  int next = practice.grip->norms.front().age_low;
  for (std::size_t i = 0; i < practice.grip->norms.size(); ++i) {
    const auto& norm = practice.grip->norms[i];
    if (norm.age_low != next || norm.age_high < norm.age_low)
      report(problems, path_of("grip.norms", i, "age_low"), std::to_string(norm.age_low),
             "the year after the group before, " + std::to_string(next));
    next = norm.age_high + 1;
  }
}

}  // namespace thenar::practice
