// Who asks for something.
#pragma once

#include <string>

#include "common/base/ids.h"
#include "common/session/role.h"

namespace lectern::session {

struct Sender {
  ClientId client;   ///< empty: no connected client
  std::string name;  ///< for people
  Role role = Role::follower;
  DeviceNumber device = 0;  ///< that was paired; 0: none
  friend bool operator==(const Sender&, const Sender&) = default;
};

/// Whether one is the other: all connections of a paired device are, whatever their client ids.
inline bool is_same(const Sender& one, const Sender& other) {
  return one.device != 0 ? one.device == other.device : other.device == 0 && one.client == other.client;
}

/// At the display machine's keyboard.
inline Sender operator_at_display() {
  return {{}, "the operator", Role::operator_};
}

/// The show, where a slide goes on by itself. It has no name, for nobody drives by it.
inline Sender show_itself() {
  return {{}, {}, Role::operator_};
}

}  // namespace lectern::session
