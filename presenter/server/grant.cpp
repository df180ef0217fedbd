#include "presenter/server/grant.h"

#include <openssl/crypto.h>

#include <algorithm>

namespace lectern::server {
namespace {

/// In a time that does not tell how much of it is right.
bool is_same_secret(std::string_view said, std::string_view secret) {
  return !secret.empty() && said.size() == secret.size() &&
         CRYPTO_memcmp(said.data(), secret.data(), secret.size()) == 0;
}

}  // namespace

session::Role grant(const protocol::Hello& hello, std::string_view operator_token) {
  const bool is_operator = is_same_secret(hello.operator_token, operator_token);
  return std::min(hello.role, is_operator ? session::Role::operator_ : session::Role::follower);
}

}  // namespace lectern::server
