// What a large audience costs.
#pragma once

#include <vector>

namespace lectern::bench {

/// Prints, for so many followers over the loopback interface, when each has a new state, what of the machine
/// they take, and what a remote that drives meanwhile waits for.
void measure_followers(const std::vector<int>& counts, int presses);

/// The same of reveal.js's own way to be followed, socket.io's multiplex. It listens to all the world, so
/// leave_the_network() before.
void measure_multiplex(const std::vector<int>& counts, int presses);

}  // namespace lectern::bench
