// What a frame of a transition costs.
#pragma once

namespace lectern::bench {

/// Prints, for each transition on a 1920×1080 display, how long it takes to compose its frames in memory.
void measure_turns();

}  // namespace lectern::bench
