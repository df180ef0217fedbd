#include "presenter/svg/drawing.h"

#include <librsvg/rsvg.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace lectern::svg {
namespace {

constexpr double pixels_per_inch = 96;         // CSS's
constexpr double em = 16;                      // pixels; CSS's medium font size
constexpr double longest_side = 1'000'000;     // pixels; more is nonsense
constexpr PixelSize default_size{300, 150};    // CSS 2.2 §10.3.2
constexpr PixelSize all_there_is{1920, 1080};  // more than the area of any slide
// Inside a box a drawing is drawn larger than it is by nature, so that it is sharp where a slide shows it
// larger: three times, as a display of 3840×2160 shows what has no width of its own, but at least up to a
// megapixel.
constexpr double most_enlargement = 3;
constexpr double least_pixel_limit = 1 << 20;

struct Size {
  double width = 0, height = 0;
};

std::optional<double> pixels(RsvgLength length) {
  switch (length.unit) {
    case RSVG_UNIT_PX:
      return length.length;
    case RSVG_UNIT_EM:
      return length.length * em;
    case RSVG_UNIT_EX:
      return length.length * em / 2;
    case RSVG_UNIT_IN:
      return length.length * pixels_per_inch;
    case RSVG_UNIT_CM:
      return length.length * pixels_per_inch / 2.54;
    case RSVG_UNIT_MM:
      return length.length * pixels_per_inch / 25.4;
    case RSVG_UNIT_PT:
      return length.length * pixels_per_inch / 72;
    case RSVG_UNIT_PC:
      return length.length * pixels_per_inch / 6;
    case RSVG_UNIT_PERCENT:
      return std::nullopt;
  }
  return std::nullopt;
}

/// As browsers size an image: without a width or height of its own, but with a shape, it takes all there is.
Size natural_size(RsvgHandle* handle) {
  gboolean has_width = FALSE, has_height = FALSE, has_view_box = FALSE;
  RsvgLength given_width{}, given_height{};
  RsvgRectangle view_box{};
  rsvg_handle_get_intrinsic_dimensions(handle, &has_width, &given_width, &has_height, &given_height,
                                       &has_view_box, &view_box);
  const auto width = has_width ? pixels(given_width) : std::nullopt;
  const auto height = has_height ? pixels(given_height) : std::nullopt;
  if (has_view_box && view_box.width > 0 && view_box.height > 0) {
    const double shape = view_box.height / view_box.width;
    if (!width && !height) {
      const double across = std::min<double>(all_there_is.width, all_there_is.height / shape);
      return {across, across * shape};
    }
    return {width ? *width : *height / shape, height ? *height : *width * shape};
  }
  return {width.value_or(default_size.width), height.value_or(default_size.height)};
}

double scale_of(Size natural, PixelSize box, images::Fit fit) {
  const double across = box.width / natural.width, down = box.height / natural.height;
  if (fit == images::Fit::cover) return std::max(across, down);
  const double up_to_limit = std::sqrt(least_pixel_limit / natural.width / natural.height);
  return std::min({across, down, std::max(most_enlargement, up_to_limit)});
}

PixelSize rounded(Size size, double scale, double most) {
  const auto side = [&](double length) {
    return static_cast<int>(std::lround(std::clamp(length * scale, 1.0, most)));
  };
  return {side(size.width), side(size.height)};
}

}  // namespace

std::optional<images::Image> draw(std::string_view svg, PixelSize box, images::Fit fit) {
  const std::unique_ptr<RsvgHandle, decltype(&g_object_unref)> handle(
      rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), svg.size(), nullptr),
      &g_object_unref);
  if (!handle) return std::nullopt;
  rsvg_handle_set_dpi(handle.get(), pixels_per_inch);
  const Size natural = natural_size(handle.get());
  const auto is_sensible = [](double side) { return side > 0 && side <= longest_side; };
  if (!is_sensible(natural.width) || !is_sensible(natural.height)) return std::nullopt;

  const double scale = scale_of(natural, box, fit);
  const PixelSize size =
      fit == images::Fit::cover ? box : rounded(natural, scale, std::max(box.width, box.height));
  images::Image image{rounded(natural, 1, longest_side), Pixmap(size), true};
  const std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface(
      cairo_image_surface_create_for_data(reinterpret_cast<unsigned char*>(image.pixels.pixels.data()),
                                          CAIRO_FORMAT_ARGB32, size.width, size.height,
                                          image.pixels.stride_bytes()),
      &cairo_surface_destroy);
  const std::unique_ptr<cairo_t, decltype(&cairo_destroy)> cairo(cairo_create(surface.get()), &cairo_destroy);
  // Drawn at its own size and scaled by Cairo, it also scales where it has no viewBox, as in browsers.
  cairo_translate(cairo.get(), (size.width - natural.width * scale) / 2,
                  (size.height - natural.height * scale) / 2);
  cairo_scale(cairo.get(), scale, scale);
  const RsvgRectangle viewport{0, 0, natural.width, natural.height};
  if (!rsvg_handle_render_document(handle.get(), cairo.get(), &viewport, nullptr)) return std::nullopt;
  cairo_surface_flush(surface.get());
  return image;
}

}  // namespace lectern::svg
