// Ink onto a surface.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "common/typeset/blur.h"
#include "common/typeset/masked_runs.h"
#include "common/typeset/page_pictures.h"
#include "common/typeset/sheet.h"

namespace lectern::typeset {
namespace {

constexpr double faint_alpha = 0.4;
constexpr double outline_width = 2;
constexpr double outline_radius = 10;
constexpr int max_shadow_side = 1 << 14;  // pixels

Color faint(Color color) {
  color.alpha *= faint_alpha;
  return color;
}

void rounded_path(cairo_t* cairo, const Rect& rect, double radius) {
  constexpr double quarter = std::numbers::pi / 2;
  const double right = rect.x + rect.width, bottom = rect.y + rect.height;
  cairo_new_sub_path(cairo);
  cairo_arc(cairo, right - radius, rect.y + radius, radius, -quarter, 0);
  cairo_arc(cairo, right - radius, bottom - radius, radius, 0, quarter);
  cairo_arc(cairo, rect.x + radius, bottom - radius, radius, quarter, 2 * quarter);
  cairo_arc(cairo, rect.x + radius, rect.y + radius, radius, 2 * quarter, 3 * quarter);
  cairo_close_path(cairo);
}

/// Calls `show` with each line, the current point where it begins, `by` so much to the side.
template <class Show>
void show_lines(cairo_t* cairo, const TextInk& ink, const Point& by, Show show) {
  const GSList* line = pango_layout_get_lines_readonly(ink.layout.get());
  for (const Point& start : ink.starts) {
    cairo_move_to(cairo, start.x + by.x, start.y + by.y);
    show(cairo, static_cast<PangoLayoutLine*>(line->data));
    line = line->next;
  }
}

/// `rect` on the display, its edges on whole pixels so that they are sharp; at least one pixel either way.
Rect on_pixels(cairo_t* cairo, const Rect& rect) {
  double left = rect.x, top = rect.y, right = rect.x + rect.width, bottom = rect.y + rect.height;
  cairo_user_to_device(cairo, &left, &top);
  cairo_user_to_device(cairo, &right, &bottom);
  left = std::round(left);
  top = std::round(top);
  return {left, top, std::max(std::round(right) - left, 1.0), std::max(std::round(bottom) - top, 1.0)};
}

/// The letters' shape on the display, blurred, in the colour of the shadow.
void draw_blurred(cairo_t* cairo, const TextInk& ink, const Shadow& shadow) {
  double x = 1, y = 0;
  cairo_user_to_device_distance(cairo, &x, &y);
  const double scale = std::hypot(x, y);
  const double deviation = shadow.blur / 2 * scale;  // CSS Backgrounds 3 §6.1.1
  const int margin = blur_reach(deviation) + 1;
  const Rect rect = on_pixels(cairo, bounds_of(ink));
  const PixelSize size{static_cast<int>(rect.width) + 2 * margin, static_cast<int>(rect.height) + 2 * margin};
  if (size.width > max_shadow_side || size.height > max_shadow_side) return;

  Pixmap shape(size);
  {
    const SurfacePtr surface = surface_of(shape);
    const CairoPtr own(cairo_create(surface.get()));
    cairo_translate(own.get(), margin - rect.x, margin - rect.y);
    cairo_matrix_t on_display, from_corner;
    cairo_get_matrix(cairo, &on_display);
    cairo_get_matrix(own.get(), &from_corner);
    cairo_matrix_multiply(&on_display, &on_display, &from_corner);
    cairo_set_matrix(own.get(), &on_display);
    show_lines(own.get(), ink, {}, pango_cairo_show_layout_line);
  }
  blur_alpha(shape, deviation);
  const SurfacePtr surface = surface_of(shape);
  cairo_save(cairo);
  cairo_identity_matrix(cairo);
  set_source(cairo, shadow.color);
  cairo_mask_surface(cairo, surface.get(), rect.x - margin + shadow.x * scale,
                     rect.y - margin + shadow.y * scale);
  cairo_restore(cairo);
}

/// On a page in outlines: letters would be in its text a second time.
void draw_sharp(cairo_t* cairo, const TextInk& ink, const Shadow& shadow) {
  set_source(cairo, shadow.color);
  if (!is_on_page(cairo)) return show_lines(cairo, ink, {shadow.x, shadow.y}, pango_cairo_show_layout_line);
  cairo_new_path(cairo);
  show_lines(cairo, ink, {shadow.x, shadow.y}, pango_cairo_layout_line_path);
  cairo_fill(cairo);
}

void draw_shadows(cairo_t* cairo, const TextInk& ink, const std::vector<Shadow>& shadows) {
  for (auto shadow = shadows.rbegin(); shadow != shadows.rend(); ++shadow)
    shadow->blur > 0 ? draw_blurred(cairo, ink, *shadow) : draw_sharp(cairo, ink, *shadow);
}

void draw_ink(cairo_t* cairo, const TextInk& ink, const Theme& theme) {
  if (ink.paint == Paint::title) draw_shadows(cairo, ink, theme.title_shadows);
  if (ink.paint == Paint::heading) draw_shadows(cairo, ink, theme.heading_shadows);
  set_source(cairo, color_of(ink.paint, theme));
  show_lines(cairo, ink, {}, is_on_page(cairo) ? show_line_on_page : pango_cairo_show_layout_line);
}

void draw_ink(cairo_t* cairo, const FillInk& ink, const Theme& theme) {
  const Rect rect = on_pixels(cairo, ink.rect);
  cairo_save(cairo);
  cairo_identity_matrix(cairo);
  set_source(cairo, color_of(ink.paint, theme));
  cairo_rectangle(cairo, rect.x, rect.y, rect.width, rect.height);
  cairo_fill(cairo);
  cairo_restore(cairo);
}

/// An empty box, or one with a tick.
void draw_task(cairo_t* cairo, const Rect& rect, bool is_done) {
  const double width = rect.width / 10;
  cairo_set_line_width(cairo, width);
  rounded_path(cairo, {rect.x + width / 2, rect.y + width / 2, rect.width - width, rect.height - width},
               width);
  cairo_stroke(cairo);
  if (!is_done) return;
  cairo_set_line_width(cairo, 1.5 * width);
  cairo_move_to(cairo, rect.x + 0.24 * rect.width, rect.y + 0.52 * rect.height);
  cairo_line_to(cairo, rect.x + 0.43 * rect.width, rect.y + 0.72 * rect.height);
  cairo_line_to(cairo, rect.x + 0.77 * rect.width, rect.y + 0.28 * rect.height);
  cairo_stroke(cairo);
}

void draw_ink(cairo_t* cairo, const BulletInk& ink, const Theme& theme) {
  set_source(cairo, color_of(Paint::marker, theme));
  if (ink.bullet == Bullet::open_task || ink.bullet == Bullet::done_task)
    return draw_task(cairo, ink.rect, ink.bullet == Bullet::done_task);
  const double radius = ink.rect.width / 2;
  if (ink.bullet == Bullet::square) {
    cairo_rectangle(cairo, ink.rect.x, ink.rect.y, ink.rect.width, ink.rect.height);
  } else {
    cairo_new_sub_path(cairo);
    const double line = ink.bullet == Bullet::circle ? 0.5 : 0;  // a circle's line lies inside it
    cairo_arc(cairo, ink.rect.x + radius, ink.rect.y + radius, radius - line, 0, 2 * std::numbers::pi);
  }
  if (ink.bullet == Bullet::circle) {
    cairo_set_line_width(cairo, 1);
    cairo_stroke(cairo);
  } else {
    cairo_fill(cairo);
  }
}

void draw_ink(cairo_t* cairo, const PictureInk& ink, const Theme&) {
  const Pixmap& picture = *ink.pixels;
  const Rect rect = on_pixels(cairo, ink.rect);
  cairo_save(cairo);
  cairo_identity_matrix(cairo);
  cairo_translate(cairo, rect.x, rect.y);
  cairo_scale(cairo, rect.width / picture.size.width, rect.height / picture.size.height);
  set_picture_source(cairo, picture, Around::nothing);
  cairo_rectangle(cairo, 0, 0, picture.size.width, picture.size.height);
  cairo_fill(cairo);
  cairo_restore(cairo);
}

void draw_ink(cairo_t* cairo, const OutlineInk& ink, const Theme& theme) {
  const double inset = outline_width / 2;
  const double radius = std::min({outline_radius, ink.rect.width / 2, ink.rect.height / 2});
  if (radius <= inset) return;
  set_source(cairo, faint(theme.text));
  cairo_set_line_width(cairo, outline_width);
  rounded_path(cairo,
               {ink.rect.x + inset, ink.rect.y + inset, ink.rect.width - outline_width,
                ink.rect.height - outline_width},
               radius - inset);
  cairo_stroke(cairo);
}

}  // namespace

Color color_of(Paint paint, const Theme& theme) {
  switch (paint) {
    case Paint::text:
      return theme.text;
    case Paint::title:
    case Paint::heading:
      return theme.heading;
    case Paint::quote:
      return theme.emphasis.value_or(theme.text);
    case Paint::marker:
      return theme.bullet.value_or(theme.text);
    case Paint::code:
      return theme.code;
    case Paint::faint:
      return faint(theme.text);
    case Paint::line:
      return theme.text;
    case Paint::code_ground:
      return theme.code_ground;
    case Paint::quote_ground:
      return theme.quote_ground;
  }
  return theme.text;
}

void set_source(cairo_t* cairo, const Color& color) {
  cairo_set_source_rgba(cairo, color.red, color.green, color.blue, color.alpha);
}

void draw_one(cairo_t* cairo, const Ink& ink, const Theme& theme) {
  std::visit([&](const auto& one) { draw_ink(cairo, one, theme); }, ink);
}

void draw_ground(cairo_t* cairo, const std::vector<Ink>& inks, const Theme& theme) {
  for (const Ink& ink : inks) {
    if (std::holds_alternative<TextInk>(ink)) continue;
    draw_one(cairo, ink, theme);
  }
}

}  // namespace lectern::typeset
