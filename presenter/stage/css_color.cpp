#include "presenter/stage/css_color.h"

#include <charconv>
#include <cmath>

namespace lectern::stage {

std::optional<typeset::Color> parse_hex_color(std::string_view text) {
  if (!text.starts_with('#') || (text.size() != 4 && text.size() != 7)) return std::nullopt;
  std::uint32_t value = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data() + 1, end, value, 16);
  if (error != std::errc() || stop != end) return std::nullopt;
  const bool is_short = text.size() == 4;
  const std::uint32_t bits = is_short ? 4 : 8, top = is_short ? 15 : 255;
  const auto part = [&](std::uint32_t shift) { return static_cast<double>(value >> shift & top) / top; };
  return typeset::Color{part(2 * bits), part(bits), part(0), 1};
}

std::uint32_t opaque_pixel(const typeset::Color& color) {
  const auto byte = [](double part) { return static_cast<std::uint32_t>(std::lround(part * 255)); };
  return 0xff000000u | byte(color.red) << 16 | byte(color.green) << 8 | byte(color.blue);
}

bool is_light(const typeset::Color& color) {
  return (color.red * 299 + color.green * 587 + color.blue * 114) / 1000 >= 128.0 / 255;
}

}  // namespace lectern::stage
