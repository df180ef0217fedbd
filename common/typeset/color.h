// A colour, and what counts about it where text stands on it.
#pragma once

namespace lectern::typeset {

/// Straight (not premultiplied), each part 0 to 1.
struct Color {
  double red = 0, green = 0, blue = 0, alpha = 1;
};

/// 0xRRGGBB.
constexpr Color rgb(unsigned hex, double alpha = 1) {
  return {(hex >> 16 & 255) / 255.0, (hex >> 8 & 255) / 255.0, (hex & 255) / 255.0, alpha};
}

/// `color` on an opaque ground.
constexpr Color over(const Color& color, const Color& ground) {
  const auto mixed = [&](double top, double bottom) {
    return color.alpha * top + (1 - color.alpha) * bottom;
  };
  return {mixed(color.red, ground.red), mixed(color.green, ground.green), mixed(color.blue, ground.blue), 1};
}

/// Whether dark text reads better on it, by reveal.js's measure.
constexpr bool is_light(const Color& color) {
  return (color.red * 299 + color.green * 587 + color.blue * 114) / 1000 >= 128.0 / 255;
}

}  // namespace lectern::typeset
