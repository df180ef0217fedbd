#include "presenter/picker/grid.h"

#include <algorithm>

namespace lectern::picker {
namespace {

// On a window of 1920×1080.
constexpr double picture_width = 320, tallest_picture = 400, gap = 24, label_room = 40, header_room = 84,
                 side_margin = 36;

}  // namespace

Grid::Grid(PixelSize window, PixelSize stage)
    : scale_(std::clamp(std::min(window.width / 1920.0, window.height / 1080.0), 0.4, 2.0)),
      margin_(pixels(side_margin)),
      top_(pixels(header_room)) {
  picture_.width = pixels(picture_width);
  const double height = picture_.width * static_cast<double>(stage.height) / stage.width;
  picture_.height = std::clamp(static_cast<int>(height), 1, pixels(tallest_picture));
  cell_ = {picture_.width + pixels(gap), picture_.height + pixels(label_room + gap)};
  columns_ = std::max(1, (window.width - 2 * margin_ + pixels(gap)) / cell_.width);
  rows_ = std::max(1, (window.height - top_ - margin_ + pixels(gap)) / cell_.height);
  left_ = std::max(0, (window.width - columns_ * cell_.width + pixels(gap)) / 2);
}

Corner Grid::corner(int place) const {
  return {left_ + place % columns_ * cell_.width, top_ + place / columns_ * cell_.height};
}

std::optional<int> Grid::place_at(int x, int y) const {
  if (x < left_ || y < top_) return std::nullopt;
  const int column = (x - left_) / cell_.width, row = (y - top_) / cell_.height;
  if (column >= columns_ || row >= rows_) return std::nullopt;
  return row * columns_ + column;
}

}  // namespace lectern::picker
