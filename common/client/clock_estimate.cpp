#include "common/client/clock_estimate.h"

#include <algorithm>

namespace lectern::client {

void ClockEstimate::take(const ClockSample& sample) {
  samples_.push_back(sample);
  if (samples_.size() > kept_samples) samples_.pop_front();
  least_ = Duration::min();
  most_ = Duration::max();
  for (const ClockSample& each : samples_) {
    most_ = std::min(most_, each.received - each.asked);
    least_ = std::max(least_, each.answered - each.heard);
  }
}

Duration ClockEstimate::ahead() const {
  return least_ + (most_ - least_) / 2;
}

}  // namespace lectern::client
