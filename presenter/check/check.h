// Everything that would embarrass somebody in public, found beforehand.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "common/base/pixmap.h"
#include "common/base/result.h"
#include "common/base/time.h"
#include "common/deck/deck.h"
#include "common/typeset/theme.h"

namespace lectern::check {

struct Subject {
  const deck::Deck& deck;
  std::string text;                       ///< what the deck's lines and columns speak of
  std::vector<deck::Diagnostic> remarks;  ///< of whoever read the deck; they come out among the others
  std::filesystem::path deck_folder;      ///< where its pictures are
  std::filesystem::path font_folder;
  PixelSize display;             ///< the slides are measured at this size
  std::optional<Duration> slot;  ///< that the talk has; nullopt: the deck's own, if it says one
  typeset::Theme theme = {};
};

/// Told of every few slides that are done, on the caller's thread.
using Progress = std::function<void(std::size_t done, std::size_t all)>;

/// By file, line and column, each once; at most deck::max_diagnostics. Fails only where no text can be set.
/// Reads and decodes the deck's pictures; uses a second thread.
Result<std::vector<deck::Diagnostic>> check(const Subject&, const Progress& = {});

}  // namespace lectern::check
