// What a deck looks like, from the file that its author or the command line names.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "common/deck/diagnostic.h"
#include "common/typeset/theme.h"

namespace lectern::app {

struct LoadedTheme {
  typeset::Theme theme;
  std::filesystem::path path;  ///< of the file that it was read from; empty: there was none
  std::string css;             ///< in that file
  std::vector<deck::Diagnostic> remarks;
};

/// `wanted` on the command line is a name or any file; `of_deck` a name or a file in the deck's folder. What
/// cannot be read is night's, with a remark.
LoadedTheme load_theme(const std::optional<std::string>& wanted, const std::string& of_deck,
                       const std::filesystem::path& deck_folder, const std::filesystem::path& theme_folder);

}  // namespace lectern::app
