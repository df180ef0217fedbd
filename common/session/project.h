// What a role may know of the state.
#pragma once

#include "common/session/state.h"

namespace lectern::session {

/// Who a client is to the session. Least first.
enum class Role {
  follower,  ///< watches: what the audience sees and nothing more
  driver,    ///< moves the show and reads the notes
};

/// Whether such a client may send commands, and point.
constexpr bool may_command(Role role) {
  return role == Role::driver;
}

/// The state as `role` gets it. A black stage shows no timer, so a follower gets none either;
/// of a frozen one they are told what it keeps showing, of the holding slide not what is behind it.
State project(const State&, Role);

}  // namespace lectern::session
