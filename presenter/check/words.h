// How much there is to say and how long that takes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/base/time.h"
#include "common/deck/deck.h"

namespace lectern::check {

inline constexpr int words_per_minute = 140;  ///< spoken in front of an audience

/// Between white space; what has no letter or digit in it is none. Of scripts without spaces two Chinese or
/// Japanese characters are a word, or four of Thai and its neighbours.
std::size_t count_words(std::string_view plain_text);

std::size_t count_note_words(const deck::Slide&);
Duration time_to_say(std::size_t words);

/// "12.5 minutes", "1 minute".
std::string minutes_text(Duration);

}  // namespace lectern::check
