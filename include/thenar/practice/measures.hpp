// Measures as data: what can be measured, how values become a score, its error, and how change is told.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "thenar/base/fields.hpp"
#include "thenar/base/ids.hpp"
#include "thenar/base/vocabulary.hpp"
#include "thenar/practice/rules.hpp"

namespace thenar {

/// Licence flag: G shipped whole, Y scoring only, N absent.
enum class LicenceFlag : std::uint8_t { G, Y, N };
enum class Better : std::uint8_t { low, high, none };

/// What a measure is taken of. finger: index to little finger of one hand; joint: one joint in one movement.
enum class Site : std::uint8_t { person, hand, thumb, finger, joint };

/// How values become a score; x are the values in the order of the items, n how many were answered.
///   none            no score (N)
///   value           the one value
///   mean            sum(x) / n
///   mean_scaled     (sum(x) / n − 1) · 25                                                      (QuickDASH)
///   sum             sum(x), items of `reverse` turned round: low + high − x
///   prwe            sum(pain 1–5) + (sum(specific 6–11) + sum(usual 12–15)) / 2, missing: mean of their
///   subscale share_of_range  mean of (x − low) / (high − low), as 0 to 100; the item file says which are
///   turned round table           the item file's table turns the sum into the score (PROMIS T scores)
///   active_motion   sum(flexion) − sum(extension deficit); pairs flexion, deficit per joint from the hand
///   outwards;
///                   a deficit below 0, hyperextension, counts as 0                             (TAM)
///   strickland      the same of PIP and DIP, as percent of 175°
///   rate            first value / second: taps / seconds
///   grid            two coordinates, no score
///   heart_rate      60000 / mean(RR), RR in ms
///   rmssd           sqrt(mean((RR[i+1] − RR[i])²)), at least 60 s
enum class Scoring : std::uint8_t {
  none,
  value,
  mean,
  mean_scaled,
  sum,
  prwe,
  share_of_range,
  table,
  active_motion,
  strickland,
  rate,
  grid,
  heart_rate,
  rmssd,
};

/// Metadata of a measure. Words: measure.<ID>.name, .scoring.
struct Measure {
  std::string id;
  LicenceFlag flag = LicenceFlag::G;
  std::string licence;
  std::vector<Goal> goals;
  std::string unit;
  double low = 0;
  double high = 0;
  Better better = Better::low;
  Site of = Site::person;
  Scoring scoring = Scoring::value;
  std::string rating;     ///< the rating of a check-in that is this measure: "pain"; mostly none
  std::string loinc;      ///< its code in LOINC; mostly none
  bool by_giver = false;  ///< rated by who gives the massage, for somebody who may not be able to say
  int items = 1;
  int min_items = 1;               ///< fewer answered: no score
  std::optional<double> item_low;  ///< of each value; none: that of the score
  std::optional<double> item_high;
  std::vector<int> reverse;  ///< items, from 1, that are turned round
  double resolution = 1;     ///< the finest step that is read
  std::string formula;
  std::optional<double> sem;        ///< standard error of one measurement
  std::optional<double> mdc95;      ///< smallest difference of two measurements that is more than their error
  std::optional<double> sem_other;  ///< both where two people measure; none: then no change can be told
  std::optional<double> mdc95_other;
  std::optional<double> important_change;
  std::optional<double> important_change_percent;
  std::string important_change_source;
  Confidence important_change_confidence = Confidence::L;  ///< L: a guess of our own, never told
  Source source;
};

/// Grip of an age group in kg: mean and standard deviation.
struct GripNorm {
  int age_low = 0;
  int age_high = 0;
  std::array<double, 2> men_right{};
  std::array<double, 2> men_left{};
  std::array<double, 2> women_right{};
  std::array<double, 2> women_left{};
};
struct GripRules {
  double low_men_kg = 0;  ///< below: low (EWGSOP2)
  double low_women_kg = 0;
  int low_from_age = 0;  ///< it is about people of this age and older
  std::vector<GripNorm> norms;
  Source source;
};

/// The usual angle of a joint's movement in degrees.
struct JointAngle {
  std::string joint;     ///< MCP, PIP, DIP, MCP1, IP1, CMC1, WRIST, FOREARM
  std::string movement;  ///< flexion, extension, …
  double degrees = 0;
  Source source;
};

/// How change is told.
struct OutcomeRules {
  int trend_days = 0;      ///< fewer: no trend is told
  int window_days = 0;     ///< the first and the last days that are compared
  int window_values = 0;   ///< at least so many at either end where the error is estimated from them
  int weeks = 0;           ///< what a report tells of where nobody says otherwise
  double bad_entry = 0;    ///< share of the range from which on a beginning would get better by itself
  int estimated_from = 0;  ///< values from which on an error is estimated where none is published
  double tam_usual = 0;
  double tam_thumb_usual = 0;
  std::array<double, 3> tam_bands{};  ///< lower ends of excellent, good, fair
  std::array<double, 3> share_bands{};
  std::array<double, 3> strickland_bands{};
  std::array<double, 3> strickland_adjusted_bands{};
  Source source;
};

template <>
struct EnumWords<LicenceFlag> {
  static constexpr std::array<std::string_view, 3> words{"G", "Y", "N"};
};
template <>
struct EnumWords<Better> {
  static constexpr std::array<std::string_view, 3> words{"low", "high", "none"};
};
template <>
struct EnumWords<Site> {
  static constexpr std::array<std::string_view, 5> words{"person", "hand", "thumb", "finger", "joint"};
};
template <>
struct EnumWords<Scoring> {
  static constexpr std::array<std::string_view, 14> words{
      "none",  "value",         "mean",       "mean_scaled", "sum",  "prwe",       "share_of_range",
      "table", "active_motion", "strickland", "rate",        "grid", "heart_rate", "rmssd"};
};

}  // namespace thenar
