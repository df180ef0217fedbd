#include "presenter/stage/veil.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

#include "common/typeset/contrast.h"

namespace lectern::stage {
namespace {

constexpr int steps = 6;  // a sixty-fourth more or less cannot be seen

/// What a byte of a pixel becomes.
using Table = std::array<std::uint8_t, 256>;

Table table_of(double part, double opacity) {
  Table table;
  for (std::size_t i = 0; i < table.size(); ++i)
    table[i] = static_cast<std::uint8_t>(std::lround(std::lerp(static_cast<double>(i), part * 255, opacity)));
  return table;
}

}  // namespace

double veil_needed(const Pixmap& background, double scale, const TextBehind& text,
                   const typeset::Color& color) {
  const auto ground_at = [&](double opacity) {
    Pixmap ground = background;
    draw_veil(ground, color, opacity);
    text.draw_ground(ground);
    return ground;
  };
  std::vector<const typeset::Letters*> weak;
  const auto is_weak = [&](const typeset::Letters& letters, const Pixmap& ground) {
    const auto ratio = typeset::contrast_on(ground, scale, letters);
    return ratio && *ratio < typeset::least_contrast(letters, text.css_pixel);
  };
  const Pixmap bare = ground_at(0), covered = ground_at(1);
  for (const typeset::Letters& letters : text.letters)
    if (!letters.is_colorful && is_weak(letters, bare) && !is_weak(letters, covered))
      weak.push_back(&letters);
  if (weak.empty()) return 0;

  double low = 0, high = 1;
  for (int step = 0; step < steps; ++step) {
    const double middle = (low + high) / 2;
    const Pixmap ground = ground_at(middle);
    const bool is_enough =
        std::ranges::none_of(weak, [&](const auto* letters) { return is_weak(*letters, ground); });
    (is_enough ? high : low) = middle;
  }
  return high;
}

void draw_veil(Pixmap& frame, const typeset::Color& color, double opacity) {
  const Table red = table_of(color.red, opacity), green = table_of(color.green, opacity),
              blue = table_of(color.blue, opacity);
  for (std::uint32_t& pixel : frame.pixels)
    pixel = 0xff000000u | static_cast<std::uint32_t>(red[pixel >> 16 & 255]) << 16 |
            static_cast<std::uint32_t>(green[pixel >> 8 & 255]) << 8 | blue[pixel & 255];
}

}  // namespace lectern::stage
