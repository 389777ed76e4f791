// Outcomes in words. No change is said without its error, and none with a cause.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "thenar/outcomes/outcomes.hpp"

namespace thenar::outcomes {

/// A number with so many decimals, as the language of the practice writes it; differences with their sign.
std::string number_in_words(const Practice& practice, double value, int decimals, bool with_sign = false);

/// "points", "kg", "°".
std::string unit_in_words(const Practice& practice, const Measure& measure);

/// Decimals that a measure is read with, and means of it one more where it is read in whole steps.
int decimals_of(const Measure& measure);

/// "Pain, left hand"; "Total movement of a finger, right hand, index finger".
std::string title_in_words(const Practice& practice, MeasureId measure, const std::optional<Hand>& hand,
                           const std::string& site);
/// "index finger", "middle joint of the ring finger, bending"; empty for an empty site.
std::string site_in_words(const Practice& practice, const std::string& site);

/// The verdict on what changed over weeks and on what a massage changes, where both are known.
std::string headline(const Practice& practice, const MeasureOutcome& outcome);

/// The difference over weeks, else within a massage, with its interval; empty where neither is known.
std::string difference_in_words(const Practice& practice, const MeasureOutcome& outcome);

/// The verdict on a change, or that there are too few numbers for one: "Measurably better."
std::string verdict_in_words(const Practice& practice, const std::optional<Change>& change);
/// The two means, the difference, its interval and its error.
std::string change_in_words(const Practice& practice, const Measure& measure, const Change& change,
                            bool within);
std::string trend_in_words(const Practice& practice, const Measure& measure, const Trend& trend);

/// All that is to be said of one measure, a sentence or two in each.
std::vector<std::string> sentences(const Practice& practice, const MeasureOutcome& outcome);

/// "Pain, left hand: 5 before, 3 after": one line for each thing that was rated before and after one massage.
/// Numbers, and no change: of a single pair nobody knows the error; what is less than a difference that
/// mattered to people is said so.
std::vector<std::string> compared_in_words(const Practice& practice,
                                           const std::vector<journal::Rating>& ratings);

/// What the most time went into, by technique and by place.
std::vector<std::string> dose_in_words(const Practice& practice, const Done& done);

/// "People of this age and sex have 26.0 kg …": a grip among those of the same age, sex and side; empty for
/// an age that the norms do not have.
std::string peers_in_words(const Practice& practice, double kg, int age, Sex sex, Hand hand);

/// What was done, and how the days after were.
std::vector<std::string> done_in_words(const Practice& practice, const Outcomes& outcomes);
/// Sessions that a rule stopped, the newest first.
std::vector<std::string> events_in_words(const Practice& practice, const Outcomes& outcomes);
/// What else went wrong, whether somebody should look at it, and what has no score.
std::vector<std::string> cautions_in_words(const Practice& practice, const Outcomes& outcomes);
/// All of these.
std::vector<std::string> summary_in_words(const Practice& practice, const Outcomes& outcomes);

/// "2026-11-03" on the local clock.
std::string day_in_words(TimeMs at, int utc_offset_minutes);

}  // namespace thenar::outcomes
