// Where a picture that a deck names lies on disk.
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

namespace lectern::images {

/// `source` as the author wrote it, below the deck's folder as a web server on that folder would find it: a
/// leading slash is the folder, %20 is a space unless a file is really called so, and what follows ? or #
/// does not count. Nothing is fetched: nullopt for an address on a network, and for what is not there.
std::optional<std::filesystem::path> find_picture(const std::filesystem::path& deck_folder,
                                                  std::string_view source);

}  // namespace lectern::images
