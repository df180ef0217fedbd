// What a browser says of a page, and what we say, made comparable as shared/tools/compare_layout.py does.
#pragma once

#include <string>
#include <string_view>

namespace lectern::test {

/// White space folded and variation selectors dropped.
inline std::string folded(std::string text) {
  constexpr std::string_view emoji_selector = "\xEF\xB8\x8F";
  constexpr std::string_view no_break_space = "\xC2\xA0";
  for (std::size_t at; (at = text.find(emoji_selector)) != std::string::npos;)
    text.erase(at, emoji_selector.size());
  for (std::size_t at; (at = text.find(no_break_space)) != std::string::npos;) text.replace(at, 2, " ");
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    if (!space) out += c;
    if (space && !out.empty() && out.back() != ' ') out += ' ';
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

/// A browser that is asked for textContent gives nothing for a line break.
inline std::string without_spaces(std::string text) {
  std::erase(text, ' ');
  return text;
}

}  // namespace lectern::test
