// Texts in the columns of a terminal.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace thenar::cli::live {

/// UTF-8 as wide characters; in ASCII the nearest plain sign for what words use (dashes, quotes, dots).
std::wstring widen(std::string_view text, bool unicode);

/// Breaks a text into lines of at most `columns` at blanks; a longer word is cut.
std::vector<std::wstring> wrap(const std::wstring& text, int columns);

}  // namespace thenar::cli::live
