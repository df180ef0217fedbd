#include "common/typeset/blur.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <span>
#include <vector>

namespace lectern::typeset {
namespace {

using Alpha = std::uint8_t;

/// The width of a box that, applied three times, is nearly a Gaussian (Filter Effects 1, feGaussianBlur).
int box_width(double deviation) {
  return std::max(1, static_cast<int>(std::floor(deviation * 3 * std::sqrt(2 * std::numbers::pi) / 4 + 0.5)));
}

/// Each of `to` the mean of `width` of `from`, of which `before` come before it; beyond the ends there is
/// nothing.
void average(std::span<const Alpha> from, std::span<Alpha> to, int width, int before) {
  const int length = static_cast<int>(from.size());
  const auto at = [&](int i) { return i >= 0 && i < length ? from[static_cast<std::size_t>(i)] : 0; };
  int sum = 0;
  for (int i = -before; i < width - before; ++i) sum += at(i);
  for (int i = 0; i < length; ++i) {
    to[static_cast<std::size_t>(i)] = static_cast<Alpha>((sum + width / 2) / width);
    sum += at(i + width - before) - at(i - before);
  }
}

/// Three boxes whose middles meet where the line was.
void blur_line(std::vector<Alpha>& line, std::vector<Alpha>& other, int width) {
  const int half = width / 2;
  const bool is_even = width % 2 == 0;
  average(line, other, width, half);
  average(other, line, width, is_even ? half - 1 : half);
  average(line, other, is_even ? width + 1 : width, half);
  std::swap(line, other);
}

}  // namespace

int blur_reach(double deviation) {
  return 3 * (box_width(deviation) / 2 + 1);
}

void blur_alpha(Pixmap& shape, double deviation) {
  const int width = box_width(deviation);
  const auto blur = [&](int count, int length, auto pixel) {
    std::vector<Alpha> line(static_cast<std::size_t>(length)), other(line);
    for (int i = 0; i < count; ++i) {
      for (int at = 0; at < length; ++at) line[static_cast<std::size_t>(at)] = pixel(i, at) >> 24;
      blur_line(line, other, width);
      for (int at = 0; at < length; ++at)
        pixel(i, at) = static_cast<std::uint32_t>(line[static_cast<std::size_t>(at)]) << 24;
    }
  };
  const auto [columns, rows] = shape.size;
  blur(rows, columns, [&](int y, int x) -> std::uint32_t& { return shape.row(y)[x]; });
  blur(columns, rows, [&](int x, int y) -> std::uint32_t& { return shape.row(y)[x]; });
}

}  // namespace lectern::typeset
