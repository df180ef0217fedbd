// Where a picture that a deck names lies on disk.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace lectern::images {

/// Belongs to one thread at a time. Remembers what it has listed of a folder for as long as nothing comes
/// into it or goes.
class PictureFinder {
 public:
  explicit PictureFinder(std::filesystem::path deck_folder) : deck_folder_(std::move(deck_folder)) {}

  /// `source` as the deck names it, below the deck's folder as a web server on that folder would find it: a
  /// leading slash is the folder, and what follows ? or # does not count unless a file is really called so.
  /// Decks come from Windows: capitals do not matter where no file has the very name, and a backslash is a
  /// slash. Nothing is fetched and the folder is never left: nullopt for an address on a network, for a way
  /// out by `..`, and for what is not there. One file has one path, however it is spelt.
  std::optional<std::filesystem::path> find(std::string_view source);

  const std::filesystem::path& deck_folder() const { return deck_folder_; }

 private:
  struct Listing {
    std::filesystem::file_time_type changed;  ///< the folder, before it was listed
    std::filesystem::file_time_type listed;
    std::map<std::string, std::filesystem::path> by_small_letters;
  };
  const Listing& listing(const std::filesystem::path& folder);
  std::optional<std::filesystem::path> find_entry(const std::filesystem::path& folder,
                                                  const std::filesystem::path& name);
  std::optional<std::filesystem::path> find_file(std::string_view name);

  std::filesystem::path deck_folder_;
  std::map<std::filesystem::path, Listing> listings_;
};

/// For one picture.
std::optional<std::filesystem::path> find_picture(const std::filesystem::path& deck_folder,
                                                  std::string_view source);

/// The same for one deck, wherever its pictures are. Any thread.
using FindPicture = std::function<std::optional<std::filesystem::path>(std::string_view name)>;
FindPicture pictures_below(std::filesystem::path deck_folder);

}  // namespace lectern::images
