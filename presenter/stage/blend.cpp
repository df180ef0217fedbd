#include "presenter/stage/blend.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <vector>

namespace lectern::stage {
namespace {

constexpr std::uint32_t opaque = 0xff000000u;

// Sums of bytes whose weights add up to at most 256 fit 16 bits, and so eight of them an SSE2 register.
void mix_bytes(std::uint32_t* __restrict out, const std::uint32_t* __restrict a,
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
}

void mix_row(std::uint32_t* __restrict out, const std::uint32_t* __restrict a,
             const std::uint32_t* __restrict b, std::size_t count, std::uint16_t weight_a,
             std::uint16_t weight_b) {
  mix_bytes(out, a, b, count, weight_a, weight_b);
  for (std::size_t i = 0; i < count; ++i) out[i] |= opaque;
}

/// The averages of two pixels' bytes, rounded down or up.
std::uint32_t average_down(std::uint32_t a, std::uint32_t b) {
  return (a & b) + (((a ^ b) & 0xfefefefeu) >> 1);
}
std::uint32_t average_up(std::uint32_t a, std::uint32_t b) {
  return (a | b) - (((a ^ b) & 0xfefefefeu) >> 1);
}

/// Three parts of one and one of the other.
std::uint32_t mostly(std::uint32_t near, std::uint32_t far) {
  return average_down(near, average_up(near, far));
}

/// v / 255, rounded; v is at most 255 · 256.
constexpr std::uint32_t divided_by_255(std::uint32_t v) {
  return (v + 128 + ((v + 128) >> 8)) >> 8;
}

// Both parts and the half that rounds them fit 16 bits: none of a premultiplied pixel's bytes is above its
// alpha, and the weight of what is below is rounded to the nearest (65280 + 127 + 128 = 65535). Most of a
// slide's content is transparent, and a background is opaque: what is, is only read or copied.
void lay_over_row(std::uint32_t* __restrict out, const std::uint32_t* __restrict in, std::size_t count,
                  std::uint16_t opacity) {
  constexpr std::size_t block = 32;
  std::array<std::uint16_t, 4 * block> weights;  // of what is below, for each byte
  for (std::size_t i = 0; i < count; i += block, out += block, in += block) {
    const std::size_t length = std::min(block, count - i);
    std::uint32_t any = 0, all = ~0u;
    for (std::size_t j = 0; j < length; ++j) {
      any |= in[j];
      all &= in[j];
    }
    if (any == 0) continue;
    if (opacity == 256 && all >= opaque) {
      std::copy_n(in, length, out);
      continue;
    }
    for (std::size_t j = 0; j < length; ++j) {
      const auto weight = static_cast<std::uint16_t>(256 - divided_by_255((in[j] >> 24) * opacity));
      for (std::size_t byte = 0; byte < 4; ++byte) weights[4 * j + byte] = weight;
    }
    auto* __restrict out_bytes = reinterpret_cast<std::uint8_t*>(out);
    const auto* __restrict in_bytes = reinterpret_cast<const std::uint8_t*>(in);
    for (std::size_t j = 0; j < 4 * length; ++j) {
      const auto part = static_cast<std::uint16_t>(in_bytes[j] * opacity);
      const auto rest = static_cast<std::uint16_t>(out_bytes[j] * weights[j]);
      out_bytes[j] = static_cast<std::uint8_t>(static_cast<std::uint16_t>(part + rest + 128) >> 8);
    }
    for (std::size_t j = 0; j < length; ++j) out[j] |= opaque;
  }
}

/// As mix_bytes(), with weights of each byte's own: of `b`, the rest to 256 is of `a`.
void mix_each(std::uint32_t* __restrict out, const std::uint32_t* __restrict a,
              const std::uint32_t* __restrict b, const std::vector<std::uint16_t>& weights) {
  auto* __restrict out_bytes = reinterpret_cast<std::uint8_t*>(out);
  const auto* __restrict a_bytes = reinterpret_cast<const std::uint8_t*>(a);
  const auto* __restrict b_bytes = reinterpret_cast<const std::uint8_t*>(b);
  const std::uint16_t* __restrict weight = weights.data();
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const auto part_a = static_cast<std::uint16_t>(a_bytes[i] * static_cast<std::uint16_t>(256 - weight[i]));
    const auto part_b = static_cast<std::uint16_t>(b_bytes[i] * weight[i]);
    out_bytes[i] = static_cast<std::uint8_t>(static_cast<std::uint16_t>(part_a + part_b) >> 8);
  }
}

/// The pixels of a side (a picture's width or height, scaled) that fall on a side of the canvas, and where in
/// the picture each of them is looked up, in 65536ths of a pixel and not beyond its last.
struct Sampling {
  Sampling(int length, double middle, double scale, int canvas_length) : step(65536 / scale) {
    const double begin = middle - length * scale / 2;
    const auto on_canvas = [&](double at) {
      return static_cast<int>(std::clamp(std::ceil(at - 0.5), 0.0, static_cast<double>(canvas_length)));
    };
    first = on_canvas(begin);
    end = on_canvas(begin + length * scale);
    origin = ((0.5 - begin) / scale - 0.5) * 65536;
    last = (static_cast<std::int64_t>(length) - 1) * 65536;
  }

