// Bytes as RFCs print them.
#pragma once

#include <string>
#include <string_view>

#include "common/trust/bytes.h"

namespace lectern::trust {

/// Of either case, with blanks anywhere.
inline std::string printed(std::string_view hex) {
  std::string digits;
  for (const char c : hex)
    if (c != ' ') digits += c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
  return *lectern::trust::from_hex(digits);
}

}  // namespace lectern::trust
