// Finished pixels: what Cairo draws, workers hand over and the display is given.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "common/base/large_pages.h"

namespace lectern {

/// Width and height in pixels, both at least 1 wherever a Pixmap is made of them.
struct PixelSize {
  int width = 0;
  int height = 0;
  friend auto operator<=>(const PixelSize&, const PixelSize&) = default;
};

using Pixels = std::vector<std::uint32_t, LargePages<std::uint32_t>>;

/// Premultiplied ARGB, 32 bits a pixel in the machine's byte order, rows from the top without padding
/// (CAIRO_FORMAT_ARGB32 and SDL_PIXELFORMAT_ARGB8888 with stride 4·width). Starts out transparent.
struct Pixmap {
  Pixmap() = default;
  explicit Pixmap(PixelSize s)
      : size(s), pixels(static_cast<std::size_t>(s.width) * static_cast<std::size_t>(s.height)) {}

  std::uint32_t* row(int y) {
    return pixels.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(size.width);
  }
  const std::uint32_t* row(int y) const {
    return pixels.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(size.width);
  }
  int stride_bytes() const { return size.width * 4; }

  PixelSize size;
  Pixels pixels;
};

}  // namespace lectern
