// What a typed line means: numbers, words, and the few words that every question takes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "thenar/base/text.hpp"

namespace thenar::cli {

/// Without blanks at its ends.
std::string trimmed(std::string_view text);

/// The parts of a line between any of the characters `at`, trimmed, empty ones left out.
std::vector<std::string> split(std::string_view line, std::string_view at);

std::optional<int> whole_number(std::string_view text);

/// The one of some names that an answer means: its number from 1, the whole name or its beginning, else words
/// of three letters and more from within it. Where several begin so, the one that is the beginning of all the
/// others ("n" is No, not Not sure); none when the answer is ambiguous.
std::optional<std::size_t> option_of(std::string_view answer, const std::vector<std::string>& names);

enum class Aside { nothing, undo, leave, help };

/// What a line means at every question, unless it is an answer.
Aside aside_of(std::string_view line);

/// Names with their numbers, and for each where in the text it has been read in full.
struct Listed {
  std::string text;
  std::vector<std::size_t> ends;
};

/// A line for each name or, where they are many and short, columns of `width`.
Listed listed(const std::vector<std::string>& names, int width);

/// A drawing with the names to its right where both fit into `width`, else below it.
Listed listed_beside(std::string_view drawing, const std::vector<std::string>& names, int width);

/// "   3  ".
std::string number_label(std::size_t number);

}  // namespace thenar::cli
