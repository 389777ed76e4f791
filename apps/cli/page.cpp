#include "cli/page.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>

namespace thenar::cli {
namespace {

/// The next character of a UTF-8 text and how many bytes it has; a broken one counts as a single byte.
std::pair<char32_t, std::size_t> character(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
  const std::uint8_t first = byte(0);
  const std::size_t length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
  if (length == 1 || text.size() < length) return {first, 1};
  char32_t value = first & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) value = value << 6U | (byte(i) & 0x3FU);
  return {value, length};
}

bool is_wide(char32_t c) {
  return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
         (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD);
}

bool is_mark(char32_t c) {
  return (c >= 0x0300 && c <= 0x036F) || (c >= 0x200B && c <= 0x200F) || (c >= 0xFE00 && c <= 0xFE0F);
}

std::string wrapped_line(std::string_view text, std::string_view first, std::string_view rest) {
  std::string out(first);
  const int width = page_width();
  int column = width_of(first);
  bool empty = true;
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    const auto word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (word.empty()) continue;
    if (!empty && column + 1 + width_of(word) > width) {
      out.append("\n").append(rest);
      column = width_of(rest);
    } else if (!empty) {
      out += ' ';
      ++column;
    }
    out += word;
    column += width_of(word);
    empty = false;
  }
  out.erase(out.find_last_not_of(' ') + 1);
  return out += '\n';
}

}  // namespace

int page_width() {
  constexpr int kNarrowest = 24;
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return kPageWidth;
  return std::clamp(size.ws_col - 2, kNarrowest, kPageWidth);
}

int page_rows() {
  winsize size{};
  return ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_row : 0;
}

int width_of(std::string_view text) {
  int width = 0;
  while (!text.empty()) {
    const auto [value, length] = character(text);
    width += is_mark(value) ? 0 : is_wide(value) ? 2 : 1;
    text.remove_prefix(length);
  }
  return width;
}

std::string wrapped(std::string_view text, std::string_view first, std::string_view rest) {
  std::string out;
  for (bool more = true; more; first = rest) {
    const auto end = text.find('\n');
    more = end != std::string_view::npos;
    out += wrapped_line(text.substr(0, end), first, rest);
    if (more) text.remove_prefix(end + 1);
  }
  for (auto at = out.find(kNoBreak); at != std::string::npos; at = out.find(kNoBreak, at))
    out.replace(at, kNoBreak.size(), " ");
  return out;
}

std::string fitted(std::string_view help) {
  constexpr int kWidePage = 70;
  constexpr std::string_view kBelow = "      ";
  std::string out;
  while (!help.empty()) {
    const auto end = std::min(help.find('\n'), help.size());
    const auto line = help.substr(0, end);
    help.remove_prefix(std::min(end + 1, help.size()));
    // Names and what they mean stand in two columns with two blanks or more between.
    const auto name = std::min(line.find_first_not_of(' '), line.size());
    const auto gap = line.find("  ", name);
    const auto means = gap == std::string_view::npos ? gap : line.find_first_not_of(' ', gap);
    if (width_of(line) <= page_width()) {
      out.append(line).append("\n");
    } else if (means == std::string_view::npos) {
      const auto indent = page_width() >= kWidePage ? line.substr(0, name) : kBelow.substr(0, name);
      out += wrapped(line.substr(name), indent, indent);
    } else if (page_width() >= kWidePage) {
      out += wrapped(line.substr(means), line.substr(0, means), std::string(means, ' '));
    } else {
      out += std::string(line.substr(0, gap)) + "\n" + wrapped(line.substr(means), kBelow, kBelow);
    }
  }
  return out;
}

std::string padded(std::string_view text, int columns) {
  return std::string(text) +
         std::string(static_cast<std::size_t>(std::max(0, columns - width_of(text))), ' ');
}

std::string clock_time(int seconds) {
  const auto left = std::to_string(seconds % 60);
  return std::to_string(seconds / 60) + ":" + (left.size() < 2 ? "0" : "") + left;
}

}  // namespace thenar::cli
