#include "presenter/images/picture_path.h"

#include <algorithm>
#include <string>

#include "common/text/small_letters.h"

namespace lectern::images {
namespace {

namespace fs = std::filesystem;

constexpr int max_entries = 10'000;  // of a folder that are looked at for a name in other letters

/// `name` in `folder`, in whatever capitals: as it is written before the first other one in the alphabet.
std::optional<fs::path> find_entry(const fs::path& folder, const fs::path& name) {
  std::error_code error;
  if (fs::exists(folder / name, error)) return folder / name;
  std::optional<fs::path> found;
  int entries_left = max_entries;
  for (fs::directory_iterator at(folder, error), end; !error && at != end && entries_left-- > 0;
       at.increment(error)) {
    const std::string_view path = at->path().native();
    const std::string_view entry = path.substr(path.rfind('/') + 1);
    if (same_letters(entry, name.native()) && (!found || at->path() < *found)) found = at->path();
  }
  return found;
}

std::optional<fs::path> find_file(const fs::path& folder, std::string_view name) {
  name.remove_prefix(std::min(name.find_first_not_of('/'), name.size()));
  const auto below = fs::path(name).lexically_normal();
  if (below.empty() || *below.begin() == "..") return std::nullopt;
  std::optional<fs::path> path = folder;
  for (const fs::path& part : below)
    if (path) path = find_entry(*path, part);
  std::error_code error;
  if (!path || !fs::is_regular_file(*path, error)) return std::nullopt;
  return path;
}

}  // namespace

std::optional<fs::path> find_picture(const fs::path& deck_folder, std::string_view source) {
  if (source.starts_with("//") || source.find("://") != std::string_view::npos) return std::nullopt;
  if (source.find('\0') != std::string_view::npos) return std::nullopt;
  if (auto path = find_file(deck_folder, source)) return path;
  if (source.find('\\') != std::string_view::npos) {
    std::string slashes(source);
    std::ranges::replace(slashes, '\\', '/');
    return find_picture(deck_folder, slashes);
  }
  const std::string_view name = source.substr(0, source.find_first_of("?#"));
  return name == source ? std::nullopt : find_file(deck_folder, name);
}

FindPicture pictures_below(std::filesystem::path deck_folder) {
  return [folder = std::move(deck_folder)](std::string_view name) { return find_picture(folder, name); };
}

}  // namespace lectern::images
