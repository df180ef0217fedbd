// What an edit does to a deck: which slides it changed, and where each one has gone.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "common/deck/deck.h"

namespace lectern::deck {

struct Changes {
  std::vector<std::size_t> changed, added;  ///< indices in the deck after the edit, in its order
  std::size_t removed_count = 0;
  bool settings = false;            ///< theme, design area, transitions…; the title is not told apart
  std::vector<std::size_t> places;  ///< by each index before the edit: where that slide is after it, or, of
                                    ///< one that was removed, the slide that has taken its place
};

/// A slide is the same one if it has the same id, or the same text, or the same title, or if it lies between
/// the same slides. Linear in the slides, but for sorting.
Changes changes_between(const Deck& before, const Deck& after);

/// For the operator, such as "slides 4 and 7 changed, slide 9 is new"; with slides' numbers.
std::string describe(const Changes&);

}  // namespace lectern::deck
