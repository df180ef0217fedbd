// Rewrites of a deck that are safe: each changes its own few bytes and nothing else.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "common/deck/deck.h"

namespace lectern::check {

struct FixedText {
  std::string bytes;              ///< of the whole file, line ends as they were
  std::vector<std::string> done;  ///< what was done, a clause each; empty: `bytes` are as they were
};

/// Of a deck's file: text saved in another encoding than UTF-8 or through a wrong one is put right, pictures
/// are called as their files are, and note marks that would be shown become `Note:`. Doing it again does
/// nothing. Fails where read_deck() does.
Result<FixedText> fix(std::string_view bytes, const deck::Beside&, const std::filesystem::path& deck_folder);

/// Writes `bytes` into the deck's file and keeps what was in it beside it: `slides.md.orig`, or the first of
/// `.orig.2`… that is free; gives its path. The file is there whole, old or new, whatever happens meanwhile.
Result<std::filesystem::path> replace_file(const std::filesystem::path&, std::string_view bytes);

}  // namespace lectern::check
