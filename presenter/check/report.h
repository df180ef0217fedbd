// What was found, in words for people and in JSON for programs.
#pragma once

#include <string>
#include <vector>

#include "common/deck/deck.h"
#include "presenter/check/source.h"

namespace lectern::check {

enum class Colors { none, ansi };

struct Report {
  std::string file;  ///< the deck's, as its author named it
  const deck::Deck& deck;
  const Source& source;
  std::vector<deck::Diagnostic> findings;
};

/// Each finding with its line and a caret, why it matters and what to do; `width` cells wide where a deck's
/// line is longer.
std::string to_text(const Report&, Colors, int width);

/// {"deck","findings":[{"code","file","line","column","slide":"3.2","message","why","remedy"}],"minutes"};
/// the slide is null where a finding belongs to none, minutes are what the notes take to say.
std::string to_json(const Report&);

}  // namespace lectern::check
