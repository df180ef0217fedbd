#include "presenter/images/picture_path.h"

#include <charconv>
#include <string>

namespace lectern::images {
namespace {

std::string percent_decoded(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    unsigned char byte = 0;
    const char* hex = text.data() + i + 1;
    const bool escape = text[i] == '%' && i + 2 < text.size();
    if (escape && std::from_chars(hex, hex + 2, byte, 16).ptr == hex + 2) {
      decoded += static_cast<char>(byte);
      i += 2;
    } else {
      decoded += text[i];
    }
  }
  return decoded;
}

std::optional<std::filesystem::path> find_file(const std::filesystem::path& folder, std::string_view name) {
  name.remove_prefix(std::min(name.find_first_not_of('/'), name.size()));
  std::error_code error;
  auto path = folder / name;
  if (name.empty() || !std::filesystem::is_regular_file(path, error)) return std::nullopt;
  return path;
}

}  // namespace

std::optional<std::filesystem::path> find_picture(const std::filesystem::path& deck_folder,
                                                  std::string_view source) {
  if (source.starts_with("//") || source.find("://") != std::string_view::npos) return std::nullopt;
  if (source.find('\0') != std::string_view::npos) return std::nullopt;
  if (auto path = find_file(deck_folder, source)) return path;
  const std::string decoded = percent_decoded(source.substr(0, source.find_first_of("?#")));
  if (decoded.find('\0') != std::string::npos) return std::nullopt;
  return find_file(deck_folder, decoded);
}

}  // namespace lectern::images
