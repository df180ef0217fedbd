// Who may do what. Pure.
#pragma once

#include "common/session/command.h"
#include "common/session/role.h"
#include "common/session/sender.h"
#include "common/session/state.h"

namespace lectern::session {

/// The least role that may send such a command. Admission asks it, and nobody else.
Role role_for(const Command&);

/// Whether it is they who drive.
bool is_driver(const Driver&, const Sender&);

/// Whether the driver, or nobody, has locked this sender out.
bool is_locked_out(const State&, const Sender&);

}  // namespace lectern::session
