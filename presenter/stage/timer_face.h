// What the Q&A timer reads, for the audience.
#pragma once

#include <optional>
#include <string>

#include "common/base/time.h"
#include "common/session/timer.h"

namespace lectern::stage {

struct TimerFace {
  std::string text;         ///< "4:59", "1:02:03", in overtime "+0:12"
  bool time_is_up = false;  ///< from 0:00 on
  bool paused = false;

  friend bool operator==(const TimerFace&, const TimerFace&) = default;
};

/// nullopt while the timer is off.
std::optional<TimerFace> timer_face(const session::QaTimer&, Instant now);

}  // namespace lectern::stage
