#include "common/deck/markup/entities.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <unordered_map>

#include "common/text/code_pages.h"
#include "common/text/text.h"

namespace lectern::deck {
namespace {

using Names = std::unordered_map<std::string_view, std::string_view>;

const Names& names_with_semicolon() {
  static const Names names =
#include "html_names.inc"
      ;
  return names;
}

const Names& names_without_semicolon() {
  static const Names names =
#include "html_old_names.inc"
      ;
  return names;
}

constexpr std::size_t longest_name = 31;     // CounterClockwiseContourIntegral
constexpr std::size_t longest_old_name = 6;  // Ccedil

/// What a text begins with: so many bytes of it stand for something else. None: it is no reference.
struct Reference {
  std::size_t size = 0;
  std::string means;
};

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// What Unicode has no character for becomes U+FFFD. Numbers of controls are those of Windows-1252.
char32_t character_of(std::uint32_t number) {
  if (number >= 0x80 && number < 0xA0) return windows_1252_high[number - 0x80];
  const bool surrogate = number >= 0xD800 && number <= 0xDFFF;
  return number == 0 || surrogate || number > 0x10FFFF ? U'\uFFFD' : static_cast<char32_t>(number);
}

/// `text` begins with "&#".
Reference numbered(std::string_view text) {
  const bool hexadecimal = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
  const std::uint32_t base = hexadecimal ? 16 : 10;
  const std::size_t begin = hexadecimal ? 3 : 2;
  std::size_t end = begin;
  std::uint32_t number = 0;
  for (; end < text.size(); ++end) {
    const int digit = hexadecimal_value(text[end]);
    if (digit < 0 || digit >= static_cast<int>(base)) break;
    number = std::min(number * base + static_cast<std::uint32_t>(digit), 0x110000u);
  }
  if (end == begin) return {};
  Reference reference{.size = end + (end < text.size() && text[end] == ';'), .means = {}};
  append_code_point(reference.means, character_of(number));
  return reference;
}

/// `text` begins with "&". The longest name counts: "&notin;" is ∉, "&notit;" is ¬it;.
Reference named(std::string_view text, ReferencesIn where) {
  text.remove_prefix(1);
  const auto word_end = std::ranges::find_if_not(text.substr(0, longest_name + 1), is_letter_or_digit);
  const std::string_view word = text.substr(0, static_cast<std::size_t>(word_end - text.begin()));
  if (text.substr(word.size()).starts_with(';')) {
    const auto found = names_with_semicolon().find(word);
    if (found != names_with_semicolon().end()) return {1 + word.size() + 1, std::string(found->second)};
  }
  for (std::size_t size = std::min(word.size(), longest_old_name); size > 0; --size) {
    const auto found = names_without_semicolon().find(word.substr(0, size));
    if (found == names_without_semicolon().end()) continue;
    const bool goes_on = size < text.size() && (text[size] == '=' || is_letter_or_digit(text[size]));
    if (where == ReferencesIn::attribute && goes_on) return {};
    return {1 + size, std::string(found->second)};
  }
  return {};
}

}  // namespace

std::string resolve_entities(std::string_view html, ReferencesIn where) {
  std::string out;
  while (!html.empty()) {
    const std::size_t begin = std::min(html.find('&'), html.size());
    out += html.substr(0, begin);
    html.remove_prefix(begin);
    if (html.empty()) break;
    const Reference reference = html.starts_with("&#") ? numbered(html) : named(html, where);
    out += reference.size == 0 ? "&" : reference.means;
    html.remove_prefix(std::max<std::size_t>(reference.size, 1));
  }
  return out;
}

}  // namespace lectern::deck
