// Lines that were meant to begin a speaker's note, and do not.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "presenter/check/source.h"

namespace lectern::check {

/// "**Notes:**", "Note -", "- Note:", "Speaker notes:", "### Notes"; "???" and "::: notes" of other programs.
struct NoteMark {
  std::size_t begin = 0;  ///< of the line's bytes, all that is the mark
  std::size_t end = 0;
  std::string shown{};  ///< what the audience reads of it
  bool is_heading = false;
  bool is_certain = false;  ///< nothing else could have been meant, and Note: in its place says the same
};

std::optional<NoteMark> find_note_mark(std::string_view line);

struct ShownNote {
  std::size_t offset = 0;  ///< of its line in the text
  NoteMark mark;
};

/// The first line on a slide that looks like the beginning of a note and is shown to everybody.
std::optional<ShownNote> find_shown_note(const Source&, const deck::Deck&, std::size_t slide_index);

}  // namespace lectern::check
