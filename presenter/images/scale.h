// Scaling decoded rows straight into display pixels: area average down, bilinear up, of light as it falls
// into the eye and not of the numbers that stand for it. The large picture is read once, in the decoder's own
// format, and never copied whole.
#pragma once

#include <cstddef>
#include <cstdint>

#include "common/base/pixmap.h"

namespace lectern::images {

/// A decoder's pixels: R, G, B and, with 4 channels, straight alpha; 8 bits each. Only borrowed.
struct Rows {
  const std::uint8_t* first = nullptr;
  std::size_t pitch_bytes = 0;
  PixelSize size;
  int channels = 3;  ///< 3 or 4
};

/// The part of a picture to show, in its pixels; within the picture but for rounding.
struct Region {
  double x = 0, y = 0, width = 0, height = 0;
};

/// `region` of `rows`, scaled to `size`; premultiplied.
Pixmap scaled(const Rows& rows, const Region& region, PixelSize size);

}  // namespace lectern::images
