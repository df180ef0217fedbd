#include "presenter/app/deck_file.h"

#include <algorithm>
#include <fstream>
#include <tuple>

#include "presenter/images/picture_path.h"

namespace lectern::app {
namespace {

Result<std::string> read_text(const std::filesystem::path& path) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error))
    return Error{path.string() + " is a folder", "name the Markdown file in it"};
  std::ifstream file(path, std::ios::binary);
  if (!file) return Error{path.string() + " cannot be opened", "check the name, and that you may read it"};
  std::string text(deck::max_text_bytes + 1,
                   '\0');  // one more than allowed, so that too much is seen as such
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(file.gcount()));
  if (file.bad()) return Error{path.string() + " cannot be read to its end", "check the disk it is on"};
  return text;
}

void add_missing_pictures(DeckFile& file, std::string_view text) {
  for (const deck::PictureReference& picture : deck::picture_references(*file.deck, text))
    if (!images::find_picture(file.folder, picture.source))
      deck::add_diagnostic(file.diagnostics,
                           {picture.line, picture.column, "the picture " + picture.source + " is not there",
                            "put it beside the deck, or correct its name"});
  std::ranges::stable_sort(file.diagnostics, {}, [](const auto& d) { return std::tuple(d.line, d.column); });
}

}  // namespace

Result<DeckFile> load_deck_file(const std::filesystem::path& path) {
  const auto text = read_text(path);
  if (!text) return text.error();
  auto read = deck::read_deck(*text);
  if (!read) return Error{path.string() + ": " + read.error().message, read.error().remedy};

  DeckFile file{path, std::filesystem::absolute(path).parent_path(),
                std::make_shared<const deck::Deck>(std::move(read->deck)), std::move(read->diagnostics)};
  add_missing_pictures(file, *text);
  return file;
}

}  // namespace lectern::app
