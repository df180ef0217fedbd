#include "common/deck/markup/entities.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <unordered_map>

#include "common/text/text.h"

namespace lectern::deck {
namespace {

/// Empty: HTML has no such name.
std::string_view named_characters(std::string_view name) {
  static const std::unordered_map<std::string_view, std::string_view> names =
#include "html_names.inc"
      ;
  const auto found = names.find(name);
  return found == names.end() ? std::string_view() : found->second;
}

/// "#8217" or "#x2019". What Unicode has no character for becomes U+FFFD, as in CommonMark.
std::optional<char32_t> numbered_character(std::string_view number) {
  number.remove_prefix(1);
  const bool hexadecimal = number.starts_with('x') || number.starts_with('X');
  if (hexadecimal) number.remove_prefix(1);
  if (number.empty() || number.size() > 7) return std::nullopt;
  std::uint32_t value = 0;
  const std::uint32_t base = hexadecimal ? 16 : 10;
  for (const char c : number) {
    const int digit = hexadecimal_value(c);
    if (digit < 0 || digit >= static_cast<int>(base)) return std::nullopt;
    value = value * base + static_cast<std::uint32_t>(digit);
  }
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  return value == 0 || surrogate || value > 0x10FFFF ? U'\uFFFD' : static_cast<char32_t>(value);
}

/// Empty: it stands for nothing.
std::string meant_by(std::string_view entity) {
  if (entity.size() < 4 || entity.front() != '&' || entity.back() != ';') return {};
  const std::string_view inner = entity.substr(1, entity.size() - 2);
  if (inner.front() != '#') return std::string(named_characters(inner));
  std::string out;
  if (const auto character = numbered_character(inner)) append_code_point(out, *character);
  return out;
}

}  // namespace

std::string resolve_entity(std::string_view entity) {
  std::string meant = meant_by(entity);
  return meant.empty() ? std::string(entity) : meant;
}

std::string resolve_entities(std::string_view text) {
  constexpr std::size_t longest = 33;  // "&CounterClockwiseContourIntegral;"
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = std::min(text.find('&', at), text.size());
    out += text.substr(at, begin - at);
    if (begin == text.size()) break;
    const std::size_t end = text.substr(begin, longest).find(';');
    at = end == std::string_view::npos ? begin + 1 : begin + end + 1;
    out += resolve_entity(text.substr(begin, at - begin));
  }
  return out;
}

}  // namespace lectern::deck
