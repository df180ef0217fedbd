#include "common/deck/deck.h"
#include "common/text/text.h"

namespace lectern::deck {

std::string listed_title(const Deck& deck) {
  return shortened(deck.settings.title, max_title_characters);
}

}  // namespace lectern::deck
