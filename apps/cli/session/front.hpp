// What a session looks like: a display on a terminal, or plain lines.
#pragma once

#include <memory>

#include "cli/session/view.hpp"

namespace thenar::cli::live {

class Front {
 public:
  virtual ~Front() = default;
  /// Draws the moment. False when nobody can see it any more (the output is closed).
  virtual bool draw(const View& view) = 0;
  /// Something that is said, asked or warned of at a moment of the session.
  virtual bool tell(const Practice& practice, const guidance::Cue& cue) = 0;
  /// Gives the terminal back while the program is suspended, and takes it again.
  virtual void leave() = 0;
  virtual void come_back() = 0;
  /// True when it shows motion, so that it wants to be drawn often.
  virtual bool moves() const = 0;
};

/// The display, keys read from `keyboard_fd`; none when the terminal cannot do it.
std::unique_ptr<Front> open_display(int keyboard_fd);

/// A line for everything said, each with its time.
std::unique_ptr<Front> open_lines();

}  // namespace thenar::cli::live
