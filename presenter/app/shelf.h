// The decks of a session as they were sealed, from which the stage shows them.
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <vector>

#include "common/session/state.h"
#include "presenter/app/sealed_deck.h"

namespace lectern::app {

/// Numbers are those of State::decks, from 1. All but find() on the engine thread.
class Shelf {
 public:
  explicit Shelf(std::vector<SealedDeck> decks) : newest_(std::move(decks)) {}

  std::uint32_t count() const { return static_cast<std::uint32_t>(newest_.size()); }
  const SealedDeck& newest(std::uint32_t number) const { return newest_[number - 1]; }

  /// Puts a newer text of a deck in its place. What neither `state` nor any later one can speak of any more
  /// is given back, to be let go where there is time: its pictures may be being copied.
  [[nodiscard]] std::vector<SealedDeck> replace(std::uint32_t number, SealedDeck,
                                                const session::State& state);

  /// What a state speaks of. Any thread.
  std::optional<stage::Material> find(const DeckHash&) const;

 private:
  mutable std::mutex mutex_;
  std::vector<SealedDeck> newest_;  ///< by number
  std::vector<SealedDeck> older_;   ///< still shown
};

}  // namespace lectern::app
