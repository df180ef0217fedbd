#include "common/text/text.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace lectern {
namespace {

constexpr std::string_view utf8_byte_order_mark = "\xEF\xBB\xBF";

/// Length of the well-formed sequence that `text` begins with, 0 if it begins with none. Unicode 15 table
/// 3-7.
std::size_t sequence_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0u) == 0x80u; };
  const unsigned lead = byte(0);
  const unsigned second = byte(1);
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return continues(1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    const bool overlong = lead == 0xE0 && second < 0xA0;
    const bool surrogate = lead == 0xED && second > 0x9F;
    return continues(1) && continues(2) && !overlong && !surrogate ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    const bool overlong = lead == 0xF0 && second < 0x90;
    const bool beyond_unicode = lead == 0xF4 && second > 0x8F;
    return continues(1) && continues(2) && continues(3) && !overlong && !beyond_unicode ? 4 : 0;
  }
  return 0;
}

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  for (std::size_t at = 0; (at = end_of_ascii(text, at, text.size())) < text.size();) {
    const std::size_t length = sequence_length(text.substr(at, 4));
    if (length == 0) return at;
    at += length;
  }
  return std::nullopt;
}

std::string with_unix_line_ends(std::string_view text) {
  if (text.starts_with(utf8_byte_order_mark)) text.remove_prefix(utf8_byte_order_mark.size());
  std::string out;
  out.reserve(text.size());
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\r', begin), text.size());
    out += text.substr(begin, end - begin);
    if (end < text.size() && text.substr(end + 1, 1) != "\n") out += '\n';
    begin = end + 1;
  }
  return out;
}

std::size_t count_code_points(std::string_view utf8) {
  return static_cast<std::size_t>(
      std::count_if(utf8.begin(), utf8.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

void append_code_point(std::string& out, char32_t c) {
  const auto lead = [](char32_t byte) { return static_cast<char>(byte); };
  const auto trail = [c](int shift) { return static_cast<char>(0x80 | (c >> shift & 0x3F)); };
  if (c < 0x80) {
    out += lead(c);
  } else if (c < 0x800) {
    out.append({lead(0xC0 | c >> 6), trail(0)});
  } else if (c < 0x10000) {
    out.append({lead(0xE0 | c >> 12), trail(6), trail(0)});
  } else {
    out.append({lead(0xF0 | c >> 18), trail(12), trail(6), trail(0)});
  }
}

char32_t take_code_point(std::string_view& text) {
  constexpr std::array<unsigned, 5> lead = {0, 0x7F, 0x1F, 0x0F, 0x07};
  const std::size_t length = sequence_length(text.substr(0, 4));
  char32_t c = static_cast<unsigned char>(text.front()) & lead[length];
  for (std::size_t i = 1; i < length; ++i) c = c << 6 | (static_cast<unsigned char>(text[i]) & 0x3F);
  text.remove_prefix(std::max<std::size_t>(length, 1));
  return length == 0 ? U'\uFFFD' : c;
}

std::size_t end_of_ascii(std::string_view text, std::size_t at, std::size_t end) {
  for (std::uint64_t eight = 0; at + sizeof eight <= end; at += sizeof eight) {
    std::memcpy(&eight, text.data() + at, sizeof eight);
    if ((eight & 0x8080808080808080u) != 0) break;
  }
  while (at < end && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

bool has_word(std::string_view text, std::string_view word) {
  while (!(text = trimmed(text)).empty()) {
    const std::size_t end = std::min(text.find_first_of(" \t\n\r\f\v"), text.size());
    if (text.substr(0, end) == word) return true;
    text.remove_prefix(end);
  }
  return false;
}

std::string lower_case(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

int hexadecimal_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string_view first_lines(std::string_view text, std::size_t size) {
  if (text.size() <= size) return text;
  while (size > 0 && (text[size] & 0xC0) == 0x80) --size;
  const std::size_t line_end = size == 0 ? std::string_view::npos : text.rfind('\n', size - 1);
  return text.substr(0, line_end == std::string_view::npos ? size : line_end + 1);
}

std::string shortened(std::string_view text, std::size_t code_points) {
  std::size_t seen = 0;
  std::size_t cut = 0;  // where all but the last code point that fits would end
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((text[i] & 0xC0) == 0x80) continue;
    if (++seen == code_points) cut = i;
  }
  if (seen <= code_points) return std::string(text);
  return std::string(trimmed(text.substr(0, cut))) + "…";
}

std::string in_quotes(std::string_view word) {
  return "“" + shortened(word, 60) + "”";
}

std::string file_name_of(std::string_view reference) {
  const std::size_t colon = reference.find(':');
  const bool has_scheme = colon != std::string_view::npos && reference.find_first_of("/%?#") > colon;
  if (has_scheme || reference.starts_with("//")) return std::string(reference);
  std::string out;
  for (std::size_t i = 0; i < reference.size(); ++i) {
    const int high = i + 2 < reference.size() ? hexadecimal_value(reference[i + 1]) : -1;
    const int low = i + 2 < reference.size() ? hexadecimal_value(reference[i + 2]) : -1;
    if (reference[i] == '%' && high >= 0 && low >= 0) {
      out += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      out += reference[i];
    }
  }
  const bool is_text = !find_invalid_utf8(out) && out.find('\0') == std::string::npos;
  return is_text ? out : std::string(reference);
}

SourceText::SourceText(std::string text) : text_(std::move(text)), line_begins_{0} {
  for (std::size_t i = 0; i < text_.size(); ++i) {
    if (text_[i] == '\n') line_begins_.push_back(static_cast<std::uint32_t>(i + 1));
  }
}

Position SourceText::position(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  const auto next = std::upper_bound(line_begins_.begin(), line_begins_.end(), offset);
  const std::size_t begin = *(next - 1);
  const std::size_t before = count_code_points(std::string_view(text_).substr(begin, offset - begin));
  return {static_cast<int>(next - line_begins_.begin()), static_cast<int>(before) + 1};
}

std::size_t SourceText::line_begin(std::size_t line) const {
  return line >= 1 && line <= line_begins_.size() ? line_begins_[line - 1] : text_.size();
}

}  // namespace lectern
