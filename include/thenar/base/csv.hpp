// Tables as text (RFC 4180: commas, quotes doubled, CRLF).
#pragma once

#include <string>
#include <vector>

namespace thenar {

/// One line of a table.
std::string csv_line(const std::vector<std::string>& cells);

/// A text that somebody typed, as a cell: with ' before it where a spreadsheet would run it as a formula.
std::string text_cell(const std::string& text);

/// The shortest decimal that reads back as the same number.
std::string decimal(double value);

}  // namespace thenar
