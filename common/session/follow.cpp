#include "common/session/follow.h"

#include <algorithm>

#include "common/deck/changes.h"

namespace lectern::session {

Follow::Follow(const deck::Deck& before, const deck::Deck& after)
    : before_(before), after_(after), places_(deck::changes_between(before, after).places) {}

Position Follow::operator()(const Position& position) const {
  const bool has_begun = position.holding != Holding::before;
  const auto index = has_begun ? deck::find_slide(before_, position.slide) : std::nullopt;
  const deck::Slide& slide = after_.slides[index ? places_[*index] : 0];
  return {slide.address, std::min(position.step, slide.step_count), position.holding};
}

std::optional<Position> Follow::operator()(const std::optional<Position>& position) const {
  return position ? std::optional((*this)(*position)) : std::nullopt;
}

}  // namespace lectern::session
