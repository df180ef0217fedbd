#include "presenter/check/words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "common/text/text.h"

namespace lectern::check {
namespace {

struct Script {
  char32_t first, last;
  std::size_t characters_per_word;  ///< about, in running text
};

// Those that are written without spaces: Thai, Lao, Burmese, Khmer; kana, Chinese characters.
constexpr std::array unspaced = {Script{0x0E01, 0x0EFF, 4}, Script{0x1000, 0x109F, 4},
                                 Script{0x1780, 0x17DD, 4}, Script{0x3041, 0x30FF, 2},
                                 Script{0x3400, 0x4DBF, 2}, Script{0x4E00, 0x9FFF, 2},
                                 Script{0xF900, 0xFAFF, 2}, Script{0x20000, 0x3FFFD, 2}};

const Script* unspaced_script(char32_t c) {
  const auto found =
      std::ranges::find_if(unspaced, [c](const Script& s) { return s.first <= c && c <= s.last; });
  return found == unspaced.end() ? nullptr : &*found;
}

/// Of a letter or digit; every character outside ASCII counts as one, but not those that only separate.
bool is_of_a_word(char32_t c) {
  const bool is_mark =
      (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFF0F);
  return (c >= 0x80 && !is_mark) || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

}  // namespace

std::size_t count_words(std::string_view plain_text) {
  std::size_t count = 0;
  std::size_t run = 0;   // characters of a script without spaces, one after the other
  bool counted = false;  // the word that we are in
  while (!plain_text.empty()) {
    const char32_t c = take_code_point(plain_text);
    if (const Script* script = unspaced_script(c)) {
      count += run++ % script->characters_per_word == 0;
      counted = false;
      continue;
    }
    run = 0;
    if (c < 0x80 && is_space(static_cast<char>(c))) {
      counted = false;
    } else if (!counted && is_of_a_word(c)) {
      counted = true;
      ++count;
    }
  }
  return count;
}

std::size_t count_note_words(const deck::Slide& slide) {
  const auto count = [](std::string_view markdown) {
    return count_words(deck::plain_text(deck::read_markdown(markdown)));
  };
  std::size_t words = count(slide.notes);
  for (const deck::StepNotes& step : slide.step_notes) words += count(step.notes);
  return words;
}

Duration time_to_say(std::size_t words) {
  constexpr std::size_t ms_per_minute = 60'000;
  return Duration(words * ms_per_minute / words_per_minute);
}

std::string minutes_text(Duration time) {
  const double minutes = std::round(std::chrono::duration<double, std::ratio<60>>(time).count() * 10) / 10;
  char text[32];
  std::snprintf(text, sizeof text, "%.*f minute%s", std::floor(minutes) == minutes ? 0 : 1, minutes,
                minutes == 1 ? "" : "s");
  return text;
}

}  // namespace lectern::check
