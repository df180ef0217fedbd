// The Q&A timer as arithmetic on anchors: nothing ticks, and whoever has the value and the time knows what it
// shows.
#pragma once

#include "common/base/time.h"

namespace lectern::session {

inline constexpr Duration max_timer_limit = std::chrono::hours(24);

struct QaTimer {
  enum class Phase { off, running, paused };

  Phase phase = Phase::off;
  Duration limit{};  ///< what was allowed, 0 to max_timer_limit
  Duration spent{};  ///< used up before `since` (running) or altogether (paused); 0 while off
  Instant since{};   ///< running: when it was started or resumed last; otherwise zero

  friend bool operator==(const QaTimer&, const QaTimer&) = default;
};

/// Time used up at `now`; never negative.
Duration elapsed(const QaTimer&, Instant now);

/// limit − elapsed: negative in overtime.
Duration remaining(const QaTimer&, Instant now);

/// The whole seconds a person reads: 0:01 until the limit is reached, then 0:00, then −0:01 once a second is
/// over. Rounded up before the limit and toward it after, so each number stands for exactly one second.
std::chrono::seconds shown_seconds(const QaTimer&, Instant now);

/// When shown_seconds() will next differ, for a running timer: later than `now`, at most one second.
Instant next_change(const QaTimer&, Instant now);

}  // namespace lectern::session
