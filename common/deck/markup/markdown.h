// Markdown → Blocks, by md4c.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "common/deck/deck.h"
#include "common/deck/report.h"

namespace lectern::deck {

/// What one slide's Markdown comes to.
struct Content {
  Blocks blocks;
  std::vector<Fragment> fragments;
  int step_count = 0;
  std::vector<StepNotes> step_notes;  ///< by step
};

/// `offset` is where `markdown` begins in the text that `report` speaks of. Comments are expected to be
/// lifted out, but for `.element`. What is over max_shown_text_bytes is left out.
Content read_markdown(std::string_view markdown, std::size_t offset, Report& report);

}  // namespace lectern::deck
