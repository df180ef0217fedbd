// How wide content could be: CSS Sizing 3's intrinsic sizes.
#pragma once

#include <algorithm>

namespace lectern::typeset {

struct Widths {
  double min = 0;  ///< min-content: the longest word
  double max = 0;  ///< max-content: all on one line

  /// Room for `other` as well, one below the other.
  void cover(Widths other) {
    min = std::max(min, other.min);
    max = std::max(max, other.max);
  }
};

/// Of a box that shrinks to fit (CSS 2 §10.3.5).
inline double shrink_to_fit(Widths widths, double available) {
  return std::min(std::max(widths.min, available), widths.max);
}

}  // namespace lectern::typeset
