// What an author sets for the whole deck: in the YAML between two lines of three dashes that a deck may begin
// with, and in a file reveal-md.json next to it.
#pragma once

#include <cstddef>
#include <string>

#include "common/deck/deck.h"
#include "common/deck/report.h"
#include "common/deck/separators.h"
#include "common/text/text.h"

namespace lectern::deck {

/// White space and the colon also as word processors and other keyboards write them.
inline constexpr const char* usual_notes_mark = "^[ \\t\\x{A0}\\x{200B}\\x{FEFF}]*notes?\\x{A0}?[:\\x{FF1A}]";

struct FrontMatter {
  Settings settings;  ///< the title is empty where the author gave none
  Separators separators;
  std::string notes_mark = usual_notes_mark;  ///< an expression that RE2 can read
  std::size_t body_begin = 0;  ///< where the slides begin: at the end of the closing line, before its newline
};

/// Takes up what reveal-md.json says. `source` is that file's text.
void read_config(const SourceText& source, FrontMatter&, Report&);

/// Takes up what the deck's own front matter says, and where it ends.
void read_front_matter(const SourceText&, FrontMatter&, Report&);

}  // namespace lectern::deck
