// What a frame of a transition costs.
#pragma once

namespace lectern::bench {

/// Prints, for each transition on displays of 1920×1080 and 3840×2160, how long it takes to compose its
/// frames in memory.
void measure_turns();

}  // namespace lectern::bench
