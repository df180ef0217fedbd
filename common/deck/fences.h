// Where fenced code is. Dashes and "Note:" in there are code, not separators and notes.
#pragma once

#include <string_view>
#include <vector>

#include "common/text/text.h"

namespace lectern::deck {

/// The blocks of fenced code in [from, end) that are closed, from the opening line's begin to the closing
/// line's end (its newline not included), in order. A fence that is never closed, or in which another one
/// with a language opens first, is forgotten: it must not swallow the rest of a deck.
std::vector<Range> closed_fences(std::string_view text, std::size_t from);

/// The range that holds `offset`; nullptr: none. `ranges` are in order and do not overlap.
const Range* range_around(const std::vector<Range>& ranges, std::size_t offset);

}  // namespace lectern::deck
