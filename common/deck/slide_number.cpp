#include <algorithm>

#include "common/deck/deck.h"

namespace lectern::deck {

std::string slide_number(const Deck& deck, std::size_t slide_index) {
  if (!deck.slides[slide_index].is_counted) return {};
  const std::string number = std::to_string(slide_index + 1);
  switch (deck.settings.slide_number) {
    case SlideNumber::none:
      return {};
    case SlideNumber::number:
      return number;
    case SlideNumber::number_of_count: {
      const auto last = std::find_if(deck.slides.rbegin(), deck.slides.rend(),
                                     [](const Slide& slide) { return slide.is_counted; });
      return number + " / " + std::to_string(deck.slides.rend() - last);
    }
    case SlideNumber::address:
      return to_string(deck.slides[slide_index].address);
  }
  return {};
}

}  // namespace lectern::deck
