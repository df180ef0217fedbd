// What the letters of a text say about it where nobody says so: which way it runs, and whose characters it is
// in.
#pragma once

#include <string_view>

#include "common/deck/document.h"

namespace lectern::typeset {

/// As most letters do; left to right where there are as many of both or none.
deck::TextDirection direction_by_letters(std::string_view text);

/// The language in whose shapes Chinese characters are drawn: "ja" beside kana, "ko" beside hangul, else
/// "zh-cn".
const char* han_language_by_letters(std::string_view text);

/// The side on which lines begin.
inline deck::Align start_of(deck::TextDirection direction) {
  return direction == deck::TextDirection::right_to_left ? deck::Align::right : deck::Align::left;
}

}  // namespace lectern::typeset
