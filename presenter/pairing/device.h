// A device that was let in.
#pragma once

#include <cstdint>
#include <string>

#include "common/base/ids.h"
#include "common/session/role.h"
#include "common/trust/bytes.h"

namespace lectern::pairing {

struct Device {
  DeviceNumber number = 0;
  std::string name;
  session::Role role = session::Role::follower;  ///< the most that it is granted
  bool is_pinned = false;                        ///< stays when the session ends
  std::int64_t paired_s = 0;                     ///< when, in seconds of the wall clock
  trust::Key key{};                              ///< known to the device and us alone

  friend bool operator==(const Device&, const Device&) = default;
};

}  // namespace lectern::pairing
