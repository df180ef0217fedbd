// Where the slides' small pictures lie in the picker's window. Pure.
#pragma once

#include <optional>

#include "common/base/pixmap.h"

namespace lectern::picker {

struct Corner {
  int x = 0, y = 0;
};

/// One page of cells of the same size, in rows from the top left: a picture of the stage's shape, and a line
/// of text under it. All lengths are pixels of the window.
class Grid {
 public:
  Grid(PixelSize window, PixelSize stage);

  int columns() const { return columns_; }  ///< at least one
  int count() const { return columns_ * rows_; }
  double scale() const { return scale_; }  ///< 1 on a window of 1920×1080
  PixelSize picture() const { return picture_; }
  int header_height() const { return top_; }
  int margin() const { return margin_; }

  /// Of the picture in a place, from 0; its label lies under it.
  Corner corner(int place) const;

  /// nullopt: there is no cell at that point.
  std::optional<int> place_at(int x, int y) const;

 private:
  int pixels(double length) const { return static_cast<int>(length * scale_); }

  double scale_;
  int margin_, top_;
  PixelSize picture_, cell_;  ///< a cell's gap to the next is part of it
  int columns_, rows_;
  int left_;
};

}  // namespace lectern::picker
