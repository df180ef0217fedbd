#include "common/typeset/slide_number.h"

#include <cmath>

#include "common/typeset/sheet.h"

namespace lectern::typeset {
namespace {

constexpr double font_share = 1.0 / 54;  // of the display's shorter side: 20 pixels at 1920x1080
constexpr double padding_em = 0.4;
constexpr double distance_em = 0.6;  // from the corner
constexpr Color shade = rgb(0x000000, 0.4);
constexpr Color white = rgb(0xffffff);

}  // namespace

void draw_slide_number(cairo_t* cairo, const Fonts& fonts, std::string_view number, PixelSize size) {
  const double em = font_share * std::min(size.width, size.height);
  const auto layout = fonts.set(number, {.family = "Open Sans", .pixels = em});
  PangoRectangle extents;
  pango_layout_get_extents(layout.get(), nullptr, &extents);
  const double text_width = pango_units_to_double(extents.width);
  const double text_height = pango_units_to_double(extents.height);
  const double width = std::round(text_width + 2 * padding_em * em), height = std::round(text_height);
  const double x = std::round(size.width - distance_em * em - width);
  const double y = std::round(size.height - distance_em * em - height);
  set_source(cairo, shade);
  cairo_rectangle(cairo, x, y, width, height);
  cairo_fill(cairo);
  set_source(cairo, white);
  cairo_move_to(cairo, x + (width - text_width) / 2, y + (height - text_height) / 2);
  pango_cairo_show_layout(cairo, layout.get());
}

}  // namespace lectern::typeset
