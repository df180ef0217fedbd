#include "presenter/app/shelf.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace lectern::app {

std::vector<SealedDeck> Shelf::replace(std::uint32_t number, SealedDeck deck, const session::State& state) {
  const auto is_spoken_of = [&](const SealedDeck& older) {
    const DeckHash& hash = older.deck()->hash;
    return hash == state.deck || (state.frozen && hash == state.frozen->deck);
  };
  const std::lock_guard lock(mutex_);
  older_.push_back(std::exchange(newest_[number - 1], std::move(deck)));
  const auto rest = std::stable_partition(older_.begin(), older_.end(), is_spoken_of);
  std::vector<SealedDeck> gone(std::make_move_iterator(rest), std::make_move_iterator(older_.end()));
  older_.erase(rest, older_.end());
  return gone;
}

std::optional<stage::Material> Shelf::find(const DeckHash& hash) const {
  const std::lock_guard lock(mutex_);
  for (const auto* decks : {&newest_, &older_})
    for (const SealedDeck& deck : *decks)
      if (deck.deck()->hash == hash) return deck.material();
  return std::nullopt;
}

}  // namespace lectern::app
