// Keys, nonces and digests as values, and how they travel as texts.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lectern::trust {

template <std::size_t size>
using Bytes = std::array<std::uint8_t, size>;

using Key = Bytes<32>;
using Nonce = Bytes<32>;
using Digest = Bytes<32>;  ///< of SHA-256
using Token = Bytes<16>;   ///< in a QR code

/// Until `bytes` goes.
template <std::size_t size>
std::string_view view(const Bytes<size>& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), size};
}

/// nullopt: of another length.
template <std::size_t size>
std::optional<Bytes<size>> fixed(std::string_view bytes) {
  if (bytes.size() != size) return std::nullopt;
  Bytes<size> out{};
  std::ranges::copy(bytes, out.begin());
  return out;
}

/// Two small digits a byte.
std::string to_hex(std::string_view bytes);
std::optional<std::string> from_hex(std::string_view digits);

/// RFC 4648 §5, without padding.
std::string to_base64url(std::string_view bytes);
std::optional<std::string> from_base64url(std::string_view digits);

}  // namespace lectern::trust
