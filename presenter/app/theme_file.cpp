#include "presenter/app/theme_file.h"

#include <utility>

#include "common/deck/theme_name.h"
#include "common/text/text.h"
#include "common/typeset/read_theme.h"
#include "presenter/app/file_bytes.h"
#include "presenter/images/picture_path.h"

namespace lectern::app {
namespace {

namespace fs = std::filesystem;

struct ThemeFile {
  fs::path path;
  std::string css;
  typeset::ReadTheme read;
};

Result<ThemeFile> read(const fs::path& path) {
  auto css = read_bytes(path, typeset::max_theme_bytes);
  if (!css) return css.error();
  auto theme = typeset::read_theme(*css);
  if (!theme) return theme.error();
  return ThemeFile{path, *std::move(css), *std::move(theme)};
}

fs::path own_file(const std::string& name, const fs::path& theme_folder) {
  return theme_folder / (name + ".css");
}

Result<ThemeFile> read_named(const std::string& name, const fs::path& theme_folder) {
  auto theme = read(own_file(name, theme_folder));
  if (!theme) return Error{"the theme " + name + " is not installed", "build again with ./dev build"};
  return theme;
}

/// What the command line names.
Result<ThemeFile> read_anywhere(const std::string& name) {
  const fs::path path = fs::absolute(name);
  std::error_code error;
  if (fs::path(name).has_extension() || fs::exists(path, error)) return read(path);
  return Error{"there is no theme " + in_quotes(name),
               "name " + deck::theme_names_in_words() + ", or a CSS file"};
}

/// As a web server on the deck's folder would find it.
Result<ThemeFile> read_beside(const std::string& name, const fs::path& deck_folder) {
  const auto path = images::find_picture(deck_folder, name);
  if (!path) return Error{name + " is not in the deck's folder", "put it there, or name another theme"};
  return read(*path);
}

}  // namespace

LoadedTheme load_theme(const std::optional<std::string>& wanted, const std::string& of_deck,
                       const fs::path& deck_folder, const fs::path& theme_folder) {
  const std::string name = wanted.value_or(of_deck);
  auto theme = deck::is_theme_name(name) ? read_named(name, theme_folder)
               : wanted                  ? read_anywhere(name)
                                         : read_beside(name, deck_folder);
  LoadedTheme loaded;
  if (theme) {
    loaded.theme = std::move(theme->read.theme);
    loaded.path = std::move(theme->path);
    loaded.css = std::move(theme->css);
    for (typeset::ThemeRemark& it : theme->read.remarks)
      loaded.remarks.push_back({deck::Code::theme_ignored, wanted ? fs::absolute(name).string() : name,
                                it.line, 1, std::move(it.message), std::move(it.remedy)});
    return loaded;
  }
  loaded.remarks.push_back({.code = deck::Code::theme_unreadable,
                            .message = "The deck is shown in night: " + theme.error().message + ".",
                            .remedy = "To change that, " + theme.error().remedy + "."});
  if (auto night = read_named("night", theme_folder)) loaded.theme = std::move(night->read.theme);
  return loaded;
}

}  // namespace lectern::app
