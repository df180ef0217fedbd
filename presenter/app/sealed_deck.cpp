#include "presenter/app/sealed_deck.h"

#include <utility>

namespace lectern::app {

stage::Material SealedDeck::material() const {
  return {file.deck, [pictures = pictures](std::string_view name) { return pictures->find(name); },
          file.theme};
}

Result<SealedDeck> seal(const DeckOptions& options, const SealedDeck* earlier) {
  auto file = load_deck_file(options);
  if (!file) return file.error();
  auto pictures = std::make_shared<SealedPictures>(*file->deck, file->folder,
                                                   earlier ? earlier->pictures.get() : nullptr);
  auto deck = std::make_shared<deck::Deck>(*file->deck);
  deck->hash = deck::hash_of(deck->hash + file->theme_css + pictures->stamp());
  file->deck = std::move(deck);
  return SealedDeck{*std::move(file), std::move(pictures)};
}

Result<std::vector<SealedDeck>> seal_all(const std::vector<DeckOptions>& options) {
  std::vector<SealedDeck> decks;
  for (const DeckOptions& one : options) {
    auto deck = seal(one, decks.empty() ? nullptr : &decks.front());
    if (!deck) return deck.error();
    decks.push_back(*std::move(deck));
  }
  return decks;
}

}  // namespace lectern::app
