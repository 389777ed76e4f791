#include "thenar/base/csv.hpp"

#include <cmath>
#include <cstdint>

#include "thenar/base/json.hpp"

namespace thenar {

std::string csv_line(const std::vector<std::string>& cells) {
  std::string line;
  for (const auto& cell : cells) {
    if (&cell != &cells.front()) line += ',';
    if (cell.find_first_of(",\"\r\n") == std::string::npos) {
      line += cell;
      continue;
    }
    line += '"';
    for (char c : cell) line.append(c == '"' ? 2 : 1, c);
    line += '"';
  }
  return line + "\r\n";
}

std::string text_cell(const std::string& text) {
  const bool runs = text.find_first_of("=+-@\t\r") == 0;
  return runs ? "'" + text : text;
}

std::string decimal(double value) {
  constexpr double kWhole = 1e15;
  if (value == std::floor(value) && std::abs(value) < kWhole)
    return std::to_string(static_cast<std::int64_t>(value));
  return to_line(Json(value));
}

}  // namespace thenar
