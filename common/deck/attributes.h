// What comments `<!-- .slide: data-background="…" -->` say about their slide.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/deck/deck.h"
#include "common/deck/report.h"

namespace lectern::deck {

struct SlideAttributes {
  Background background;
  Turn turn;
  std::string id;
  TextDirection direction = TextDirection::unsaid;
  std::string notes;  ///< Markdown, trimmed
  std::optional<Duration> timing;
  std::optional<Duration> autoslide;
  bool is_hidden = false;
  bool is_counted = true;
};

/// Takes up what `comment` (the text between `<!--` and `-->`, found at `offset`) says, over what earlier
/// comments said; notes add up.
void read_slide_comment(std::string_view comment, std::size_t offset, SlideAttributes&, Report&);

void append_paragraph(std::string& text, std::string_view paragraph);

}  // namespace lectern::deck
