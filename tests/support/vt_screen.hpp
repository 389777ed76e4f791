// What a person sees: the part of a terminal that curses uses for TERM=xterm-256color and vt100, from bytes
// to rows of characters.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace thenar::test {

class VtScreen {
 public:
  VtScreen(int rows, int columns) { resize(rows, columns); }

  void feed(std::string_view bytes);
  /// As the terminal's window does: what stood there stays as far as there is room.
  void resize(int rows, int columns);

  /// Row from the top, UTF-8, without blanks at its end.
  std::string row(int index) const;
  /// All rows, each ended by a newline.
  std::string text() const;
  bool has(std::string_view words) const { return text().find(words) != std::string::npos; }

  bool alternate() const { return alternate_; }  ///< the display is up, not the shell's screen
  bool cursor_visible() const { return cursor_visible_; }
  bool coloured() const { return coloured_; }  ///< any colour was ever asked for
  /// Sequences that this screen does not know; empty when everything was understood.
  const std::set<std::string>& unknown() const { return unknown_; }

 private:
  enum class In : std::uint8_t { text, escape, control, charset, command };

  void put(char32_t code);
  void escape(char byte);
  void control(char last);
  void mode(bool on);
  void line_feed();
  void scroll(int top, int lines);
  void erase(int row, int from, int to);
  int number(std::size_t index, int otherwise) const;

  int rows_ = 0;
  int columns_ = 0;
  std::vector<std::u32string> cells_;
  int row_ = 0;
  int column_ = 0;
  int top_ = 0;
  int bottom_ = 0;
  bool wraps_ = false;  ///< the last column was written: the next character begins a row
  char32_t last_ = U' ';
  In in_ = In::text;
  std::string sequence_;
  std::string utf8_;
  bool alternate_ = false;
  bool cursor_visible_ = true;
  bool coloured_ = false;
  std::set<std::string> unknown_;
};

}  // namespace thenar::test
