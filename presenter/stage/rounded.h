// Plates with round corners.
#pragma once

#include <algorithm>
#include <cmath>

#include "common/base/pixmap.h"

namespace lectern::stage {

/// How much of the pixel at (x, y) a rounded rectangle of `size` covers, 0 to 1.
inline double rounded(int x, int y, PixelSize size, double radius) {
  const auto beyond = [radius](double at, double length) {
    return std::max({radius - at, at - (length - radius), 0.0});
  };
  const double distance = std::hypot(beyond(x + 0.5, size.width), beyond(y + 0.5, size.height));
  return std::clamp(radius + 0.5 - distance, 0.0, 1.0);
}

}  // namespace lectern::stage
