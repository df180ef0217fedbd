// A QR code as a value: what a phone reads off a screen. libqrencode stays behind it.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace lectern::qr {

inline constexpr int quiet_zone = 4;  ///< modules that stay light on every side (ISO/IEC 18004 §5.3.8)

/// Square, without its quiet zone.
struct Code {
  int side = 0;            ///< in modules
  std::vector<bool> dark;  ///< the modules, in rows from the top

  /// From the top left corner; what is outside is light.
  bool is_dark(int column, int row) const;
};

/// At error correction level M: about a seventh of it may be hidden or dirty. nullopt: there is no text, or
/// more than the largest code holds, 2331 bytes.
std::optional<Code> encode(std::string_view text);

}  // namespace lectern::qr
