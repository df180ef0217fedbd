#include "common/trust/bytes.h"

namespace lectern::trust {
namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";
constexpr std::string_view base64url_digits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

}  // namespace

std::string to_hex(std::string_view bytes) {
  std::string digits;
  for (const unsigned char byte : bytes) {
    digits += hex_digits[byte >> 4u];
    digits += hex_digits[byte & 15u];
  }
  return digits;
}

std::optional<std::string> from_hex(std::string_view digits) {
  if (digits.size() % 2 != 0) return std::nullopt;
  std::string bytes;
  for (std::size_t i = 0; i < digits.size(); i += 2) {
    const std::size_t high = hex_digits.find(digits[i]);
    const std::size_t low = hex_digits.find(digits[i + 1]);
    if (high == std::string_view::npos || low == std::string_view::npos) return std::nullopt;
    bytes += static_cast<char>(high * 16 + low);
  }
  return bytes;
}

std::string to_base64url(std::string_view bytes) {
  std::string digits;
  unsigned waiting = 0;
  unsigned waiting_bits = 0;
  for (const unsigned char byte : bytes) {
    waiting = waiting << 8u | byte;
    for (waiting_bits += 8; waiting_bits >= 6; waiting_bits -= 6)
      digits += base64url_digits[waiting >> (waiting_bits - 6) & 63u];
  }
  if (waiting_bits > 0) digits += base64url_digits[waiting << (6 - waiting_bits) & 63u];
  return digits;
}

std::optional<std::string> from_base64url(std::string_view digits) {
  std::string bytes;
  unsigned waiting = 0;
  unsigned waiting_bits = 0;
  for (const char digit : digits) {
    const std::size_t value = base64url_digits.find(digit);
    if (value == std::string_view::npos) return std::nullopt;
    waiting = (waiting << 6u | static_cast<unsigned>(value)) & 0xFFFFu;
    waiting_bits += 6;
    if (waiting_bits < 8) continue;
    waiting_bits -= 8;
    bytes += static_cast<char>(waiting >> waiting_bits & 255u);
  }
  const bool is_whole = waiting_bits < 6 && (waiting & ((1u << waiting_bits) - 1)) == 0;
  return is_whole ? std::optional(bytes) : std::nullopt;
}

}  // namespace lectern::trust
