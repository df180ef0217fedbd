#include "presenter/images/picture_path.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <mutex>

#include "common/text/small_letters.h"

namespace lectern::images {
namespace {

namespace fs = std::filesystem;

// What changes twice within a file system's grain of time (FAT's is the coarsest) may keep its time. Then a
// listing is good for a moment only.
constexpr std::chrono::seconds time_grain{2};
constexpr std::chrono::milliseconds moment{100};
constexpr int max_entries = 10'000;  // of a folder that are looked at for a name in other letters

}  // namespace

const PictureFinder::Listing& PictureFinder::listing(const fs::path& folder) {
  std::error_code error;
  const auto changed = fs::last_write_time(folder, error), now = fs::file_time_type::clock::now();
  const auto [place, is_new] = listings_.try_emplace(folder);
  Listing& listing = place->second;
  const bool is_certain = listing.listed > changed + time_grain || now < listing.listed + moment;
  if (!is_new && listing.changed == changed && is_certain) return listing;
  listing = {changed, now, {}};
  int entries_left = max_entries;
  for (fs::directory_iterator at(folder, error), end; !error && at != end && entries_left-- > 0;
       at.increment(error)) {
    const fs::path& path = at->path();
    fs::path& known = listing.by_small_letters[small_letters(path.filename().native())];
    if (known.empty() || path < known) known = path;
  }
  return listing;
}

/// In whatever capitals: as it is written before the first other one in the alphabet.
std::optional<fs::path> PictureFinder::find_entry(const fs::path& folder, const fs::path& name) {
  std::error_code error;
  if (fs::exists(folder / name, error)) return folder / name;
  const auto& names = listing(folder).by_small_letters;
  const auto found = names.find(small_letters(name.native()));
  return found == names.end() ? std::nullopt : std::optional(found->second);
}

std::optional<fs::path> PictureFinder::find_file(std::string_view name) {
  name.remove_prefix(std::min(name.find_first_not_of('/'), name.size()));
  const auto below = fs::path(name).lexically_normal();
  if (below.empty() || *below.begin() == "..") return std::nullopt;
  std::optional<fs::path> path = deck_folder_;
  for (const fs::path& part : below)
    if (path) path = find_entry(*path, part);
  std::error_code error;
  if (!path || !fs::is_regular_file(*path, error)) return std::nullopt;
  return path;
}

std::optional<fs::path> PictureFinder::find(std::string_view source) {
  if (source.starts_with("//") || source.find("://") != std::string_view::npos) return std::nullopt;
  if (source.find('\0') != std::string_view::npos) return std::nullopt;
  if (auto path = find_file(source)) return path;
  if (source.find('\\') != std::string_view::npos) {
    std::string slashes(source);
    std::ranges::replace(slashes, '\\', '/');
    return find(slashes);
  }
  const std::string_view name = source.substr(0, source.find_first_of("?#"));
  return name == source ? std::nullopt : find_file(name);
}

std::optional<fs::path> find_picture(const fs::path& deck_folder, std::string_view source) {
  return PictureFinder(deck_folder).find(source);
}

FindPicture pictures_below(std::filesystem::path deck_folder) {
  struct Shared {
    std::mutex mutex;
    PictureFinder finder;
  };
  const std::shared_ptr<Shared> shared(new Shared{{}, PictureFinder(std::move(deck_folder))});
  return [shared](std::string_view name) {
    const std::lock_guard lock(shared->mutex);
    return shared->finder.find(name);
  };
}

}  // namespace lectern::images
