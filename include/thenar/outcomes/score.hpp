// The score of a measure from its values, by its published formula.
#pragma once

#include <optional>
#include <vector>

#include "thenar/outcomes/items.hpp"
#include "thenar/outcomes/measurement.hpp"

namespace thenar::outcomes {

/// The score of values in the order of the items; none is an item left out. Formulas: practice/measures.hpp
/// and measures.toml, each with its source. Problems: too few answered, and what else the measure asks for;
/// for measures that need a table, no items loaded.
Result<double> score(const Measure& measure, const std::vector<std::optional<double>>& values,
                     const Items* items = nullptr);

/// How well a finger or a thumb moves. Words: outcomes.band.<word>.
enum class Band : std::uint8_t { excellent, good, fair, poor };

/// Of lower ends of excellent, good and fair.
Band band_of(double value, const std::array<double, 3>& lower_ends);
/// Of a score, where its measure has bands. Never by the other hand, which may be as stiff.
std::optional<Band> band_for(const Practice& practice, const Measure& measure, double score);

/// A grip beside those of the same age, sex and side.
struct GripPlace {
  double mean_kg = 0;
  double sd_kg = 0;
  double deviations = 0;  ///< how many standard deviations above the mean
  bool low = false;       ///< below the cut-off of EWGSOP2 (Cruz-Jentoft 2019)
};
enum class Sex : std::uint8_t { woman, man };
/// None for an age that the norms do not have.
std::optional<GripPlace> grip_place(const GripRules& rules, double kg, int age, Sex sex, Hand hand);

}  // namespace thenar::outcomes

namespace thenar {
template <>
struct EnumWords<outcomes::Band> {
  static constexpr std::array<std::string_view, 4> words{"excellent", "good", "fair", "poor"};
};
template <>
struct EnumWords<outcomes::Sex> {
  static constexpr std::array<std::string_view, 2> words{"woman", "man"};
};
}  // namespace thenar
