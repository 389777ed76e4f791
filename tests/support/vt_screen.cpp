#include "support/vt_screen.hpp"

#include <algorithm>
#include <cstdlib>

namespace thenar::test {
namespace {

std::string to_utf8(char32_t code) {
  std::string out;
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0 | (code >> 6));
    out += static_cast<char>(0x80 | (code & 0x3F));
  } else {
    out += static_cast<char>(0xE0 | (code >> 12));
    out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (code & 0x3F));
  }
  return out;
}

/// Bytes of a UTF-8 character that begins with this byte.
std::size_t length_of(unsigned char first) {
  return first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

char32_t from_utf8(const std::string& bytes) {
  const auto first = static_cast<unsigned char>(bytes[0]);
  char32_t code = bytes.size() == 1 ? first : first & (0x7FU >> bytes.size());
  for (std::size_t i = 1; i < bytes.size(); ++i)
    code = (code << 6) | (static_cast<unsigned char>(bytes[i]) & 0x3FU);
  return code;
}

}  // namespace

void VtScreen::resize(int rows, int columns) {
  rows_ = rows;
  columns_ = columns;
  cells_.resize(static_cast<std::size_t>(rows));
  for (auto& row : cells_) row.resize(static_cast<std::size_t>(columns), U' ');
  top_ = 0;
  bottom_ = rows - 1;
  row_ = std::min(row_, rows - 1);
  column_ = std::min(column_, columns - 1);
}

std::string VtScreen::row(int index) const {
  std::string out;
  for (const char32_t code : cells_[static_cast<std::size_t>(index)]) out += to_utf8(code);
  out.erase(out.find_last_not_of(' ') + 1);
  return out;
}

std::string VtScreen::text() const {
  std::string out;
  for (int i = 0; i < rows_; ++i) out += row(i) + "\n";
  return out;
}

void VtScreen::feed(std::string_view bytes) {
  for (const char byte : bytes) {
    switch (in_) {
      case In::escape:
        escape(byte);
        break;
      case In::charset:
        in_ = In::text;
        break;
      case In::command:  // a title and the like: up to BEL
        if (byte == '\a') in_ = In::text;
        break;
      case In::control:
        if (byte >= 0x40 && byte <= 0x7E) {
          in_ = In::text;
          control(byte);
        } else {
          sequence_ += byte;
        }
        break;
      case In::text:
        if (byte == 27) {
          in_ = In::escape;
        } else if (byte == '\r') {
          column_ = 0;
          wraps_ = false;
        } else if (byte == '\n') {
          line_feed();
        } else if (byte == '\b') {
          column_ = std::max(column_ - 1, 0);
          wraps_ = false;
        } else if (static_cast<unsigned char>(byte) >= 0x20) {
          utf8_ += byte;
          if (utf8_.size() == length_of(static_cast<unsigned char>(utf8_[0]))) {
            put(from_utf8(utf8_));
            utf8_.clear();
          }
        }
        break;
    }
  }
}

void VtScreen::put(char32_t code) {
  if (wraps_) {
    column_ = 0;
    line_feed();
  }
  wraps_ = column_ == columns_ - 1;
  cells_[static_cast<std::size_t>(row_)][static_cast<std::size_t>(column_)] = code;
  if (!wraps_) ++column_;
  last_ = code;
}

void VtScreen::line_feed() {
  wraps_ = false;
  if (row_ == bottom_) {
    scroll(top_, 1);
  } else {
    row_ = std::min(row_ + 1, rows_ - 1);
  }
}

/// Moves the rows from `top` to the bottom of the scroll region up by some lines; down when negative.
void VtScreen::scroll(int top, int lines) {
  const auto begin = cells_.begin() + top;
  const auto end = cells_.begin() + bottom_ + 1;
  const auto count = std::min<std::ptrdiff_t>(std::abs(lines), end - begin);
  const std::u32string blank(static_cast<std::size_t>(columns_), U' ');
  if (lines > 0) {
    std::rotate(begin, begin + count, end);
    std::fill(end - count, end, blank);
  } else {
    std::rotate(begin, end - count, end);
    std::fill(begin, begin + count, blank);
  }
}

