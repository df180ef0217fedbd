#include "presenter/stage/backgrounds.h"

namespace lectern::stage {

bool has_own_veil(const deck::Deck& deck, const deck::Slide& slide) {
  return deck.settings.is_legible && !slide.background.images.empty();
}

bool share_background(const deck::Deck& deck, const deck::Slide& a, const deck::Slide& b) {
  if (&a == &b) return true;
  const bool are_numbered = deck.settings.slide_number != deck::SlideNumber::none;
  return !are_numbered && !has_own_veil(deck, a) && a.background == b.background;
}

}  // namespace lectern::stage
