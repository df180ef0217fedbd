#include "presenter/images/scale.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <thread>
#include <vector>

namespace lectern::images {
namespace {

/// Light from 0 to 1 for each of sRGB's 256 steps (IEC 61966-2-1).
const std::array<float, 256>& light_of_steps() {
  static const auto table = [] {
    std::array<float, 256> light{};
    for (std::size_t step = 0; step < light.size(); ++step) {
      const double value = static_cast<double>(step) / 255;
      light[step] =
          static_cast<float>(value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4));
    }
    return light;
  }();
  return table;
}

/// The other way round. Each entry is nearest to one step alone: where they lie closest, there are 2.5 to a
/// step.
constexpr std::size_t light_levels = 8192;

using Steps = std::array<std::uint8_t, light_levels>;

const Steps& steps_of_light() {
  static const auto table = [] {
    Steps steps{};
    for (std::size_t level = 0; level < light_levels; ++level) {
      const double light = static_cast<double>(level) / (light_levels - 1);
      const double value = light <= 0.0031308 ? 12.92 * light : 1.055 * std::pow(light, 1 / 2.4) - 0.055;
      steps[level] = static_cast<std::uint8_t>(std::lround(value * 255));
    }
    return steps;
  }();
  return table;
}

/// What each output pixel along one axis is made of: source pixels, as many for each, whose weights add up
/// to 1.
struct Taps {
  std::size_t count = 0;
  std::vector<int> firsts;     ///< where each begins
  std::vector<float> weights;  ///< `count` for each
};

/// Down by the area that an output pixel covers, up by how near the two next to it are.
Taps make_taps(double offset, double length, int side, int output_count) {
  const double step = length / output_count;
  const int count = std::min(side, step >= 1 ? static_cast<int>(std::ceil(step)) + 1 : 2);
  Taps taps{static_cast<std::size_t>(count), {}, {}};
  for (int i = 0; i < output_count; ++i) {
    const double begin = std::clamp(offset + i * step, 0.0, side - 1.0);
    const double end = std::clamp(offset + (i + 1) * step, begin + 1e-6, static_cast<double>(side));
    const double center = std::clamp(offset + (i + 0.5) * step - 0.5, 0.0, side - 1.0);
    const auto weight = [&](int at) {
      if (step < 1) return std::max(0.0, 1 - std::abs(at - center));
      return std::max(0.0, std::min(at + 1.0, end) - std::max<double>(at, begin)) / (end - begin);
    };
    const int first = std::min(static_cast<int>(step < 1 ? center : begin), side - count);
    taps.firsts.push_back(first);
    for (int at = first; at < first + count; ++at) taps.weights.push_back(static_cast<float>(weight(at)));
  }
  return taps;
}

/// A row's light; with 4 channels that of each pixel by its alpha, and alpha itself.
void to_light(const std::uint8_t* __restrict row, float* __restrict light, std::size_t sample_count,
              int channels) {
  const auto& light_of = light_of_steps();
  for (std::size_t i = 0; i < sample_count; ++i) light[i] = light_of[row[i]];
  for (std::size_t i = 0; channels == 4 && i < sample_count; i += 4) {
    const float alpha = static_cast<float>(row[i + 3]) / 255;
    for (std::size_t c = 0; c < 3; ++c) light[i + c] *= alpha;
    light[i + 3] = alpha;
  }
}

void add_weighted(float* __restrict sums, const float* __restrict light, std::size_t count, float weight) {
  for (std::size_t i = 0; i < count; ++i) sums[i] += light[i] * weight;
}

/// A pixel in one register, as g++ and clang have it. Without alpha the fourth is its neighbour's and means
/// nothing.
using Samples = float __attribute__((vector_size(16)));
using Levels = std::int32_t __attribute__((vector_size(16)));

std::uint32_t opaque_pixel(Samples light, const Steps& steps) {
  const Levels levels = __builtin_convertvector(light * (light_levels - 1) + 0.5F, Levels);
  const auto step = [&](int c) -> std::uint32_t { return steps[static_cast<std::size_t>(levels[c])]; };
  return 0xff000000u | step(0) << 16 | step(1) << 8 | step(2);
}

/// It is sRGB's steps that Cairo and SDL want multiplied by alpha, not the light.
std::uint32_t transparent_pixel(Samples light, const Steps& steps) {
  const auto alpha = static_cast<std::uint32_t>(std::lround(light[3] * 255));
  if (alpha == 0) return 0;
  const std::uint32_t opaque = opaque_pixel(light / light[3], steps);
  std::uint32_t pixel = alpha;
  for (int shift = 16; shift >= 0; shift -= 8)
    pixel = pixel << 8 | ((opaque >> shift & 0xff) * alpha + 127) / 255;
  return pixel;
}

template <int channels>
void gather(const float* sums, const Taps& columns, std::uint32_t* out) {
  const Steps& steps = steps_of_light();
  const float* weight = columns.weights.data();
  for (const int first : columns.firsts) {
    Samples light{};
    const float* from = sums + static_cast<std::ptrdiff_t>(first) * channels;
    for (std::size_t i = 0; i < columns.count; ++i, from += channels) {
      Samples pixel;
      std::memcpy(&pixel, from, sizeof pixel);
      light += pixel * *weight++;
    }
    *out++ = channels == 4 ? transparent_pixel(light, steps) : opaque_pixel(light, steps);
  }
}

/// Output rows from `first` to before `end`; each thread has rows of its own.
void scale_rows(const Rows& rows, const Taps& columns, const Taps& lines, int first, int end, Pixmap& out) {
  const std::size_t sample_count =
      static_cast<std::size_t>(rows.size.width) * static_cast<std::size_t>(rows.channels);
  std::vector<float> light(sample_count), sums(sample_count + 1);  // gather() reads one further
  int lit = -1;  // the row in `light`: the last of an output row is often the first of the next
  for (int y = first; y < end; ++y) {
    const auto line = static_cast<std::size_t>(y);
    std::ranges::fill(sums, 0.0F);
    for (std::size_t i = 0; i < lines.count; ++i) {
      const int row = lines.firsts[line] + static_cast<int>(i);
      const float weight = lines.weights[line * lines.count + i];
      if (weight == 0) continue;
      if (row != lit && rows.arrival) rows.arrival->wait_for(row + 1);
      if (row != lit)
        to_light(rows.first + static_cast<std::size_t>(row) * rows.pitch_bytes, light.data(), sample_count,
                 rows.channels);
      add_weighted(sums.data(), light.data(), sample_count, weight);
      lit = row;
    }
    if (rows.channels == 4)
      gather<4>(sums.data(), columns, out.row(y));
    else
      gather<3>(sums.data(), columns, out.row(y));
  }
}

}  // namespace

Pixmap scaled(const Rows& rows, const Region& region, PixelSize size) {
  const auto columns = make_taps(region.x, region.width, rows.size.width, size.width);
  const auto lines = make_taps(region.y, region.height, rows.size.height, size.height);
  Pixmap out(size);
  // Rows that are still to come are scaled as they come, from the top.
  const bool is_worth_a_thread = !rows.arrival && std::int64_t{rows.size.width} * rows.size.height > 1 << 20;
  const int middle = is_worth_a_thread ? size.height / 2 : size.height;
  std::jthread lower;
  if (middle < size.height)
    lower = std::jthread([&] { scale_rows(rows, columns, lines, middle, size.height, out); });
  scale_rows(rows, columns, lines, 0, middle, out);
  return out;
}

}  // namespace lectern::images
