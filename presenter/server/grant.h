// What a client may be.
#pragma once

#include <string_view>

#include "common/protocol/messages.h"
#include "common/session/role.h"
#include "presenter/pairing/device.h"
#include "presenter/server/peer.h"

namespace lectern::server {

/// Whether that is the operator's token, in a time that does not tell how much of it is right. From another
/// machine nobody has it: its file is for this one.
bool is_operator(std::string_view said, const Peer&, std::string_view operator_token);

/// The role of a client that says this: at most the one asked for, and no more than it proves. Who proves
/// nothing follows. An empty token is nobody's.
session::Role grant(const protocol::Hello&, const Peer&, std::string_view operator_token);

/// Of a client that has proved to be this device: over plain HTTP nobody is the operator.
session::Role grant(const protocol::Hello&, const Peer&, const pairing::Device&);

}  // namespace lectern::server
