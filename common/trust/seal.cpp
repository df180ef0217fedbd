#include "common/trust/seal.h"

#include "common/trust/primitives.h"

namespace lectern::trust {
namespace {

/// Four zero bytes, then the number, its highest byte first.
Bytes<12> nonce_of(std::uint64_t number) {
  Bytes<12> nonce{};
  for (std::size_t i = 0; i < 8; ++i) nonce[11 - i] = static_cast<std::uint8_t>(number >> (8 * i));
  return nonce;
}

}  // namespace

std::string Sealer::seal(std::string_view message) {
  return chacha20_poly1305_seal(key_, nonce_of(next_++), {}, message);
}

std::optional<std::string> Opener::open(std::string_view sealed) {
  return chacha20_poly1305_open(key_, nonce_of(next_++), {}, sealed);
}

}  // namespace lectern::trust
