// What a role may know of the state.
#pragma once

#include "common/session/role.h"
#include "common/session/state.h"

namespace lectern::session {

/// The state as `role` gets it. A black stage shows no timer, so a follower gets none either;
/// of a frozen one they are told what it keeps showing, of the holding slide not what is behind it, and
/// not who drives. Who else drives by which client id is for those who may hand over to them.
State project(const State&, Role);

}  // namespace lectern::session
