#include "presenter/check/words.h"

#include <cmath>
#include <cstdio>

#include "common/text/text.h"

namespace lectern::check {
namespace {

/// Of a letter or digit; every part of a character outside ASCII counts as one.
bool is_of_a_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte >= '0' && byte <= '9') || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z');
}

}  // namespace

std::size_t count_words(std::string_view plain_text) {
  std::size_t count = 0;
  bool counted = false;  // the word that we are in
  for (const char c : plain_text) {
    if (is_space(c)) {
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
