#include "common/client/backoff.h"

#include <algorithm>
#include <utility>

namespace lectern::client {

Duration Backoff::next(double random) {
  const Duration base = std::exchange(base_, std::min(base_ * 2, longest));
  return std::chrono::duration_cast<Duration>(base * (0.5 + random));
}

}  // namespace lectern::client
