// Text for people on pages of a fixed width: wrapped at blanks, counted in characters as a terminal shows
// them.
#pragma once

#include <string>
#include <string_view>

#include "thenar/base/text.hpp"

namespace thenar::cli {

/// The widest a line gets; 80-column terminals keep a little air.
inline constexpr int kPageWidth = 78;
/// The width of what is printed: kPageWidth, less on a narrow terminal.
int page_width();
/// How many lines a terminal shows at once; 0: as many as there are, because nothing scrolls away.
int page_rows();

/// Columns that a UTF-8 text takes: combining marks none, wide characters two.
int width_of(std::string_view text);

/// A text broken at blanks into lines of at most page_width() columns, each ended by a newline. Line breaks
/// of the text stay. The first line begins with `first`, the others with `rest`; a word longer than a line
/// keeps its own. A no-break space (kNoBreak) never ends a line and is shown as a blank.
std::string wrapped(std::string_view text, std::string_view first = {}, std::string_view rest = {});

/// The lines of a help text, those that are too long broken at blanks: beside their names where the page is
/// wide enough, else below them.
std::string fitted(std::string_view help);

/// A text filled up with blanks on the right to `columns`.
std::string padded(std::string_view text, int columns);

/// Seconds on a clock: "2:30".
std::string clock_time(int seconds);

}  // namespace thenar::cli