void VtScreen::erase(int row, int from, int to) {
  auto& cells = cells_[static_cast<std::size_t>(row)];
  std::fill(cells.begin() + from, cells.begin() + std::min(to, columns_), U' ');
}

void VtScreen::escape(char byte) {
  in_ = In::text;
  sequence_.clear();
  if (byte == '[')
    in_ = In::control;
  else if (byte == ']')
    in_ = In::command;
  else if (byte == '(' || byte == ')')
    in_ = In::charset;
  else if (byte == 'M') {
    if (row_ == top_)
      scroll(top_, -1);
    else
      row_ = std::max(row_ - 1, 0);
  } else if (byte != '7' && byte != '8' && byte != '=' && byte != '>') {
    unknown_.insert(std::string("ESC ") + byte);
  }
}

int VtScreen::number(std::size_t index, int otherwise) const {
  std::size_t start = 0;
  for (; index > 0; --index) {
    start = sequence_.find(';', start);
    if (start == std::string::npos) return otherwise;
    ++start;
  }
  const int value = std::atoi(sequence_.c_str() + start);
  return value == 0 ? otherwise : value;
}

void VtScreen::mode(bool on) {
  if (sequence_ == "?1049") {
    alternate_ = on;
    for (int i = 0; i < rows_; ++i) erase(i, 0, columns_);
  }
  if (sequence_ == "?25") cursor_visible_ = on;
}

void VtScreen::control(char last) {
  const int count = number(0, 1);
  const auto to_row = [this](int row) { row_ = std::clamp(row, 0, rows_ - 1); };
  const auto to_column = [this](int column) { column_ = std::clamp(column, 0, columns_ - 1); };
  if (last != 'm') wraps_ = false;
  switch (last) {
    case 'A':
      return to_row(row_ - count);
    case 'B':
      return to_row(row_ + count);
    case 'C':
      return to_column(column_ + count);
    case 'D':
      return to_column(column_ - count);
    case 'G':
      return to_column(count - 1);
    case 'd':
      return to_row(count - 1);
    case 'H':
    case 'f':
      to_row(count - 1);
      return to_column(number(1, 1) - 1);
    case 'J':
      if (number(0, 0) == 0) erase(row_, column_, columns_);
      for (int i = number(0, 0) == 0 ? row_ + 1 : 0; i < rows_; ++i) erase(i, 0, columns_);
      return;
    case 'K':
      return number(0, 0) == 1 ? erase(row_, 0, column_ + 1) : erase(row_, column_, columns_);
    case 'X':
      return erase(row_, column_, column_ + count);
    case 'b':
      for (int i = 0; i < count; ++i) put(last_);
      return;
    case 'P':
    case '@': {
      auto& cells = cells_[static_cast<std::size_t>(row_)];
      const auto at = static_cast<std::size_t>(column_);
      const auto many = static_cast<std::size_t>(count);
      if (last == 'P')
        cells.erase(at, many);
      else
        cells.insert(at, many, U' ');
      cells.resize(static_cast<std::size_t>(columns_), U' ');
      return;
    }
    case 'L':
      return scroll(row_, -count);
    case 'M':
      return scroll(row_, count);
    case 'S':
      return scroll(top_, count);
    case 'T':
      return scroll(top_, -count);
    case 'r':
      top_ = count - 1;
      bottom_ = number(1, rows_) - 1;
      row_ = column_ = 0;
      return;
    case 'm': {
      for (std::size_t i = 0; i < 4; ++i) {
        const int code = number(i, 0);
        coloured_ = coloured_ || (code >= 30 && code <= 48 && code != 39) || (code >= 90 && code <= 107);
      }
      return;
    }
    case 'h':
      return mode(true);
    case 'l':
      return mode(false);
    case 't':
      return;
    default:
      unknown_.insert("CSI " + sequence_ + last);
  }
}

}  // namespace thenar::test
