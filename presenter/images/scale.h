// Scaling decoded rows straight into display pixels: area average down, bilinear up, of light as it falls
// into the eye and not of the numbers that stand for it. The large picture is read once, in the decoder's own
// format, and never copied whole.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>

#include "common/base/pixmap.h"

namespace lectern::images {

/// How many rows of a picture there are so far, from the top. Any thread.
class Arrival {
 public:
  void arrive(int rows) {
    rows_.store(rows, std::memory_order_release);
    rows_.notify_all();
  }
  void wait_for(int rows) const {
    for (int arrived = rows_.load(std::memory_order_acquire); arrived < rows;
         arrived = rows_.load(std::memory_order_acquire))
      rows_.wait(arrived, std::memory_order_acquire);
  }

 private:
  std::atomic<int> rows_ = 0;
};

/// A decoder's pixels: R, G, B and, with 4 channels, straight alpha; 8 bits each. Only borrowed.
struct Rows {
  const std::uint8_t* first = nullptr;
  std::size_t pitch_bytes = 0;
  PixelSize size;
  int channels = 3;                  ///< 3 or 4
  const Arrival* arrival = nullptr;  ///< of rows that are still being decoded; nullptr: all are there
};

/// The part of a picture to show, in its pixels; within the picture but for rounding.
struct Region {
  double x = 0, y = 0, width = 0, height = 0;
};

/// `region` of `rows`, scaled to `size`; premultiplied.
Pixmap scaled(const Rows& rows, const Region& region, PixelSize size);

}  // namespace lectern::images
