#include "cli/answers.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "cli/page.hpp"

namespace thenar::cli {
namespace {

/// The index of the only name that satisfies, or of the one that all others that do begin with.
template <class Satisfies>
std::optional<std::size_t> only(const std::vector<std::string>& names, Satisfies&& satisfies) {
  std::optional<std::size_t> found;
  bool several = false;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (!satisfies(names[i])) continue;
    const bool longer = found && lower(names[i]).starts_with(lower(names[*found]));
    const bool shorter = found && lower(names[*found]).starts_with(lower(names[i]));
    several = several || (found && !longer && !shorter);
    if (!found || shorter) found = i;
  }
  return several ? std::nullopt : found;
}

/// Whether words stand within a text, from the beginning of a word on.
bool within(std::string_view text, std::string_view words) {
  for (auto at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1))
    if (at == 0 || text[at - 1] == ' ' || text[at - 1] == '-' || text[at - 1] == '(') return true;
  return false;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

int widest_of(const std::vector<std::string>& lines) {
  int widest = 0;
  for (const auto& each : lines) widest = std::max(widest, width_of(each));
  return widest;
}

/// Many short names side by side, their numbers running down the columns.
std::string in_columns(const std::vector<std::string>& names, int column_width, int width) {
  const auto columns = static_cast<std::size_t>(std::max(width / column_width, 1));
  const std::size_t rows = (names.size() + columns - 1) / columns;
  std::string out;
  for (std::size_t row = 0; row < rows; ++row) {
    std::string line;
    for (std::size_t i = row; i < names.size(); i += rows)
      line += padded(number_label(i + 1) + names[i], column_width);
    out += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  }
  return out;
}

}  // namespace

std::string trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n\f\v";
  const auto from = text.find_first_not_of(kBlank);
  if (from == std::string_view::npos) return {};
  return std::string(text.substr(from, text.find_last_not_of(kBlank) - from + 1));
}

std::vector<std::string> split(std::string_view line, std::string_view at) {
  std::vector<std::string> parts;
  while (!line.empty()) {
    const auto end = std::min(line.find_first_of(at), line.size());
    if (auto part = trimmed(line.substr(0, end)); !part.empty()) parts.push_back(std::move(part));
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return parts;
}

std::optional<int> whole_number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<std::size_t> option_of(std::string_view answer, const std::vector<std::string>& names) {
  constexpr std::size_t kFewestLetters = 3;
  if (const auto number = whole_number(answer)) {
    if (*number < 1 || *number > static_cast<int>(names.size())) return std::nullopt;
    return static_cast<std::size_t>(*number - 1);
  }
  const auto wanted = lower(answer);
  if (wanted.empty()) return std::nullopt;
  for (std::size_t i = 0; i < names.size(); ++i)
    if (lower(names[i]) == wanted) return i;
  const auto begins = [&](const std::string& name) { return lower(name).starts_with(wanted); };
  if (std::any_of(names.begin(), names.end(), begins)) return only(names, begins);
  if (wanted.size() < kFewestLetters) return std::nullopt;
  return only(names, [&](const std::string& name) { return within(lower(name), wanted); });
}

Aside aside_of(std::string_view line) {
  const auto said = lower(line);
  if (said == "undo" || said == "back") return Aside::undo;
  if (said == "quit" || said == "exit" || said == "q") return Aside::leave;
  if (said == "?" || said == "help") return Aside::help;
  return Aside::nothing;
}

std::string number_label(std::size_t number) {
  const auto text = std::to_string(number);
  return std::string(text.size() < 2 ? 3 : 2, ' ') + text + "  ";
}

Listed listed(const std::vector<std::string>& names, int width) {
  constexpr std::size_t kManyNames = 9;
  constexpr int kRoundName = 8;  // its number and the gap to the next column
  const int column_width = widest_of(names) + kRoundName;
  Listed out;
  if (names.size() >= kManyNames && 2 * column_width <= width) {
    out.text = in_columns(names, column_width, width);
    out.ends.assign(names.size(), out.text.size());
    return out;
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    out.text += wrapped(names[i], number_label(i + 1), "      ");
    out.ends.push_back(out.text.size());
  }
  return out;
}

Listed listed_beside(std::string_view drawing, const std::vector<std::string>& names, int width) {
  constexpr int kLabelWidth = 6;
  auto left = lines_of(drawing);
  const int left_width = widest_of(left);
  if (left_width + kLabelWidth + widest_of(names) > width) {
    auto below = listed(names, width);
    const auto above = std::string(drawing) + "\n";
    for (auto& each : below.ends) each += above.size();
    below.text.insert(0, above);
    return below;
  }
  left.resize(std::max(left.size(), names.size()));
  Listed out;
  for (std::size_t i = 0; i < left.size(); ++i) {
    const auto line =
        i < names.size() ? padded(left[i], left_width) + number_label(i + 1) + names[i] : left[i];
    out.text += line + "\n";
    if (i < names.size()) out.ends.push_back(out.text.size());
  }
  return out;
}

}  // namespace thenar::cli
