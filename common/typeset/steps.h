// A slide as it is at one of its steps: what is not there yet, what has changed.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "common/deck/document.h"
#include "common/typeset/sheet.h"

namespace lectern::typeset {

/// Told of each ink, by its index on the sheet, before it is drawn: of what is half transparent as a whole,
/// only of the first.
using Announce = std::function<void(std::size_t ink_index)>;

/// Draws with the current transformation of `cairo`. What is not there leaves its room empty.
void draw_at_step(cairo_t*, const Sheet&, const Theme&, const std::vector<deck::Fragment>&, int step,
                  const Excerpt& = {}, const Announce& = {});

}  // namespace lectern::typeset
