// Cuts a deck's text into slides.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "common/deck/front_matter.h"
#include "common/deck/report.h"
#include "common/deck/text.h"

namespace lectern::deck {

enum class Direction { right, down };

/// One slide's part of the text, and where it lies from the one before. The first lies to the right of
/// nothing.
struct Piece {
  Range range;
  Direction direction = Direction::right;
};

/// Never empty. `fences` are the text's closed code fences: separators in there are code.
std::vector<Piece> cut_into_slides(std::string_view text, const FrontMatter&,
                                   const std::vector<Range>& fences, Report&);

}  // namespace lectern::deck
