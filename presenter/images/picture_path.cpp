#include "presenter/images/picture_path.h"

#include <string>

namespace lectern::images {
namespace {

std::optional<std::filesystem::path> find_file(const std::filesystem::path& folder, std::string_view name) {
  name.remove_prefix(std::min(name.find_first_not_of('/'), name.size()));
  const auto below = std::filesystem::path(name).lexically_normal();
  if (below.empty() || *below.begin() == "..") return std::nullopt;
  std::error_code error;
  auto path = folder / below;
  if (!std::filesystem::is_regular_file(path, error)) return std::nullopt;
  return path;
}

}  // namespace

std::optional<std::filesystem::path> find_picture(const std::filesystem::path& deck_folder,
                                                  std::string_view source) {
  if (source.starts_with("//") || source.find("://") != std::string_view::npos) return std::nullopt;
  if (source.find('\0') != std::string_view::npos) return std::nullopt;
  if (auto path = find_file(deck_folder, source)) return path;
  return find_file(deck_folder, source.substr(0, source.find_first_of("?#")));
}

}  // namespace lectern::images
