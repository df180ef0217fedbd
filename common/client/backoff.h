// How long to wait before the next attempt to connect: longer each time, and never the same for everyone.
// Pure.
#pragma once

#include "common/base/time.h"

namespace lectern::client {

class Backoff {
 public:
  static constexpr Duration first{250};
  static constexpr Duration longest{5000};

  /// The next wait: doubles from `first` to `longest`, then ±50 % by `random`, evenly spread over 0 to 1, so
  /// that remotes that lost the same presenter do not come back in step.
  Duration next(double random);

  /// After a connection that worked.
  void reset() { base_ = first; }

 private:
  Duration base_ = first;
};

}  // namespace lectern::client
