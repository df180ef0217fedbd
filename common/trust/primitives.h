// The few primitives that everything else here is made of. OpenSSL stays behind it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "common/trust/bytes.h"

namespace lectern::trust {

Digest sha256(std::string_view);
Digest hmac_sha256(std::string_view key, std::string_view text);

/// RFC 5869, whole.
std::string hkdf_sha256(std::string_view secret, std::string_view salt, std::string_view info,
                        std::size_t size);

/// RFC 8439 §2.8: the ciphertext and its tag of seal_overhead bytes.
inline constexpr std::size_t seal_overhead = 16;
std::string chacha20_poly1305_seal(const Key&, const Bytes<12>& nonce, std::string_view beside,
                                   std::string_view plain);
/// nullopt: it was not sealed so.
std::optional<std::string> chacha20_poly1305_open(const Key&, const Bytes<12>& nonce, std::string_view beside,
                                                  std::string_view sealed);

/// In a time that does not tell where they differ.
bool equal(std::string_view, std::string_view);

/// From the operating system's generator.
void fill_randomly(std::uint8_t* bytes, std::size_t size);

template <std::size_t size>
Bytes<size> random_bytes() {
  Bytes<size> bytes;
  fill_randomly(bytes.data(), size);
  return bytes;
}

}  // namespace lectern::trust
