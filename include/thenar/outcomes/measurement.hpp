// Something that was measured: what was typed in, as it was typed in. Scores are computed when they are read.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "thenar/base/json.hpp"
#include "thenar/journal/journal.hpp"
#include "thenar/practice/practice.hpp"

namespace thenar::outcomes {

using journal::TimeMs;

/// A measurement of the journal whose measure is known. `values` are in the measure's unit, in the order of
/// its items; none: left out.
struct Measurement {
  std::string id;
  MeasureId measure;
  std::optional<Hand> hand;
  std::string
      site;  ///< D2 to D5, or a joint and its movement: PIP3.flexion; empty: all of what it is taken of
  std::vector<std::optional<double>> values;
  TimeMs at = 0;
  bool by_another = false;  ///< taken by somebody else than usually
};

/// The units that a measure may be typed in, its own first: kg and lb, cm, mm and in.
std::vector<std::string_view> units_of(const Measure& measure);

/// Whether a site is the straightening of a finger's joint. It is read as the degrees that are missing to
/// straight, as in total movement: fewer are better.
bool is_missing_to_straight(std::string_view site);

/// Which way is better at a site.
Better better_of(const Measure& measure, std::string_view site);

/// Whether it matters who takes it: tapes and goniometers are laid on a little differently by everyone.
bool depends_on_who_measures(const Measure& measure);

/// Whether nobody takes it: it is counted from the sessions.
bool is_counted(const Measure& measure);

/// The sites that a measure can have; one empty one where it is taken of the whole.
std::vector<std::string> sites_of(const Practice& practice, const Measure& measure);

/// A measurement as the journal has it, checked against its measure and turned into its unit: the hand and
/// the site that it needs, no more values than items, each in its range, points whole. A value that would fit
/// in another unit is told so. Problems name the field below `path`.
Loaded<Measurement> understood(const Practice& practice, const journal::Measured& measured,
                               std::string_view path);

}  // namespace thenar::outcomes
