// What of a deck is looked at.
#pragma once

#include <compare>
#include <cstddef>

#include "common/deck/deck.h"

namespace lectern::stage {

/// A slide with some of its steps revealed.
struct View {
  // A slide alone is its first view.
  View(std::size_t slide_index = 0, int revealed = 0) : slide(slide_index), step(revealed) {}  // NOLINT

  std::size_t slide;
  int step;  ///< 0 to the slide's step_count

  friend auto operator<=>(const View&, const View&) = default;
};

}  // namespace lectern::stage
