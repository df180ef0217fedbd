// Arithmetic on whole pictures, fast enough for every frame of a transition.
#pragma once

#include <cstddef>
#include <cstdint>

#include "common/base/pixmap.h"

namespace lectern::stage {

/// Pixels to draw on, borrowed: a Pixmap's or a window's. 32 bits a pixel as in Pixmap; what is drawn is
/// opaque.
struct Canvas {
  std::uint32_t* first = nullptr;
  std::size_t pitch_pixels = 0;  ///< from one row to the next
  PixelSize size;

  std::uint32_t* row(int y) const { return first + static_cast<std::size_t>(y) * pitch_pixels; }
};

Canvas canvas_of(Pixmap&);

/// A part that lies on the canvas, as a canvas of its own.
inline Canvas part_of(Canvas canvas, int left, int top, PixelSize size) {
  return {canvas.row(top) + left, canvas.pitch_pixels, size};
}

/// Opaque 0xffRRGGBB everywhere.
void fill(Canvas, std::uint32_t color);

/// `picture` (of the canvas' size) in `light`, 0 (black) to 256.
void put(Canvas, const Pixmap& picture, int light);

/// `above` over `below` (both of the canvas' size) at `blend` 0 to 256, in `light`.
void cross_fade(Canvas, const Pixmap& below, const Pixmap& above, int blend, int light);

/// Premultiplied `overlay` over what is there, its corner at (x, y), at `opacity` 0 to 256; what lies outside
/// is cut.
void lay_over(Canvas, const Pixmap& overlay, int x, int y, int opacity);

/// As lay_over(), `scale` times as large and about the point (x, y), which its middle comes to lie on. Not
/// made for standing still: what is smaller than a half loses detail.
void lay_over_scaled(Canvas, const Pixmap& overlay, double x, double y, double scale, int opacity);

/// An opaque picture `scale` (at least 1) times as large, about the point (x, y), which its middle comes to
/// lie on.
void enlarge(Canvas, const Pixmap& picture, double x, double y, double scale);

/// An opaque pixel in `light`, 0 (black) to 256: its bytes two at a time.
inline std::uint32_t in_light(std::uint32_t pixel, std::uint32_t light) {
  constexpr std::uint32_t even_bytes = 0x00ff00ffu;
  return ((pixel & even_bytes) * light >> 8 & even_bytes) |
         ((pixel >> 8 & even_bytes) * light & ~even_bytes) | 0xff000000u;
}

/// What is there in `light`, 0 (black) to 256.
void dim(Canvas, int light);

/// Half as wide and high, rounded up; every four pixels averaged.
Pixmap halved(const Pixmap&);

/// An opaque `half` of the canvas, smoothly at twice its size.
void put_doubled(Canvas, const Pixmap& half);

/// The picture in another size, quickly rather than well: it stands in for one that is being painted.
Pixmap stretched(const Pixmap&, PixelSize);

}  // namespace lectern::stage
