// Takes one slide's text apart: what is projected, what only the speaker reads, what is said about the slide.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/deck/attributes.h"
#include "common/deck/report.h"
#include "common/text/text.h"

namespace re2 {
class RE2;
}

namespace lectern::deck {

struct SlideSource {
  /// Markdown, and comments `.element`. Byte i stands where byte `begin + i` of the deck's text does: what
  /// was lifted out is blanked in place.
  std::string content;
  std::size_t begin = 0;
  SlideAttributes attributes;  ///< with all notes
};

/// `notes_mark` matches where notes begin; they run to the slide's end. `fences` are the text's closed code
/// fences.
SlideSource take_apart(std::string_view text, Range slide, const re2::RE2& notes_mark,
                       const std::vector<Range>& fences, Report&);

}  // namespace lectern::deck
