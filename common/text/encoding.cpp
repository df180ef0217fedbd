#include "common/text/encoding.h"

#include <algorithm>

#include "common/text/code_pages.h"
#include "common/text/text.h"

namespace lectern {
namespace {

constexpr char32_t replacement_character = 0xFFFD;

/// A stray control character may slip into a text; in binary files one byte in eight is one.
constexpr std::size_t text_bytes_per_control = 50;

std::string from_utf16(std::string_view bytes, Encoding order) {
  const std::size_t high_byte = order == Encoding::utf16_be ? 0 : 1;
  const auto unit_at = [&](std::size_t at) -> char32_t {
    if (at + 1 >= bytes.size()) return replacement_character;  // half a unit at the end
    return static_cast<char32_t>(static_cast<unsigned char>(bytes[at + high_byte]) << 8 |
                                 static_cast<unsigned char>(bytes[at + 1 - high_byte]));
  };
  std::string out;
  out.reserve(bytes.size() / 2);
  for (std::size_t at = 0; at < bytes.size(); at += 2) {
    char32_t c = unit_at(at);
    if (c >= 0xD800 && c <= 0xDFFF) {
      const char32_t low = unit_at(at + 2);
      const bool is_pair = c < 0xDC00 && low >= 0xDC00 && low <= 0xDFFF;
      c = is_pair ? 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00) : replacement_character;
      if (is_pair) at += 2;
    }
    append_code_point(out, c);
  }
  return out;
}

std::string from_windows_1252(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    append_code_point(out, byte >= 0x80 && byte < 0xA0 ? windows_1252_high[byte - 0x80] : byte);
  }
  return out;
}

DecodedText decode_any(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE"))
    return {from_utf16(bytes.substr(2), Encoding::utf16_le), Encoding::utf16_le};
  if (bytes.starts_with("\xFE\xFF"))
    return {from_utf16(bytes.substr(2), Encoding::utf16_be), Encoding::utf16_be};
  if (find_invalid_utf8(bytes)) return {from_windows_1252(bytes), Encoding::windows_1252};
  if (bytes.starts_with("\xEF\xBB\xBF")) return {std::string(bytes.substr(3)), Encoding::utf8_with_bom};
  return {std::string(bytes), Encoding::utf8};
}

bool is_text(const DecodedText& decoded) {
  const std::string& text = decoded.text;
  if (decoded.encoding == Encoding::windows_1252 && text.find('\0') != std::string::npos) return false;
  const auto controls = static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return c >= 0 && c < ' ' && !is_space(c); }));
  return controls * text_bytes_per_control <= text.size();
}

}  // namespace

std::string_view to_string(Encoding encoding) {
  switch (encoding) {
    case Encoding::utf8:
      return "UTF-8";
    case Encoding::utf8_with_bom:
      return "UTF-8 with a byte order mark";
    case Encoding::utf16_le:
      return "UTF-16 (little-endian)";
    case Encoding::utf16_be:
      return "UTF-16 (big-endian)";
    case Encoding::windows_1252:
      return "Windows-1252";
  }
  return {};
}

Result<DecodedText> decode(std::string_view bytes) {
  DecodedText decoded = decode_any(bytes);
  if (is_text(decoded)) return decoded;
  return Error{
      "The deck is not a text file",
      "Open the deck's Markdown file, not a picture or a document; if it is Markdown, save it as UTF-8"};
}

}  // namespace lectern
