#include "presenter/stage/css_color.h"

#include <cmath>

namespace lectern::stage {

std::uint32_t opaque_pixel(const typeset::Color& color) {
  const auto byte = [](double part) { return static_cast<std::uint32_t>(std::lround(part * 255)); };
  return 0xff000000u | byte(color.red) << 16 | byte(color.green) << 8 | byte(color.blue);
}

}  // namespace lectern::stage
