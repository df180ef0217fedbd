#include "presenter/server/grant.h"

#include <algorithm>

#include "common/trust/primitives.h"

namespace lectern::server {

bool is_operator(std::string_view said, const Peer& peer, std::string_view operator_token) {
  return peer.is_this_machine && !operator_token.empty() && trust::equal(said, operator_token);
}

session::Role grant(const protocol::Hello& hello, const Peer& peer, std::string_view operator_token) {
  const bool may_all = is_operator(hello.operator_token, peer, operator_token);
  return std::min(hello.role, may_all ? session::Role::operator_ : session::Role::follower);
}

session::Role grant(const protocol::Hello& hello, const Peer& peer, const pairing::Device& device) {
  const session::Role most = peer.is_secure ? session::Role::operator_ : session::Role::controller;
  return std::min({hello.role, device.role, most});
}

}  // namespace lectern::server
