#include "common/deck/find_slides.h"

#include <algorithm>

#include "common/text/plain_letters.h"
#include "common/text/text.h"

namespace lectern::deck {
namespace {

bool is_in_a_word(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  const bool is_punctuation =
      c <= 0xBF || (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x303F);  // quotes, dashes, spaces
  return !is_punctuation;
}

/// From CJK radicals on: what is written without spaces.
bool is_a_word(char32_t c) {
  return c >= 0x2E80;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  const std::string plain = plain_letters(text);
  bool goes_on = false;
  for (std::string_view rest = plain; !rest.empty();) {
    const char32_t c = take_code_point(rest);
    if (is_in_a_word(c)) {
      if (!goes_on || is_a_word(c)) words.emplace_back();
      append_code_point(words.back(), c);
    }
    goes_on = is_in_a_word(c) && !is_a_word(c);
  }
  return words;
}

}  // namespace

std::vector<std::size_t> find_slides(const std::vector<std::string>& titles, std::string_view typed) {
  const std::vector<std::string> wanted = words_of(typed);
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < titles.size(); ++i) {
    const std::vector<std::string> words = words_of(titles[i]);
    const auto is_there = [&](const std::string& word) {
      return std::ranges::any_of(words,
                                 [&](const std::string& of_title) { return of_title.starts_with(word); });
    };
    if (std::ranges::all_of(wanted, is_there)) found.push_back(i);
  }
  return found;
}

}  // namespace lectern::deck
