// Text for people on pages of a fixed width: wrapped at blanks, counted in characters as a terminal shows
// them.
#pragma once

#include <string>
#include <string_view>

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

/// U+00A0 in UTF-8.
inline constexpr std::string_view kNoBreak = "\xC2\xA0";

/// Seconds as a person says them: "45 s", "1 min", "2 min 30 s", held together by no-break spaces.
std::string duration(int seconds);

/// The same on a clock: "2:30".
std::string clock_time(int seconds);

/// "a", "a and b", "a, b and c"; `last` is the word before the last one, with its blanks.
template <class List>
std::string joined(const List& list, std::string_view last = " and ") {
  std::string text;
  std::size_t index = 0;
  for (const auto& each : list) {
    if (index > 0) text += index + 1 == list.size() ? last : std::string_view(", ");
    text += each;
    ++index;
  }
  return text;
}

/// The first letter of an English text large.
std::string sentence_case(std::string text);

}  // namespace thenar::cli
