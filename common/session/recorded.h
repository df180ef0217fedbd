// What a restart would find. A signal: the newest counts; it has no revision of its own.
#pragma once

#include <string>

#include "common/base/ids.h"

namespace lectern::session {

struct Recorded {
  Revision revision = 0;  ///< the newest that the journal has on the disk; 0: none of this epoch yet
  std::string problem;  ///< why newer ones are not recorded, for people; empty: they are, or will be at once
  friend bool operator==(const Recorded&, const Recorded&) = default;
};

}  // namespace lectern::session
