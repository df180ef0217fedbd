// The presenter's clock as seen from here, from exchanges of timestamps. Pure.
#pragma once

#include <cstddef>
#include <deque>

#include "common/base/time.h"

namespace lectern::client {

/// One question for the time and its answer.
struct ClockSample {
  Instant asked;     ///< on our clock
  Instant received;  ///< on the presenter's
  Instant answered;  ///< on the presenter's
  Instant heard;     ///< on our clock
};

/// Each sample says between which two values the difference of the clocks lies: no message took less than no
/// time. Of the last samples the quickest way there and the quickest way back count, together the least round
/// trip that there could have been; the difference is taken to be in the middle of what they leave.
class ClockEstimate {
 public:
  static constexpr std::size_t kept_samples = 8;

  void take(const ClockSample&);

  /// The presenter's clock − ours; zero as long as nothing was measured.
  Duration ahead() const;

  /// The truth is no further off than this, while no clock drifts.
  Duration error_bound() const { return (most_ - least_) / 2; }

  std::size_t sample_count() const { return samples_.size(); }

 private:
  std::deque<ClockSample> samples_;  ///< the newest last
  Duration least_{};
  Duration most_{};
};

}  // namespace lectern::client
