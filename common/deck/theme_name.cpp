#include "common/deck/theme_name.h"

#include <algorithm>

#include "common/text/text.h"

namespace lectern::deck {

bool is_theme_name(std::string_view name) {
  return std::ranges::find(theme_names, name) != theme_names.end();
}

bool is_theme_file(std::string_view path) {
  const bool leads_elsewhere = path.starts_with('/') || path.starts_with('\\') ||
                               path.find("..") != path.npos || path.find(':') != path.npos ||
                               path.find('\0') != path.npos;
  return !leads_elsewhere && path.size() > 4 && lower_case(path).ends_with(".css");
}

std::string theme_names_in_words() {
  std::string words;
  for (const std::string_view name : theme_names) {
    if (!words.empty()) words += name == theme_names.back() ? " or " : ", ";
    words += name;
  }
  return words;
}

}  // namespace lectern::deck
