// A deck as it was at one moment, with all that it takes to show it.
#pragma once

#include <memory>
#include <vector>

#include "common/base/result.h"
#include "presenter/app/deck_file.h"
#include "presenter/app/sealed_pictures.h"
#include "presenter/stage/stage.h"

namespace lectern::app {

struct SealedDeck {
  DeckFile file;
  std::shared_ptr<SealedPictures> pictures;

  const std::shared_ptr<const deck::Deck>& deck() const { return file.deck; }
  stage::Material material() const;
};

/// As load_deck_file(); the deck's hash changes with its theme and its pictures too. What did not change
/// since `earlier` is shared with it.
Result<SealedDeck> seal(const DeckOptions&, const SealedDeck* earlier = nullptr);

/// Several at once, which share the pictures that they have in common. Fails with the first that fails.
Result<std::vector<SealedDeck>> seal_all(const std::vector<DeckOptions>&);

}  // namespace lectern::app
