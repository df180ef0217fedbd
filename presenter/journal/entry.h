// Where a show stood.
#pragma once

#include "common/base/time.h"
#include "common/session/state.h"
#include "presenter/journal/moment.h"

namespace lectern::journal {

struct Entry {
  session::State state;
  Instant at{};            ///< when that was written, on the clock of its epoch…
  Moment written;          ///< …and by the machine's
  bool is_closed = false;  ///< the show was ended by somebody, not by a crash

  friend bool operator==(const Entry&, const Entry&) = default;
};

}  // namespace lectern::journal
