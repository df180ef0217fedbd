// What the worst decks cost to read.
#pragma once

namespace lectern::bench {

/// Prints, for a deck of 10 MB of each pathological kind, the processor time to read it and the peak memory
/// of a process of its own that does, beside those of an ordinary deck as long.
void measure_reading();

}  // namespace lectern::bench
