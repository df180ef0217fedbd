#include "presenter/gallery/wanted.h"

#include <algorithm>
#include <cmath>

namespace lectern::gallery {

PixelSize picture_size(int width, PixelSize stage, std::size_t max_bytes) {
  const auto of_width = [&](int wide) {
    const double height = static_cast<double>(wide) * stage.height / stage.width;
    return PixelSize{wide, std::max(static_cast<int>(std::lround(height)), 1)};
  };
  const auto bytes_of = [](PixelSize size) {
    return static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height) *
           sizeof(std::uint32_t);
  };
  auto chosen = std::ranges::find_if(widths, [&](int made) { return made >= width; });
  if (chosen == widths.end()) --chosen;
  while (chosen != widths.begin() && bytes_of(of_width(*chosen)) > max_bytes) --chosen;
  return of_width(*chosen);
}

}  // namespace lectern::gallery
