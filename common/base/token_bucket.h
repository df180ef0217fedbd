// So much at once, and so much in the long run.
#pragma once

#include <algorithm>

#include "common/base/time.h"

namespace lectern {

/// Holds `burst` tokens, and gets one back an interval. Pure.
class TokenBucket {
 public:
  TokenBucket(int burst, Duration interval) : burst_(burst), interval_(interval) {}

  /// Takes one; false: there is none.
  bool take(Instant now) {
    const Instant full = std::max(full_, now);
    if (full - now > interval_ * (burst_ - 1)) return false;
    full_ = full + interval_;
    return true;
  }

 private:
  int burst_;
  Duration interval_;
  Instant full_ = Instant::min();  ///< when it will be, if nobody takes any more
};

}  // namespace lectern
