// A view laid out in lines for a screen of any size: what matters least leaves first. No terminal in here.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/session/text.hpp"
#include "cli/session/view.hpp"

namespace thenar::cli::live {

enum class Style : std::uint8_t { plain, strong, soft, accent, alert, key };

/// A stretch of text in one style.
struct Span {
  std::wstring text;
  Style style = Style::plain;
};
using Line = std::vector<Span>;

/// What the screen can show.
struct Canvas {
  int columns = 80;
  int rows = 24;
  bool unicode = true;  ///< false: only ASCII
};

/// The lines of a view from the top of the screen, at most `rows`, each at most `columns` wide.
std::vector<Line> layout(const View& view, const Canvas& canvas);

}  // namespace thenar::cli::live
