#include "page.hpp"

#include <cairo-pdf.h>

#include <numbers>

namespace thenar::outcomes::pdf {
namespace {

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int size) {
  static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), size);
  return CAIRO_STATUS_SUCCESS;
}

void set(cairo_t* cairo, const Colour& colour) {
  cairo_set_source_rgb(cairo, colour.red, colour.green, colour.blue);
}

}  // namespace

Pages::Pages(const std::string& title) {
  surface_ = cairo_pdf_surface_create_for_stream(append, &bytes_, kPageWidth, kPageHeight);
  cairo_pdf_surface_set_metadata(surface_, CAIRO_PDF_METADATA_TITLE, title.c_str());
  cairo_pdf_surface_set_metadata(surface_, CAIRO_PDF_METADATA_CREATOR, "Thenar");
  cairo_ = cairo_create(surface_);
}

Pages::~Pages() {
  cairo_destroy(cairo_);
  cairo_surface_destroy(surface_);
}

PangoLayout* Pages::layout_of(double width, const std::string& words, const Style& style) {
  auto* layout = pango_cairo_create_layout(cairo_);
  auto* font = pango_font_description_from_string(style.bold ? "Sans Bold" : "Sans");
  pango_font_description_set_absolute_size(font, style.size * PANGO_SCALE);
  pango_layout_set_font_description(layout, font);
  pango_font_description_free(font);
  pango_layout_set_width(layout, static_cast<int>(width * PANGO_SCALE));
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment(layout, style.align == Align::right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_text(layout, words.c_str(), static_cast<int>(words.size()));
  return layout;
}

double Pages::text(double x, double y, double width, const std::string& words, const Style& style) {
  auto* layout = layout_of(width, words, style);
  int height = 0;
  pango_layout_get_size(layout, nullptr, &height);
  set(cairo_, style.colour);
  cairo_move_to(cairo_, x, y);
  pango_cairo_show_layout(cairo_, layout);
  g_object_unref(layout);
  return static_cast<double>(height) / PANGO_SCALE;
}

double Pages::height_of(double width, const std::string& words, const Style& style) {
  auto* layout = layout_of(width, words, style);
  int height = 0;
  pango_layout_get_size(layout, nullptr, &height);
  g_object_unref(layout);
  return static_cast<double>(height) / PANGO_SCALE;
}

void Pages::line(double x0, double y0, double x1, double y1, const Colour& colour, double width) {
  set(cairo_, colour);
  cairo_set_line_width(cairo_, width);
  cairo_move_to(cairo_, x0, y0);
  cairo_line_to(cairo_, x1, y1);
  cairo_stroke(cairo_);
}

void Pages::box(double x, double y, double width, double height, const Colour& colour) {
  set(cairo_, colour);
  cairo_rectangle(cairo_, x, y, width, height);
  cairo_fill(cairo_);
}

void Pages::dot(double x, double y, double radius, const Colour& colour, bool full) {
  set(cairo_, colour);
  cairo_new_path(cairo_);
  cairo_arc(cairo_, x, y, radius, 0, 2 * std::numbers::pi);
  if (full) {
    cairo_fill(cairo_);
    return;
  }
  cairo_set_line_width(cairo_, 0.9);
  cairo_stroke(cairo_);
}

void Pages::next_page() {
  cairo_show_page(cairo_);
  ++pages_;
}

std::string Pages::finish() {
  cairo_show_page(cairo_);
  cairo_surface_finish(surface_);
  if (cairo_status(cairo_) != CAIRO_STATUS_SUCCESS || cairo_surface_status(surface_) != CAIRO_STATUS_SUCCESS)
    return {};
  return bytes_;
}

}  // namespace thenar::outcomes::pdf
