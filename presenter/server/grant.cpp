#include "presenter/server/grant.h"

#include <openssl/crypto.h>

#include <algorithm>

namespace lectern::server {

bool is_operator(std::string_view said, std::string_view operator_token) {
  return !operator_token.empty() && said.size() == operator_token.size() &&
         CRYPTO_memcmp(said.data(), operator_token.data(), operator_token.size()) == 0;
}

session::Role grant(const protocol::Hello& hello, std::string_view operator_token) {
  const bool may_all = is_operator(hello.operator_token, operator_token);
  return std::min(hello.role, may_all ? session::Role::operator_ : session::Role::follower);
}

}  // namespace lectern::server
