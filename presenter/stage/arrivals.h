// How parts of a slide move into their places at a step: reveal.js's fragments fade-up, -down, -left and
// -right, and zoom-in, which grow there. Pure.
#pragma once

#include <vector>

#include "common/deck/deck.h"

namespace lectern::stage {

/// From its place and its size.
struct Origin {
  double right = 0, down = 0;  ///< in CSS pixels of the design area
  double scale = 1;
};

/// Where a part with that effect begins.
Origin origin_of(deck::Effect);

/// With which effects parts of the slide move at that step, each once; none: it is a cross-fade.
std::vector<deck::Effect> arrivals(const deck::Slide&, int step);

/// Whether that step changes more than what moves.
bool changes_otherwise(const deck::Slide&, int step);

}  // namespace lectern::stage
