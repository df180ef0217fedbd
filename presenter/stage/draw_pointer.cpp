#include "presenter/stage/draw_pointer.h"

#include <algorithm>
#include <cmath>

namespace lectern::stage {
namespace {

constexpr double laser_radius = 0.015;  // of the stage's height, its ring included
constexpr double dot_part = 0.7;        // of that
constexpr int dark = 90;                // of 256: the light outside a spotlight
constexpr double edge = 0.15;           // of a spotlight's radius: over so much it loses its light

/// A red dot in a white ring, which is seen on any ground.
Pixmap laser_mark(double radius) {
  const int side = 2 * static_cast<int>(std::ceil(radius + 1)) + 1;
  Pixmap mark({side, side});
  const auto covered = [](double distance, double of_radius) {
    return std::clamp((of_radius + 1 - distance) / 2, 0.0, 1.0);  // soft over two pixels
  };
  for (int y = 0; y < side; ++y)
    for (int x = 0; x < side; ++x) {
      const double distance = std::hypot(x - side / 2, y - side / 2);
      const double ring = covered(distance, radius), dot = covered(distance, radius * dot_part);
      const auto byte = [](double part) { return static_cast<std::uint32_t>(std::lround(255 * part)); };
      const std::uint32_t white = byte(ring * (1 - dot)), alpha = byte(ring);
      mark.row(y)[x] = alpha << 24 | alpha << 16 | white << 8 | white;
    }
  return mark;
}

void draw_laser(Canvas canvas, const session::Pointer& pointer) {
  const Pixmap mark = laser_mark(std::max(3.0, laser_radius * canvas.size.height));
  const auto corner = [&](float at, int length) {
    return static_cast<int>(std::lround(at * static_cast<float>(length - 1))) - mark.size.width / 2;
  };
  lay_over(canvas, mark, corner(pointer.x, canvas.size.width), corner(pointer.y, canvas.size.height), 256);
}

/// Light by the square of the distance, which needs no root: full up to `inner`, `dark` from `outer` on.
struct Falloff {
  explicit Falloff(double radius)
      : outer(static_cast<std::int64_t>(std::pow(radius * (1 + edge / 2), 2))),
        inner(static_cast<std::int64_t>(std::pow(radius * (1 - edge / 2), 2))),
        gain((std::int64_t{256 - dark} << 32) / std::max<std::int64_t>(outer - inner, 1) + 1) {}

  std::uint32_t light(std::int64_t square) const {
    const std::int64_t inward = std::clamp<std::int64_t>(outer - square, 0, outer - inner);
    return static_cast<std::uint32_t>(dark + (inward * gain >> 32));
  }

  std::int64_t outer, inner, gain;
};

void draw_spotlight(Canvas canvas, const session::Pointer& pointer) {
  const int width = canvas.size.width, height = canvas.size.height;
  const int x = static_cast<int>(pointer.x * static_cast<float>(width)),
            y = static_cast<int>(pointer.y * static_cast<float>(height));
  const Falloff falloff(static_cast<double>(pointer.size) * height);
  for (int row = 0; row < height; ++row) {
    const std::int64_t down = std::int64_t{row - y} * (row - y);
    const auto reach = [&](std::int64_t square) {
      return down < square ? static_cast<int>(std::sqrt(square - down)) : 0;
    };
    const auto column = [&](int from_middle) { return std::clamp(x + from_middle, 0, width); };
    const int outer = reach(falloff.outer), inner = reach(falloff.inner);
    const auto fade = [&](int begin, int end) {
      for (std::uint32_t* pixel = canvas.row(row) + begin; begin < end; ++begin, ++pixel)
        *pixel = in_light(*pixel, falloff.light(down + std::int64_t{begin - x} * (begin - x)));
    };
    dim(part_of(canvas, 0, row, {column(-outer), 1}), dark);
    fade(column(-outer), column(-inner));
    fade(column(inner), column(outer));
    dim(part_of(canvas, column(outer), row, {width - column(outer), 1}), dark);
  }
}

/// What is enlarged of a side: it lies around the point, as far as the picture reaches.
struct Seen {
  Seen(float at, int side, float factor) {
    const auto length = static_cast<float>(side);
    const float part = length / factor;
    begin = std::clamp(at * length - part / 2, 0.0f, length - part);
    first = static_cast<int>(begin);
    count = std::min(static_cast<int>(std::ceil(part)) + 2, side - first);
    middle = (first + count / 2.0 - begin) * factor;
  }

  float begin = 0;  ///< in pixels of the picture
  int first = 0;    ///< whole pixels that it takes
  int count = 0;
  double middle = 0;  ///< of those, on the enlarged side
};

void draw_zoom(Canvas canvas, const session::Pointer& pointer, Pixmap& scratch) {
  const Seen across(pointer.x, canvas.size.width, pointer.size),
      down(pointer.y, canvas.size.height, pointer.size);
  const PixelSize size{across.count, down.count};
  if (scratch.size != size) scratch = Pixmap(size);
  for (int y = 0; y < size.height; ++y)
    std::copy_n(canvas.row(down.first + y) + across.first, size.width, scratch.row(y));
  enlarge(canvas, scratch, across.middle, down.middle, pointer.size);
}

}  // namespace

void draw_pointer(Canvas canvas, const session::Pointer& pointer, Pixmap& scratch) {
  using Kind = session::Pointer::Kind;
  switch (pointer.kind) {
    case Kind::none:
      return;
    case Kind::laser:
      return draw_laser(canvas, pointer);
    case Kind::spotlight:
      return draw_spotlight(canvas, pointer);
    case Kind::zoom:
      return draw_zoom(canvas, pointer, scratch);
  }
}

}  // namespace lectern::stage
