// Instants and durations of a session. Nothing below the programs' edges reads a clock: it is given an
// Instant.
#pragma once

#include <chrono>
#include <cstdint>

namespace lectern {

using Duration = std::chrono::milliseconds;

/// Names the time line that an Instant is on: zero is the moment the owning Clock was made (for a presenter
/// the start of its epoch). It has no now(): only a Clock has.
struct SessionTime {
  using duration = Duration;
  using rep = duration::rep;
  using period = duration::period;
  using time_point = std::chrono::time_point<SessionTime>;
  static constexpr bool is_steady = true;
};

using Instant = SessionTime::time_point;

/// Milliseconds since its own making, on CLOCK_BOOTTIME: it goes on while a laptop sleeps and no one can set
/// it. Copies share the origin. Safe to read from any thread.
class Clock {
 public:
  Clock();
  Instant now() const;

 private:
  std::int64_t origin_ns_;
};

}  // namespace lectern
