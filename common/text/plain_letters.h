// Letters as people type them in a hurry: without capitals and accents.
#pragma once

#include <string>
#include <string_view>

namespace lectern {

/// small_letters() with the letter itself for Latin ones with an accent ("Tŷ Ddewi" is "ty ddewi"), and
/// without combining marks.
std::string plain_letters(std::string_view utf8);

}  // namespace lectern
