// A deck from disk, and what its author should know about it.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "common/deck/deck.h"
#include "common/typeset/theme.h"

namespace lectern::app {

/// A deck as the command line names it.
struct DeckOptions {
  std::filesystem::path
      path;  ///< a Markdown file, or a folder: its slides.md, index.md or only Markdown file
  std::optional<std::string> separator;  ///< regular expressions
  std::optional<std::string> vertical_separator;
  std::optional<std::string> notes_separator;
  std::optional<std::string> theme;  ///< a name or a CSS file; nullopt: the deck's own
  bool is_legible = false;           ///< deck::Settings::is_legible
  std::optional<bool> slide_number;  ///< whether slides show their number; nullopt: as the deck has it
};

/// What lies on disk, unread.
struct DeckBytes {
  std::filesystem::path path;
  std::filesystem::path folder;  ///< where its pictures are
  std::string bytes;
  deck::Beside beside;
};

/// Fails with the file's name in the message.
Result<DeckBytes> open_deck(const DeckOptions&);

struct DeckFile {
  std::filesystem::path path;
  std::filesystem::path folder;
  std::shared_ptr<const deck::Deck> deck;
  std::string text;                  ///< what the diagnostics' lines and columns speak of
  typeset::Theme theme;              ///< what the deck is shown in
  std::filesystem::path theme_path;  ///< of its file, and what that says; empty: there is none
  std::string theme_css;
  std::vector<deck::Diagnostic> diagnostics;  ///< of reading, of the theme, of pictures not found; by line
};

Result<DeckFile> load_deck_file(const DeckOptions&);

}  // namespace lectern::app
