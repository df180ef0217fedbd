// What it costs to point.
#pragma once

namespace lectern::bench {

/// Prints, for each kind of pointer on a 1920×1080 picture, how long it takes to draw a frame with it.
void measure_pointers();

}  // namespace lectern::bench
