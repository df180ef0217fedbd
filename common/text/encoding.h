// From a file's bytes to UTF-8 text.
#pragma once

#include <string>
#include <string_view>

#include "common/base/result.h"

namespace lectern {

enum class Encoding { utf8, utf8_with_bom, utf16_le, utf16_be, windows_1252 };

/// "UTF-16 (little-endian)", for people.
std::string_view to_string(Encoding);

struct DecodedText {
  std::string text;  ///< well-formed UTF-8 without a byte order mark; line ends as they were
  Encoding encoding = Encoding::utf8;
};

/// UTF-8 where it is well-formed, UTF-16 where a byte order mark says so (half a surrogate pair becomes
/// U+FFFD), Windows-1252 otherwise (Latin-1 is a part of it). Fails where that makes no text: a picture, an
/// archive, UTF-16 without its mark. Linear in the file's length.
Result<DecodedText> decode(std::string_view bytes);

}  // namespace lectern