  std::int64_t at(int pixel) const {
    return std::clamp(static_cast<std::int64_t>(origin + step * pixel), std::int64_t{0}, last);
  }

  int first, end;
  double step, origin;
  std::int64_t last;
};

/// A row of a picture as wide as it is seen.
struct DrawnRow {
  int number = -1;
  bool is_empty = false;  ///< transparent all along
  std::vector<std::uint32_t> pixels;
};

class DrawnOut {
 public:
  DrawnOut(const Pixmap& picture, const Sampling& across) : picture_(picture) {
    for (int i = across.first; i < across.end; ++i) {
      const std::int64_t at = across.at(i);
      const auto column = static_cast<std::uint32_t>(at >> 16);
      columns_.push_back(column);
      next_columns_.push_back(at == across.last ? column : column + 1);
      weights_.insert(weights_.end(), 4, static_cast<std::uint16_t>(at >> 8 & 0xff));
    }
    left_.resize(columns_.size());
    right_.resize(columns_.size());
  }

  void draw(int number, DrawnRow& row) {
    const std::uint32_t* const from = picture_.row(number);
    row.number = number;
    row.pixels.resize(columns_.size());
    row.is_empty = std::all_of(from + columns_.front(), from + next_columns_.back() + 1,
                               [](std::uint32_t pixel) { return pixel == 0; });
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      left_[i] = from[columns_[i]];
      right_[i] = from[next_columns_[i]];
    }
    mix_each(row.pixels.data(), left_.data(), right_.data(), weights_);
  }

 private:
  const Pixmap& picture_;
  std::vector<std::uint32_t> columns_, next_columns_;  ///< that a pixel lies between
  std::vector<std::uint16_t> weights_;                 ///< of the second of them, for each byte
  std::vector<std::uint32_t> left_, right_;
};

/// Bilinear: each row of the picture, `scale` times as large and about the point (x, y), is drawn out once;
/// what is seen lies between two of them: `mix(out, upper, lower, weight of the lower)`, `out` being on the
/// canvas.
template <class Mix>
void for_each_scaled_row(Canvas canvas, const Pixmap& picture, double x, double y, double scale, Mix mix) {
  const Sampling across(picture.size.width, x, scale, canvas.size.width);
  const Sampling down(picture.size.height, y, scale, canvas.size.height);
  if (across.first >= across.end) return;
  DrawnOut drawn_out(picture, across);
  DrawnRow upper, lower;
  for (int i = down.first; i < down.end; ++i) {
    const std::int64_t at = down.at(i);
    const int above = static_cast<int>(at >> 16), below = std::min(above + 1, picture.size.height - 1);
    if (above == lower.number) std::swap(upper, lower);
    if (above != upper.number) drawn_out.draw(above, upper);
    if (below != lower.number) drawn_out.draw(below, lower);
    mix(canvas.row(i) + across.first, upper, lower, static_cast<std::uint16_t>(at >> 8 & 0xff));
  }
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
  if (left >= right) return;
  for (int row = top; row < bottom; ++row)
    lay_over_row(canvas.row(y + row) + (x + left), overlay.row(row) + left,
                 static_cast<std::size_t>(right - left), static_cast<std::uint16_t>(opacity));
}

