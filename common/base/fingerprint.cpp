#include "common/base/fingerprint.h"

#include <charconv>

namespace lectern {

std::string fingerprint_text(const Fingerprint& fingerprint) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string text;
  for (const std::uint8_t byte : fingerprint) {
    text += digits[byte >> 4u];
    text += digits[byte & 15u];
  }
  return text;
}

std::optional<Fingerprint> parse_fingerprint(std::string_view text) {
  Fingerprint fingerprint;
  for (std::uint8_t& byte : fingerprint) {
    if (&byte != fingerprint.data() && text.starts_with(':')) text.remove_prefix(1);
    if (text.size() < 2) return std::nullopt;
    const auto [end, wrong] = std::from_chars(text.data(), text.data() + 2, byte, 16);
    if (wrong != std::errc{} || end != text.data() + 2) return std::nullopt;
    text.remove_prefix(2);
  }
  return text.empty() ? std::optional(fingerprint) : std::nullopt;
}

}  // namespace lectern
