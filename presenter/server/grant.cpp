#include "presenter/server/grant.h"

#include <openssl/crypto.h>

#include <algorithm>

namespace lectern::server {

bool is_operator(std::string_view said, const Peer& peer, std::string_view operator_token) {
  return peer.is_this_machine && !operator_token.empty() && said.size() == operator_token.size() &&
         CRYPTO_memcmp(said.data(), operator_token.data(), operator_token.size()) == 0;
}

session::Role grant(const protocol::Hello& hello, const Peer& peer, std::string_view operator_token) {
  const bool may_all = is_operator(hello.operator_token, peer, operator_token);
  return std::min(hello.role, may_all ? session::Role::operator_ : session::Role::follower);
}

}  // namespace lectern::server
