// A deck from disk, and what its author should know about it.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "common/base/result.h"
#include "common/deck/deck.h"

namespace lectern::app {

struct DeckFile {
  std::filesystem::path path;
  std::filesystem::path folder;  ///< where its pictures are
  std::shared_ptr<const deck::Deck> deck;
  std::vector<deck::Diagnostic> diagnostics;  ///< the reader's, and pictures that are not there; by line
};

/// Reads at most deck::max_text_bytes. Fails with the file's name in the message.
Result<DeckFile> load_deck_file(const std::filesystem::path&);

}  // namespace lectern::app
