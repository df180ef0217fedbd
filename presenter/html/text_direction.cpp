#include "presenter/html/text_direction.h"

#include "common/text/text.h"

namespace lectern::html {
namespace {

/// The blocks of Unicode whose letters run so, from Hebrew to Arabic Extended-A, and those of old scripts.
bool runs_from_the_right(char32_t c) {
  return (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFE) ||
         (c >= 0x10800 && c <= 0x10FFF) || (c >= 0x1E800 && c <= 0x1EFFF);
}

bool is_digit_or_mark(char32_t c) {
  return (c >= 0x0600 && c <= 0x061F) || (c >= 0x064B && c <= 0x066D) || (c >= 0x06D4 && c <= 0x06ED) ||
         (c >= 0x06F0 && c <= 0x06F9) || (c >= 0x0591 && c <= 0x05C7);
}

bool is_letter_from_the_left(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  const bool is_sign = c < 0xC0 || c == 0xD7 || c == 0xF7 || (c >= 0x2000 && c <= 0x2BFF) ||
                       (c >= 0x3000 && c <= 0x303F) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF ||
                       (c >= 0x1F000 && c <= 0x1FAFF) || c >= 0xE0000;
  return !is_sign;
}

}  // namespace

deck::TextDirection direction_of(std::string_view utf8) {
  long balance = 0;
  while (!utf8.empty()) {
    const char32_t c = take_code_point(utf8);
    if (runs_from_the_right(c)) {
      balance += is_digit_or_mark(c) ? 0 : 1;
    } else if (is_letter_from_the_left(c)) {
      --balance;
    }
  }
  return balance > 0 ? deck::TextDirection::right_to_left : deck::TextDirection::left_to_right;
}

}  // namespace lectern::html
