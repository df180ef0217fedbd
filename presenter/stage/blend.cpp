#include "presenter/stage/blend.h"

#include <algorithm>
#include <cstring>

namespace lectern::stage {
namespace {

constexpr std::uint32_t opaque = 0xff000000u;

// Sums of bytes whose weights add up to at most 256 fit 16 bits, and so eight of them an SSE2 register.
void mix_row(std::uint32_t* __restrict out, const std::uint32_t* __restrict a,
             const std::uint32_t* __restrict b, std::size_t count, std::uint16_t weight_a,
             std::uint16_t weight_b) {
  auto* __restrict out_bytes = reinterpret_cast<std::uint8_t*>(out);
  const auto* __restrict a_bytes = reinterpret_cast<const std::uint8_t*>(a);
  const auto* __restrict b_bytes = reinterpret_cast<const std::uint8_t*>(b);
  for (std::size_t i = 0; i < count * 4; ++i) {
    const auto part_a = static_cast<std::uint16_t>(a_bytes[i] * weight_a);
    const auto part_b = static_cast<std::uint16_t>(b_bytes[i] * weight_b);
    out_bytes[i] = static_cast<std::uint8_t>(static_cast<std::uint16_t>(part_a + part_b + 128) >> 8);
  }
  for (std::size_t i = 0; i < count; ++i) out[i] |= opaque;
}

constexpr std::uint32_t even_bytes = 0x00ff00ffu;

/// Each of a pixel's bytes times `weight` / 256, two at a time.
std::uint32_t weighted(std::uint32_t pixel, std::uint32_t weight) {
  return ((pixel & even_bytes) * weight >> 8 & even_bytes) |
         ((pixel >> 8 & even_bytes) * weight & ~even_bytes);
}

// No byte overflows: none of a premultiplied pixel is above its alpha.
std::uint32_t over(std::uint32_t below, std::uint32_t above, std::uint32_t opacity) {
  const std::uint32_t part = weighted(above, opacity), alpha = part >> 24;
  return (part + weighted(below, 256 - alpha - (alpha >> 7))) | opaque;
}

}  // namespace

Canvas canvas_of(Pixmap& pixmap) {
  return {pixmap.pixels.data(), static_cast<std::size_t>(pixmap.size.width), pixmap.size};
}

void fill(Canvas canvas, std::uint32_t color) {
  for (int y = 0; y < canvas.size.height; ++y) std::fill_n(canvas.row(y), canvas.size.width, color | opaque);
}

void put(Canvas canvas, const Pixmap& picture, int light) {
  if (light < 256) return cross_fade(canvas, picture, picture, 256, light);
  const auto row_bytes = static_cast<std::size_t>(picture.stride_bytes());
  for (int y = 0; y < canvas.size.height; ++y) std::memcpy(canvas.row(y), picture.row(y), row_bytes);
}

void cross_fade(Canvas canvas, const Pixmap& below, const Pixmap& above, int blend, int light) {
  const auto weight_above = static_cast<std::uint16_t>(blend * light / 256);
  const auto weight_below = static_cast<std::uint16_t>(light - weight_above);
  const auto width = static_cast<std::size_t>(canvas.size.width);
  for (int y = 0; y < canvas.size.height; ++y)
    mix_row(canvas.row(y), below.row(y), above.row(y), width, weight_below, weight_above);
}

void lay_over(Canvas canvas, const Pixmap& overlay, int x, int y, int opacity) {
  const int left = std::max(0, -x), right = std::min(overlay.size.width, canvas.size.width - x);
  const int top = std::max(0, -y), bottom = std::min(overlay.size.height, canvas.size.height - y);
  for (int row = top; row < bottom; ++row) {
    std::uint32_t* out = canvas.row(y + row) + x;
    const std::uint32_t* in = overlay.row(row);
    for (int i = left; i < right; ++i) out[i] = over(out[i], in[i], static_cast<std::uint32_t>(opacity));
  }
}

Pixmap stretched(const Pixmap& picture, PixelSize size) {
  Pixmap out(size);
  for (int y = 0; y < size.height; ++y) {
    const std::uint32_t* from =
        picture.row(static_cast<int>(std::int64_t{y} * picture.size.height / size.height));
    std::uint32_t* row = out.row(y);
    const std::uint64_t step =
        (static_cast<std::uint64_t>(picture.size.width) << 16) / static_cast<unsigned>(size.width);
    for (int x = 0; x < size.width; ++x) row[x] = from[static_cast<std::uint64_t>(x) * step >> 16];
  }
  return out;
}

}  // namespace lectern::stage
