// What pictures of slides cost, and what the stage notices of it.
#pragma once

#include <string>

namespace lectern::bench {

/// Prints, for a walk through the deck, when a slide is presented while nobody asks for pictures and while
/// each slide is asked for in three widths; when those come, and how large they are.
void measure_pictures(const std::string& deck, int presses);

}  // namespace lectern::bench
