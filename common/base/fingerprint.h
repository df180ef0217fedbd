// What a device knows a presenter by, whatever its name or address: the SHA-256 of its certificate (DER).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lectern {

using Fingerprint = std::array<std::uint8_t, 32>;

/// 64 hexadecimal digits.
std::string fingerprint_text(const Fingerprint&);

/// Of 64 hexadecimal digits, with or without colons between the bytes.
std::optional<Fingerprint> parse_fingerprint(std::string_view);

}  // namespace lectern
