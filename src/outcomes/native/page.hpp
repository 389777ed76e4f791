// Words and lines on a page of A4, in points from its upper left corner.
#pragma once

#include <pango/pangocairo.h>

#include <string>
#include <vector>

namespace thenar::outcomes::pdf {

struct Colour {
  double red = 0;
  double green = 0;
  double blue = 0;
};
inline constexpr Colour kInk{0.13, 0.13, 0.14};
inline constexpr Colour kSoft{0.42, 0.42, 0.44};
inline constexpr Colour kLine{0.80, 0.80, 0.79};
inline constexpr Colour kBand{0.90, 0.93, 0.91};
inline constexpr Colour kClay{0.64, 0.29, 0.17};
inline constexpr Colour kLeaf{0.15, 0.36, 0.31};

inline constexpr double kPageWidth = 595;  // A4
inline constexpr double kPageHeight = 842;
inline constexpr double kMargin = 44;
inline constexpr double kLeft = kMargin;
inline constexpr double kRight = kPageWidth - kMargin;
inline constexpr double kFull = kRight - kLeft;

enum class Align : std::uint8_t { left, right };
struct Style {
  double size = 9;
  bool bold = false;
  Colour colour = kInk;
  Align align = Align::left;
};

/// A document whose bytes are gathered in memory.
class Pages {
 public:
  explicit Pages(const std::string& title);
  ~Pages();
  Pages(const Pages&) = delete;
  Pages& operator=(const Pages&) = delete;

  /// Words in a column, wrapped; their height.
  double text(double x, double y, double width, const std::string& words, const Style& style = {});
  /// The height that they would have.
  double height_of(double width, const std::string& words, const Style& style = {});
  void line(double x0, double y0, double x1, double y1, const Colour& colour, double width = 0.6);
  void box(double x, double y, double width, double height, const Colour& colour);
  void dot(double x, double y, double radius, const Colour& colour, bool full);
  void next_page();
  int pages() const { return pages_; }

  /// Ends the document; empty when something could not be drawn.
  std::string finish();

 private:
  PangoLayout* layout_of(double width, const std::string& words, const Style& style);

  std::string bytes_;
  cairo_surface_t* surface_ = nullptr;
  cairo_t* cairo_ = nullptr;
  int pages_ = 1;
};

}  // namespace thenar::outcomes::pdf
