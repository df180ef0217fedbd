// Cuts a deck's text into slides.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/deck/report.h"
#include "common/text/text.h"

namespace re2 {
class RE2;
}

namespace lectern::deck {

// What lies between slides unless the author says otherwise: reveal-md's defaults, as RE2 writes them.
inline constexpr const char* usual_separator = "\r?\n---\r?\n";
inline constexpr const char* usual_vertical_separator = "\r?\n----\r?\n";

/// Expressions that RE2 can read.
struct Separators {
  std::string horizontal = usual_separator;
  std::string vertical = usual_vertical_separator;
};

enum class Direction { right, down };

/// One slide's part of the text, and where it lies from the one before. The first lies to the right of
/// nothing.
struct Piece {
  Range range;
  Direction direction = Direction::right;
};

/// Never empty. `fences` and `comments` are the text's closed ones: what lies in there separates nothing, but
/// for what is a whole comment. `notes_mark` matches where notes begin.
std::vector<Piece> cut_into_slides(std::string_view text, std::size_t from, const Separators&,
                                   const std::vector<Range>& fences, const std::vector<Range>& comments,
                                   const re2::RE2& notes_mark, Report&);

}  // namespace lectern::deck
