// Small decks made by hand, for tests of what happens to them.
#pragma once

#include <memory>
#include <vector>

#include "common/deck/deck.h"

namespace lectern::test {

/// Stack heights from left to right: {1, 3, 1} is 1 · 2.1 2.2 2.3 · 3. Titles say the address, notes say
/// "Notes of" it.
inline deck::Deck deck_of(const std::vector<int>& stacks, int step_count = 0) {
  deck::Deck deck;
  deck.hash = "0123456789abcdef0123456789abcdef";
  deck.settings.title = "A test deck";
  for (std::size_t h = 0; h < stacks.size(); ++h)
    for (int v = 1; v <= stacks[h]; ++v) {
      deck::Slide slide;
      slide.address = {static_cast<int>(h) + 1, stacks[h] == 1 ? 0 : v};
      slide.title = "Slide " + deck::to_string(slide.address);
      slide.notes = "Notes of " + deck::to_string(slide.address);
      slide.step_count = step_count;
      deck.slides.push_back(std::move(slide));
    }
  return deck;
}

}  // namespace lectern::test
