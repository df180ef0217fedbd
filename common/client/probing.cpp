#include "common/client/probing.h"

#include <algorithm>

namespace lectern::client {

void Probing::heard(Instant now) {
  silent_at_ = now + silence;
  quiet_at_ = now + quiet;
}

void Probing::doubted(Instant now) {
  silent_at_ = std::min(silent_at_, now + doubt);
  quiet_at_ = now;
}

bool Probing::asks(Instant now) {
  if (is_asked_) return false;
  if (now >= run_at_) {
    run_at_ = now + run_interval;
    left_in_run_ = run_length;
  }
  if (left_in_run_ == 0 && now < quiet_at_) return false;
  left_in_run_ = std::max(left_in_run_ - 1, 0);
  is_asked_ = true;
  return true;
}

Instant Probing::due() const {
  return is_asked_ ? silent_at_ : std::min({silent_at_, quiet_at_, run_at_});
}

}  // namespace lectern::client
