// Places of a deck in a newer text of it. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "common/session/state.h"

namespace lectern::session {

/// Places go with their slides; a show that has not begun begins with the first. Both decks outlive this.
class Follow {
 public:
  Follow(const deck::Deck& before, const deck::Deck& after);

  Position operator()(const Position&) const;
  std::optional<Position> operator()(const std::optional<Position>&) const;

 private:
  const deck::Deck& before_;
  const deck::Deck& after_;
  const std::vector<std::size_t> places_;  ///< in `after`, of each slide of `before`
};

}  // namespace lectern::session
