#include "presenter/stage/css_color.h"

#include <cmath>

namespace lectern::stage {

std::uint32_t opaque_pixel(const typeset::Color& color) {
  const auto byte = [](double part) { return static_cast<std::uint32_t>(std::lround(part * 255)); };
  return 0xff000000u | byte(color.red) << 16 | byte(color.green) << 8 | byte(color.blue);
}

bool is_light(const typeset::Color& color) {
  return (color.red * 299 + color.green * 587 + color.blue * 114) / 1000 >= 128.0 / 255;
}

}  // namespace lectern::stage
