// Values that come faster than anybody wants them.
#pragma once

#include <optional>
#include <utility>

#include "common/base/time.h"

namespace lectern {

/// Passes on at most one an interval. Of those that come sooner the newest waits, in the place of the one
/// before, so that the last of all is always passed on.
template <class T>
class Pace {
 public:
  explicit Pace(Duration interval) : interval_(interval) {}

  void put(T value) { waiting_ = std::move(value); }

  /// What is to be passed on now; nullopt: nothing yet.
  std::optional<T> take(Instant now) {
    if (!waiting_ || now < next_) return std::nullopt;
    next_ = now + interval_;
    return std::exchange(waiting_, std::nullopt);
  }

  /// When there will be something to take; nullopt: nothing waits.
  std::optional<Instant> due() const { return waiting_ ? std::optional(next_) : std::nullopt; }

 private:
  Duration interval_;
  Instant next_{};
  std::optional<T> waiting_;
};

}  // namespace lectern
