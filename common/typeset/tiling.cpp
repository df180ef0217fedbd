#include "common/typeset/tiling.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <vector>

#include "common/typeset/css_values.h"
#include "common/typeset/page_pictures.h"
#include "common/typeset/pdf_drawing.h"

namespace lectern::typeset {
namespace {

std::vector<std::string_view> words_of(std::string_view value, std::string_view usual) {
  const auto first = split_outside_brackets(value, ',');
  return split_outside_brackets(first.empty() || first.front().empty() ? usual : first.front(), ' ');
}

std::optional<double> length_of(std::string_view word, double whole) {
  const auto number = parse_number(word);
  if (!number || (number->unit != "%" && number->unit != "px" && number->value != 0)) return std::nullopt;
  return number->unit == "%" ? number->value / 100 * whole : number->value;
}

bool take_size(const std::vector<std::string_view>& words, PixelSize natural, PixelSize display,
               Tiling& tiling) {
  const double width = natural.width, height = natural.height;
  if (words.empty() || words.size() > 2) return false;
  if (words.front() == "cover" || words.front() == "contain") {
    const double across = display.width / width, down = display.height / height;
    const double scale = words.front() == "cover" ? std::max(across, down) : std::min(across, down);
    tiling.width = width * scale;
    tiling.height = height * scale;
    return words.size() == 1;
  }
  const bool is_auto[] = {words.front() == "auto", words.size() == 1 || words.back() == "auto"};
  const auto across = is_auto[0] ? std::optional(width) : length_of(words.front(), display.width);
  const auto down = is_auto[1] ? std::optional(height) : length_of(words.back(), display.height);
  constexpr double longest = 20'000;  // pixels; more is a slip of the pen, and too much for Cairo
  if (!across || !down || *across <= 0 || *down <= 0 || *across > longest || *down > longest) return false;
  tiling.width = is_auto[0] && !is_auto[1] ? *down * width / height : *across;
  tiling.height = is_auto[1] && !is_auto[0] ? *across * height / width : *down;
  return true;
}

/// Of what is left beside the picture, a percentage lies before it.
std::optional<double> place_of(std::string_view word, std::string_view near, std::string_view far,
                               double left) {
  if (word == "center") return left / 2;
  if (word == near) return 0.0;
  if (word == far) return left;
  return length_of(word, left);
}

bool take_position(std::vector<std::string_view> words, PixelSize display, Tiling& tiling) {
  if (words.empty() || words.size() > 2) return false;
  if (words.size() == 1) words.push_back("center");
  if (words[0] == "top" || words[0] == "bottom" || words[1] == "left" || words[1] == "right")
    std::swap(words[0], words[1]);
  const auto x = place_of(words[0], "left", "right", display.width - tiling.width);
  const auto y = place_of(words[1], "top", "bottom", display.height - tiling.height);
  if (!x || !y) return false;
  tiling.x = *x;
  tiling.y = *y;
  return true;
}

bool take_repeat(const std::vector<std::string_view>& words, Tiling& tiling) {
  if (words.empty() || words.size() > 2) return false;
  if (words.front() == "repeat-x" || words.front() == "repeat-y") {
    tiling.repeats_across = words.front() == "repeat-x";
    tiling.repeats_down = !tiling.repeats_across;
    return words.size() == 1;
  }
  const auto is_known = [](std::string_view word) { return word == "repeat" || word == "no-repeat"; };
  if (!std::ranges::all_of(words, is_known)) return false;
  tiling.repeats_across = words.front() == "repeat";
  tiling.repeats_down = words.back() == "repeat";
  return true;
}

/// A pixel of the display is a unit of `cairo`'s.
void draw_tiles(cairo_t* cairo, const Pixmap& picture, const Tiling& tiling, double opacity,
                PixelSize display) {
  const double width = display.width, height = display.height;
  const double x = tiling.repeats_across ? 0 : tiling.x, y = tiling.repeats_down ? 0 : tiling.y;
  cairo_save(cairo);
  cairo_rectangle(
      cairo, std::round(x), std::round(y),
      tiling.repeats_across ? width : std::max(1.0, std::round(tiling.x + tiling.width) - std::round(x)),
      tiling.repeats_down ? height : std::max(1.0, std::round(tiling.y + tiling.height) - std::round(y)));
  cairo_clip(cairo);
  cairo_translate(cairo, tiling.x, tiling.y);
  cairo_scale(cairo, tiling.width / picture.size.width, tiling.height / picture.size.height);
  set_picture_source(cairo, picture,
                     tiling.repeats_across || tiling.repeats_down ? Around::itself : Around::nothing);
  cairo_paint_with_alpha(cairo, opacity);
  cairo_restore(cairo);
}

}  // namespace

std::optional<Tiling> tiling_of(const TilingStyle& style, PixelSize natural, PixelSize display) {
  Tiling tiling;
  const bool is_readable = take_size(words_of(style.size, "cover"), natural, display, tiling) &&
                           take_position(words_of(style.position, "center"), display, tiling) &&
                           take_repeat(words_of(style.repeat, "no-repeat"), tiling);
  return is_readable ? std::optional(tiling) : std::nullopt;
}

void draw_tiles(const Pixmap& picture, const Tiling& tiling, double opacity, Pixmap& target) {
  const SurfacePtr surface = surface_of(target);
  const CairoPtr cairo(cairo_create(surface.get()));
  draw_tiles(cairo.get(), picture, tiling, opacity, target.size);
}

void draw_tiles(const Pixmap& picture, const Tiling& tiling, double opacity, Pdf& target) {
  const Pdf::Drawing& drawing = target.drawing();
  draw_tiles(drawing.cairo.get(), picture, tiling, opacity, drawing.display);
}

}  // namespace lectern::typeset
