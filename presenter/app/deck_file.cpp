#include "presenter/app/deck_file.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "presenter/app/file_bytes.h"
#include "presenter/app/font_folder.h"
#include "presenter/app/theme_file.h"
#include "presenter/check/picture_names.h"

namespace lectern::app {
namespace {

namespace fs = std::filesystem;

bool is_file(const fs::path& path) {
  std::error_code error;
  return fs::is_regular_file(path, error);
}

/// The deck in a folder: what it is called by custom, else the only one there is.
Result<fs::path> deck_in(const fs::path& folder) {
  for (const char* name : {"slides.md", "index.md"})
    if (is_file(folder / name)) return folder / name;
  std::optional<fs::path> only;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    if (at->path().extension() != ".md" || !is_file(at->path())) continue;
    if (only) return Error{folder.string() + " holds several decks", "name the one to show"};
    only = at->path();
  }
  if (!only)
    return Error{folder.string() + " holds no deck", "put a file slides.md into it, or name the deck's file"};
  return *only;
}

/// As the deck writes it, if it does.
void number_slides(deck::Settings& settings, bool is_wanted) {
  using enum deck::SlideNumber;
  if (!is_wanted) settings.slide_number = none;
  if (is_wanted && settings.slide_number == none) settings.slide_number = number;
}

}  // namespace

Result<DeckBytes> open_deck(const DeckOptions& options) {
  std::error_code error;
  auto path = fs::is_directory(options.path, error) ? deck_in(options.path) : options.path;
  if (!path) return path.error();
  auto bytes = read_bytes(*path, deck::max_file_bytes);
  if (!bytes) return bytes.error();
  fs::path folder = fs::absolute(*path).parent_path();
  auto config = read_bytes(folder / deck::config_file_name, deck::max_config_bytes);
  return DeckBytes{*std::move(path),
                   std::move(folder),
                   *std::move(bytes),
                   {.reveal_md_json = config ? *std::move(config) : std::string(),
                    .separator = options.separator,
                    .vertical_separator = options.vertical_separator,
                    .notes_separator = options.notes_separator}};
}

Result<DeckFile> load_deck_file(const DeckOptions& options) {
  auto opened = open_deck(options);
  if (!opened) return opened.error();
  auto read = deck::read_deck(opened->bytes, opened->beside);
  if (!read) return Error{opened->path.string() + ": " + read.error().message, read.error().remedy};

  read->deck.settings.is_legible = options.is_legible;
  if (options.slide_number) number_slides(read->deck.settings, *options.slide_number);
  DeckFile file{std::move(opened->path),
                std::move(opened->folder),
                std::make_shared<const deck::Deck>(std::move(read->deck)),
                std::move(read->text),
                {},
                {},
                {},
                std::move(read->diagnostics)};
  LoadedTheme theme = load_theme(options.theme, file.deck->settings.theme, file.folder, theme_folder());
  file.theme = std::move(theme.theme);
  file.theme_path = std::move(theme.path);
  file.theme_css = std::move(theme.css);
  for (deck::Diagnostic& remark : theme.remarks) deck::add_diagnostic(file.diagnostics, std::move(remark));
  for (deck::Diagnostic& fault : check::find_name_faults(*file.deck, file.text, file.folder))
    deck::add_diagnostic(file.diagnostics, std::move(fault));
  std::ranges::stable_sort(file.diagnostics, {},
                           [](const auto& d) { return std::tuple(d.file.empty(), d.line, d.column); });
  return file;
}

}  // namespace lectern::app
