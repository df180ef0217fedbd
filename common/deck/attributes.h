// What a comment `<!-- .slide: data-background="…" -->` says about its slide.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/deck/deck.h"
#include "common/deck/report.h"

namespace lectern::deck {

/// Takes up what `comment` (the text between `<!--` and `-->`, found at `offset`) says, over what earlier
/// comments said. `data-notes` is appended to `notes` as a paragraph of its own.
void read_comment(std::string_view comment, std::size_t offset, Background&, std::string& notes, Report&);

void append_paragraph(std::string& text, std::string_view paragraph);

}  // namespace lectern::deck
