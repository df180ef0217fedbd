// Whether the presenter is still there, and when to ask it what time it is: one question does for both. Pure.
#pragma once

#include <optional>

#include "common/base/time.h"

namespace lectern::client {

/// Of one connection. A run of questions at its start and every half minute measures the clock; one now and
/// then keeps a silent connection under watch.
class Probing {
 public:
  static constexpr int run_length = 8;
  static constexpr Duration run_interval = std::chrono::seconds(30);
  static constexpr Duration quiet = std::chrono::seconds(1);            ///< after which it is asked
  static constexpr Duration silence = std::chrono::milliseconds(3500);  ///< after which it is given up
  static constexpr Duration doubt = std::chrono::milliseconds(1500);    ///< likewise, once there is reason to

  explicit Probing(Instant now) : silent_at_(now + silence), quiet_at_(now + quiet), run_at_(now) {}

  /// Anything came from the presenter.
  void heard(Instant now);

  /// Something happened here after which connections are often dead: it has to answer soon.
  void doubted(Instant now);

  /// Whether a question is to be asked now; it counts as asked.
  bool asks(Instant now);
  void answered() { is_asked_ = false; }

  /// Nothing was heard for too long: the connection is dead, whatever TCP says.
  bool is_lost(Instant now) const { return now >= silent_at_; }

  /// When to look again.
  Instant due() const;

 private:
  Instant silent_at_;
  Instant quiet_at_;
  Instant run_at_;  ///< when the next run begins
  int left_in_run_ = 0;
  bool is_asked_ = false;  ///< and not answered
};

}  // namespace lectern::client