void lay_over_scaled(Canvas canvas, const Pixmap& overlay, double x, double y, double scale, int opacity) {
  std::vector<std::uint32_t> mixed;
  for_each_scaled_row(
      canvas, overlay, x, y, scale,
      [&](std::uint32_t* out, const DrawnRow& upper, const DrawnRow& lower, std::uint16_t weight) {
        if (upper.is_empty && lower.is_empty) return;
        mixed.resize(upper.pixels.size());
        mix_bytes(mixed.data(), upper.pixels.data(), lower.pixels.data(), mixed.size(),
                  static_cast<std::uint16_t>(256 - weight), weight);
        lay_over_row(out, mixed.data(), mixed.size(), static_cast<std::uint16_t>(opacity));
      });
}

void enlarge(Canvas canvas, const Pixmap& picture, double x, double y, double scale) {
  for_each_scaled_row(
      canvas, picture, x, y, scale,
      [](std::uint32_t* out, const DrawnRow& upper, const DrawnRow& lower, std::uint16_t weight) {
        mix_row(out, upper.pixels.data(), lower.pixels.data(), upper.pixels.size(),
                static_cast<std::uint16_t>(256 - weight), weight);
      });
}

// Products of bytes fit 16 bits, as they do where rows are mixed.
void dim(Canvas canvas, int light) {
  if (light == 256) return;
  const auto weight = static_cast<std::uint16_t>(light);
  const auto width = static_cast<std::size_t>(canvas.size.width);
  for (int y = 0; y < canvas.size.height; ++y) {
    std::uint32_t* const row = canvas.row(y);
    auto* const bytes = reinterpret_cast<std::uint8_t*>(row);
    for (std::size_t i = 0; i < 4 * width; ++i)
      bytes[i] = static_cast<std::uint8_t>(static_cast<std::uint16_t>(bytes[i] * weight) >> 8);
    for (std::size_t i = 0; i < width; ++i) row[i] |= opaque;
  }
}

Pixmap halved(const Pixmap& picture) {
  const int width = picture.size.width, height = picture.size.height;
  Pixmap out({(width + 1) / 2, (height + 1) / 2});
  for (int y = 0; y < out.size.height; ++y) {
    const std::uint32_t* above = picture.row(2 * y);
    const std::uint32_t* below = picture.row(std::min(2 * y + 1, height - 1));
    std::uint32_t* row = out.row(y);
    for (std::ptrdiff_t x = 0; x < width / 2; ++x)
      row[x] = average_down(average_up(above[2 * x], above[2 * x + 1]),
                            average_up(below[2 * x], below[2 * x + 1]));
    if (width % 2 != 0) row[width / 2] = average_down(above[width - 1], below[width - 1]);
  }
  return out;
}

// Bilinear: what lies between two pixels of `half` is mostly of the nearer.
void put_doubled(Canvas canvas, const Pixmap& half) {
  const auto width = static_cast<std::size_t>(half.size.width);
  std::vector<std::uint32_t> mixed(width + 2), doubled(2 * width);  // the first and the last stand twice
  for (int y = 0; y < canvas.size.height; ++y) {
    const std::uint32_t* near = half.row(y / 2);
    const std::uint32_t* far = half.row(std::clamp(y / 2 + (y % 2 == 0 ? -1 : 1), 0, half.size.height - 1));
    std::uint32_t* const middle = mixed.data() + 1;
    for (std::size_t x = 0; x < width; ++x) middle[x] = mostly(near[x], far[x]);
    mixed.front() = middle[0];
    mixed.back() = middle[width - 1];
    for (std::size_t x = 0; x < width; ++x) {
      doubled[2 * x] = mostly(middle[x], middle[x - 1]);
      doubled[2 * x + 1] = mostly(middle[x], middle[x + 1]);
    }
    std::copy_n(doubled.data(), canvas.size.width, canvas.row(y));
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
