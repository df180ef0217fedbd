// Where comments are. Dashes in there separate no slides.
#pragma once

#include <string_view>
#include <vector>

#include "common/text/text.h"

namespace lectern::deck {

/// The comments of [from, end) outside `fences`, from `<!--` to the end of `-->`, in order. One that is never
/// closed, or in which another one opens first, is forgotten: it must not swallow the rest of a deck.
std::vector<Range> closed_comments(std::string_view text, std::size_t from, const std::vector<Range>& fences);

}  // namespace lectern::deck
