// How long a remote waits.
#pragma once

#include <string>

namespace lectern::bench {

/// Prints how long it takes from a command sent to the slide presented, at a speaker's quickest pace, beside
/// a command that changes nothing.
void measure_remote(const std::string& deck, int presses);

}  // namespace lectern::bench
