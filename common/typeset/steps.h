// A slide as it is at one of its steps: what is not there yet, what has changed.
#pragma once

#include <vector>

#include "common/deck/document.h"
#include "common/typeset/sheet.h"

namespace lectern::typeset {

/// Draws with the current transformation of `cairo`. What is not there leaves its room empty.
void draw_at_step(cairo_t*, const Sheet&, const Theme&, const std::vector<deck::Fragment>&, int step);

}  // namespace lectern::typeset
