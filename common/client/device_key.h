// What a device that was paired is known by.
#pragma once

#include "common/base/ids.h"
#include "common/trust/bytes.h"

namespace lectern::client {

struct DeviceKey {
  DeviceNumber number = 0;
  trust::Key key{};  ///< known to the presenter and the device alone
  friend bool operator==(const DeviceKey&, const DeviceKey&) = default;
};

}  // namespace lectern::client
