// How long a finger waits.
#pragma once

namespace lectern::bench {

/// Prints how long it takes from a touch of the remote's page in Chromium to the slide presented, and to the
/// page's word that it is, without and with a network that delays.
void measure_touch(int presses);

}  // namespace lectern::bench
