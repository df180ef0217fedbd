// When something was, so that a later run of the program, or one after a reboot, can tell how long ago.
#pragma once

#include <cstdint>
#include <string>

#include "common/base/time.h"

namespace lectern::journal {

struct Moment {
  std::string boot;          ///< the kernel's id of this boot: another boot's boot_ms means nothing
  std::int64_t boot_ms = 0;  ///< CLOCK_BOOTTIME: goes on while the machine sleeps, cannot be set
  std::int64_t wall_ms = 0;  ///< CLOCK_REALTIME, since 1970: can be set, but outlives a reboot

  friend bool operator==(const Moment&, const Moment&) = default;
};

/// This one, by the machine's clocks.
Moment present_moment();

/// How much later `later` is; never negative. Within one boot nobody's setting of a clock comes into it.
Duration between(const Moment& earlier, const Moment& later);

}  // namespace lectern::journal
