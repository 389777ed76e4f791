#include <langinfo.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "cli/session/front.hpp"
#include "cli/session/layout.hpp"
#include "cli/session/terminal.hpp"

// Last: term.h defines macros with everyday names.
#include <curses.h>
#include <term.h>

namespace thenar::cli::live {
namespace {

std::string capability(const char* name) {
  const char* text = tigetstr(name);
  return text == nullptr || text == reinterpret_cast<const char*>(-1) ? std::string() : std::string(text);
}

bool wants_colour() {
  const char* no_colour = std::getenv("NO_COLOR");
  return (no_colour == nullptr || *no_colour == '\0') && has_colors();
}

class Display : public Front {
 public:
  Display(SCREEN* screen, FILE* keyboard, bool unicode)
      : screen_(screen), keyboard_(keyboard), unicode_(unicode) {
    on_crash_send(capability("sgr0") + capability("cnorm") + capability("rmcup"));
    cbreak();
    noecho();
    typeahead(-1);
    curs_set(0);
    if (wants_colour()) {
      start_color();
      use_default_colors();
      init_pair(1, COLOR_CYAN, -1);
      init_pair(2, COLOR_YELLOW, -1);
      colour_ = true;
    }
  }
  ~Display() override {
    on_crash_send({});
    endwin();
    delscreen(screen_);
    fclose(keyboard_);
  }
  Display(const Display&) = delete;
  Display& operator=(const Display&) = delete;

  bool draw(const View& view) override {
    fit_window();
    erase();
    int row = 0;
    for (const auto& line : layout(view, {COLS, LINES, unicode_})) {
      wmove(stdscr, row++, 0);
      for (const auto& span : line) {
        attrset(attributes(span.style));
        addnwstr(span.text.c_str(), static_cast<int>(span.text.size()));
      }
    }
    refresh();
    return true;
  }
  bool tell(const Practice&, const guidance::Cue&) override { return true; }
  void leave() override { endwin(); }
  void come_back() override {
    clearok(stdscr, TRUE);
    refresh();
  }
  bool moves() const override { return true; }

 private:
  /// Asked at each drawing, so that no resize is ever missed.
  static void fit_window() {
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return;
    if (size.ws_row != LINES || size.ws_col != COLS) {
      resizeterm(size.ws_row, size.ws_col);
      clearok(stdscr, TRUE);
    }
  }
  attr_t attributes(Style style) const {
    switch (style) {
      case Style::strong:
        return A_BOLD;
      case Style::soft:
        return A_DIM;
      case Style::accent:
        return colour_ ? static_cast<attr_t>(COLOR_PAIR(1)) | A_BOLD : A_BOLD;
      case Style::key:
        return A_REVERSE | A_BOLD;
      case Style::alert:
        return colour_ ? static_cast<attr_t>(COLOR_PAIR(2)) | A_BOLD : A_BOLD;
      case Style::plain:
        break;
    }
    return A_NORMAL;
  }

  SCREEN* screen_;
  FILE* keyboard_;
  bool unicode_;
  bool colour_ = false;
};

}  // namespace

std::unique_ptr<Front> open_display(int keyboard_fd) {
  const char* name = std::getenv("TERM");
  if (name == nullptr || std::strcmp(name, "dumb") == 0 || isatty(STDOUT_FILENO) == 0) return nullptr;
  std::setlocale(LC_CTYPE, "");
  const bool unicode = std::strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
  FILE* keyboard = fdopen(dup(keyboard_fd), "r");
  if (keyboard == nullptr) return nullptr;
  SCREEN* screen = newterm(nullptr, stdout, keyboard);
  if (screen == nullptr) {
    fclose(keyboard);
    return nullptr;
  }
  return std::make_unique<Display>(screen, keyboard, unicode);
}

}  // namespace thenar::cli::live
