#include "common/typeset/gradient.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <vector>

#include "common/text/text.h"
#include "common/typeset/css_color.h"
#include "common/typeset/css_values.h"
#include "common/typeset/pdf_drawing.h"

namespace lectern::typeset {
namespace {

constexpr std::size_t max_stops = 64;

struct Stop {
  Color color;
  std::optional<CssNumber> place;  ///< in % or px along the gradient's line
};

struct Gradient {
  bool is_radial = false;
  std::string_view shape;  ///< what stands before the first stop; may be empty
  std::vector<Stop> stops;
};

std::optional<CssNumber> parse_place(std::string_view text) {
  const auto number = parse_number(text);
  const bool is_place = number && (number->unit == "%" || number->unit == "px" || number->value == 0);
  return is_place ? number : std::nullopt;
}

/// `red`, `red 10%` or `red 10% 20%`: one stop for each place.
bool add_stops(std::string_view text, std::vector<Stop>& stops) {
  const auto parts = split_outside_brackets(text, ' ');
  if (parts.empty() || parts.size() > 3) return false;
  const auto color = parse_color(parts.front());
  if (!color) return false;
  if (parts.size() == 1) stops.push_back({*color, std::nullopt});
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const auto place = parse_place(parts[i]);
    if (!place) return false;
    stops.push_back({*color, place});
  }
  return true;
}

std::optional<Gradient> parse(std::string_view css) {
  constexpr std::string_view linear = "linear-gradient(", radial = "radial-gradient(";
  css = trimmed(css);
  Gradient gradient{.is_radial = css.starts_with(radial), .shape = {}, .stops = {}};
  if ((!gradient.is_radial && !css.starts_with(linear)) || !css.ends_with(')')) return std::nullopt;
  css = css.substr(linear.size(), css.size() - linear.size() - 1);
  const auto parts = split_outside_brackets(css, ',');
  if (parts.empty() || parts.size() > max_stops) return std::nullopt;
  std::size_t first = 0;
  if (!add_stops(parts.front(), gradient.stops)) {
    gradient.shape = parts.front();
    first = 1;
  } else {
    gradient.stops.clear();
  }
  for (std::size_t i = first; i < parts.size(); ++i)
    if (!add_stops(parts[i], gradient.stops)) return std::nullopt;
  return gradient.stops.size() >= 2 ? std::optional(gradient) : std::nullopt;
}

/// `to top left`, `45deg`; radians clockwise from upwards. CSS Images 3 §3.1.1.
std::optional<double> parse_direction(std::string_view text, PixelSize size) {
  constexpr double turn = 2 * std::numbers::pi;
  if (text.empty()) return turn / 2;
  if (text.starts_with("to ")) {
    const double across = has_word(text, "right") ? 1 : has_word(text, "left") ? -1 : 0;
    const double down = has_word(text, "bottom") ? 1 : has_word(text, "top") ? -1 : 0;
    if (across == 0 && down == 0) return std::nullopt;
    // Towards a corner the line in the middle runs through the two other corners.
    return std::atan2(across * (down == 0 ? 1 : size.height), -down * (across == 0 ? 1 : size.width));
  }
  const auto angle = parse_number(text);
  if (!angle) return std::nullopt;
  if (angle->unit == "deg") return angle->value / 360 * turn;
  if (angle->unit == "grad") return angle->value / 400 * turn;
  if (angle->unit == "turn") return angle->value * turn;
  return angle->unit == "rad" ? std::optional(angle->value) : std::nullopt;
}

/// `left`, `30%` or `12px` of a length; `far` is the name of its end.
std::optional<double> parse_coordinate(std::string_view text, std::string_view near, std::string_view far,
                                       double length) {
  if (text == "center") return length / 2;
  if (text == near) return 0.0;
  if (text == far) return length;
  const auto place = parse_place(text);
  if (!place) return std::nullopt;
  return place->unit == "%" ? place->value / 100 * length : place->value;
}

/// What follows `at`.
std::optional<Point> parse_middle(std::string_view text, PixelSize size) {
  auto parts = split_outside_brackets(text, ' ');
  if (parts.empty()) return Point{size.width / 2.0, size.height / 2.0};
  if (parts.size() == 1) parts.push_back("center");
  if (parts[0] == "top" || parts[0] == "bottom") std::swap(parts[0], parts[1]);
  const auto x = parse_coordinate(parts[0], "left", "right", size.width);
  const auto y = parse_coordinate(parts[1], "top", "bottom", size.height);
  return x && y && parts.size() == 2 ? std::optional(Point{*x, *y}) : std::nullopt;
}

struct Ellipse {
  Point middle;
  double width = 0, height = 0;  ///< from the middle
};

/// `circle closest-side at left`; the sides' and corners' distances of CSS Images 3 §3.2.2.
std::optional<Ellipse> parse_ellipse(std::string_view text, PixelSize size) {
  const std::size_t at = text.starts_with("at ") ? 0 : text.find(" at ");
  const std::string_view before = trimmed(text.substr(0, at));
  const std::string_view after =
      at == std::string_view::npos ? std::string_view() : trimmed(text.substr(text.find("at ", at) + 3));
  const auto middle = parse_middle(after, size);
  if (!middle) return std::nullopt;
  bool is_circle = false, is_close = false, is_side = false;
  for (const std::string_view word : split_outside_brackets(before, ' ')) {
    if (word == "circle") {
      is_circle = true;
    } else if (word == "closest-side" || word == "farthest-side" || word == "closest-corner" ||
               word == "farthest-corner") {
      is_close = word.starts_with("closest");
      is_side = word.ends_with("side");
    } else if (word != "ellipse") {
      return std::nullopt;
    }
  }
  const auto reach = [&](double place, double length) {
    const double to_begin = std::abs(place), to_end = std::abs(length - place);
    return is_close ? std::min(to_begin, to_end) : std::max(to_begin, to_end);
  };
  const double across = reach(middle->x, size.width), down = reach(middle->y, size.height);
  if (is_circle) {
    const double radius = !is_side   ? std::hypot(across, down)
                          : is_close ? std::min(across, down)
                                     : std::max(across, down);
    return Ellipse{*middle, radius, radius};
  }
  const double times = is_side ? 1 : std::numbers::sqrt2;
  return Ellipse{*middle, across * times, down * times};
}

/// Where the stops are, 0 to 1 along a line of `length`. Those without a place lie evenly between their
/// neighbours, and none lies before the one that it follows. CSS Images 3 §3.4.3.
std::vector<double> places(const std::vector<Stop>& stops, double length) {
  std::vector<double> places(stops.size(), -1);
  places.front() = 0;
  places.back() = 1;
  double least = 0;
  for (std::size_t i = 0; i < stops.size(); ++i) {
    if (const auto& place = stops[i].place)
      places[i] = std::clamp(place->unit == "%" ? place->value / 100 : place->value / std::max(length, 1.0),
                             0.0, 1e4);
    if (places[i] >= 0) least = places[i] = std::max(places[i], least);
  }
  for (std::size_t i = 1; i < places.size(); ++i) {
    if (places[i] >= 0) continue;
    std::size_t next = i;
    while (places[next] < 0) ++next;
    const double step = (places[next] - places[i - 1]) / static_cast<double>(next - i + 1);
    for (; i < next; ++i) places[i] = places[i - 1] + step;
  }
  return places;
}

bool draw(const Gradient& gradient, cairo_t* cairo, PixelSize size) {
  cairo_pattern_t* pattern = nullptr;
  double length = 1;
  if (gradient.is_radial) {
    const auto ellipse = parse_ellipse(gradient.shape, size);
    if (!ellipse || ellipse->width <= 0 || ellipse->height <= 0) return false;
    length = ellipse->width;
    pattern = cairo_pattern_create_radial(0, 0, 0, 0, 0, length);
    cairo_matrix_t matrix;
    cairo_matrix_init_scale(&matrix, 1, length / ellipse->height);
    cairo_matrix_translate(&matrix, -ellipse->middle.x, -ellipse->middle.y);
    cairo_pattern_set_matrix(pattern, &matrix);
  } else {
    const auto direction = parse_direction(gradient.shape, size);
    if (!direction) return false;
    const double x = std::sin(*direction), y = -std::cos(*direction);
    length = std::abs(size.width * x) + std::abs(size.height * y);
    const Point middle{size.width / 2.0, size.height / 2.0};
    pattern = cairo_pattern_create_linear(middle.x - x * length / 2, middle.y - y * length / 2,
                                          middle.x + x * length / 2, middle.y + y * length / 2);
  }
  const std::vector<double> at = places(gradient.stops, length);
  for (std::size_t i = 0; i < at.size(); ++i) {
    const Color& color = gradient.stops[i].color;
    cairo_pattern_add_color_stop_rgba(pattern, at[i], color.red, color.green, color.blue, color.alpha);
  }
  cairo_set_source(cairo, pattern);
  cairo_paint(cairo);
  cairo_pattern_destroy(pattern);
  return true;
}

}  // namespace

bool draw_gradient(std::string_view css, Pixmap& target) {
  const auto gradient = parse(css);
  const SurfacePtr surface = surface_of(target);
  const CairoPtr cairo(cairo_create(surface.get()));
  return gradient && draw(*gradient, cairo.get(), target.size);
}

bool draw_gradient(std::string_view css, Pdf& target) {
  const auto gradient = parse(css);
  return gradient && draw(*gradient, target.drawing().cairo.get(), target.drawing().display);
}

bool is_gradient(std::string_view css) {
  Pixmap pixel({1, 1});
  return draw_gradient(css, pixel);
}

}  // namespace lectern::typeset
