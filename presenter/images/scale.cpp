#include "presenter/images/scale.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace lectern::images {
namespace {

// Weights of rows add up to 256, so that a weighted sum of bytes fits 16 bits and eight of them fit an SSE2
// register; weights of columns add up to 65,536, so that a weighted sum of such sums fits 32 bits.
constexpr std::uint32_t row_unit = 1u << 8;
constexpr std::uint32_t column_unit = 1u << 16;

/// Which source pixels along one axis an output pixel is made of.
struct Taps {
  int first = 0;
  std::vector<std::uint32_t> weights;
};

Taps area_taps(double begin, double end, int side, std::uint32_t unit) {
  begin = std::clamp(begin, 0.0, side - 1.0);
  end = std::clamp(end, begin + 1e-6, static_cast<double>(side));
  Taps taps{static_cast<int>(begin), {}};
  std::uint32_t given = 0;  // rounding is carried along, so the weights add up exactly
  for (int i = taps.first; i < end; ++i) {
    const double covered = (std::min(i + 1.0, end) - begin) / (end - begin);
    const auto up_to_here = static_cast<std::uint32_t>(std::lround(covered * unit));
    taps.weights.push_back(up_to_here - given);
    given = up_to_here;
  }
  return taps;
}

Taps linear_taps(double center, int side, std::uint32_t unit) {
  center = std::clamp(center, 0.0, side - 1.0);
  const int first = static_cast<int>(center);
  const auto second = static_cast<std::uint32_t>(std::lround((center - first) * unit));
  if (second == 0) return {first, {unit}};
  return {first, {unit - second, second}};
}

std::vector<Taps> make_taps(double offset, double length, int side, int count, std::uint32_t unit) {
  const double step = length / count;
  std::vector<Taps> taps;
  taps.reserve(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i)
    taps.push_back(step >= 1 ? area_taps(offset + i * step, offset + (i + 1) * step, side, unit)
                             : linear_taps(offset + (i + 0.5) * step - 0.5, side, unit));
  return taps;
}

void premultiply(const std::uint8_t* rgba, std::uint8_t* out, std::size_t pixel_count) {
  for (std::size_t i = 0; i < pixel_count * 4; i += 4) {
    const unsigned alpha = rgba[i + 3];
    for (std::size_t c = 0; c < 3; ++c) {
      const unsigned product = rgba[i + c] * alpha + 128;
      out[i + c] = static_cast<std::uint8_t>((product + (product >> 8)) >> 8);  // product / 255, rounded
    }
    out[i + 3] = static_cast<std::uint8_t>(alpha);
  }
}

void set_weighted(std::uint16_t* __restrict sums, const std::uint8_t* __restrict row, std::size_t count,
                  std::uint16_t weight) {
  for (std::size_t i = 0; i < count; ++i) sums[i] = static_cast<std::uint16_t>(row[i] * weight);
}

void add_weighted(std::uint16_t* __restrict sums, const std::uint8_t* __restrict row, std::size_t count,
                  std::uint16_t weight) {
  for (std::size_t i = 0; i < count; ++i) sums[i] = static_cast<std::uint16_t>(sums[i] + row[i] * weight);
}

template <int channels>
void gather(const std::uint16_t* sums, const std::vector<Taps>& columns, std::uint32_t* out) {
  constexpr std::uint32_t half = 1u << 23;
  for (const Taps& taps : columns) {
    std::uint32_t total[4] = {half, half, half, 255u << 24};
    if constexpr (channels == 4) total[3] = half;
    const std::uint16_t* from = sums + static_cast<std::ptrdiff_t>(taps.first) * channels;
    for (const std::uint32_t weight : taps.weights) {
      for (int c = 0; c < channels; ++c) total[c] += from[c] * weight;
      from += channels;
    }
    *out++ = (total[3] & 0xff000000u) | total[0] >> 24 << 16 | total[1] >> 24 << 8 | total[2] >> 24;
  }
}

}  // namespace

Pixmap scaled(const Rows& rows, const Region& region, PixelSize size) {
  const auto columns = make_taps(region.x, region.width, rows.size.width, size.width, column_unit);
  const auto lines = make_taps(region.y, region.height, rows.size.height, size.height, row_unit);
  const auto width = static_cast<std::size_t>(rows.size.width);
  const std::size_t sample_count = width * static_cast<std::size_t>(rows.channels);
  std::vector<std::uint16_t> sums(sample_count);
  std::vector<std::uint8_t> premultiplied(rows.channels == 4 ? sample_count : 0);

  Pixmap out(size);
  for (int y = 0; y < size.height; ++y) {
    const Taps& taps = lines[static_cast<std::size_t>(y)];
    const std::uint8_t* row = rows.first + static_cast<std::size_t>(taps.first) * rows.pitch_bytes;
    for (std::size_t i = 0; i < taps.weights.size(); ++i, row += rows.pitch_bytes) {
      const std::uint8_t* samples = row;
      if (rows.channels == 4) {
        premultiply(row, premultiplied.data(), width);
        samples = premultiplied.data();
      }
      const auto weight = static_cast<std::uint16_t>(taps.weights[i]);
      if (i == 0)
        set_weighted(sums.data(), samples, sample_count, weight);
      else
        add_weighted(sums.data(), samples, sample_count, weight);
    }
    if (rows.channels == 4)
      gather<4>(sums.data(), columns, out.row(y));
    else
      gather<3>(sums.data(), columns, out.row(y));
  }
  return out;
}

}  // namespace lectern::images
