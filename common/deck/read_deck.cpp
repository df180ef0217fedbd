#include <openssl/sha.h>

#include <algorithm>
#include <array>
#include <utility>

#include "common/deck/deck.h"
#include "common/deck/fences.h"
#include "common/deck/front_matter.h"
#include "common/deck/markdown.h"
#include "common/deck/pattern.h"
#include "common/deck/report.h"
#include "common/deck/separators.h"
#include "common/deck/slide_source.h"
#include "common/deck/text.h"

namespace lectern::deck {
namespace {

constexpr const char* usual_notes_mark = "^ {0,3}notes?:";

DeckHash hash_of(std::string_view text) {
  constexpr std::size_t hash_bytes = 16;
  constexpr const char* digits = "0123456789abcdef";
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256(reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest.data());
  DeckHash hash;
  for (std::size_t i = 0; i < hash_bytes; ++i) {
    hash += digits[digest[i] >> 4];
    hash += digits[digest[i] & 0xF];
  }
  return hash;
}

/// What the eye meets first: of a list its first item, of a table its header.
std::string first_words(const Blocks& blocks) {
  for (const Block& block : blocks) {
    std::string words;
    if (const auto* list = std::get_if<List>(&block.content))
      words = list->items.empty() ? std::string() : first_words(list->items.front().blocks);
    else if (const auto* quote = std::get_if<Quote>(&block.content))
      words = first_words(quote->blocks);
    else if (const auto* table = std::get_if<Table>(&block.content))
      words = plain_text(Blocks{{Table{table->columns, table->header, {}}}});
    else
      words = plain_text(Blocks{block});
    if (!words.empty()) return words;
  }
  return {};
}

/// The first heading, else the first words, else what the first picture shows.
std::string title_of(const Blocks& content) {
  std::string title;
  for (const Block& block : content)
    if (const auto* heading = std::get_if<Heading>(&block.content); heading && title.empty())
      title = plain_text(heading->content);
  if (title.empty()) title = first_words(content);
  if (title.empty()) title = plain_text(content, Alternatives::include);
  return shortened(title, max_title_characters);
}

/// "3" where it is alone in its column, else "3.1", "3.2"…
std::vector<Address> addresses_of(const std::vector<Piece>& pieces) {
  std::vector<Address> addresses;
  Address here{0, 0};
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const bool goes_down = i > 0 && pieces[i].direction == Direction::down;
    const bool has_below = i + 1 < pieces.size() && pieces[i + 1].direction == Direction::down;
    here = goes_down ? Address{here.h, here.v + 1} : Address{here.h + 1, has_below ? 1 : 0};
    addresses.push_back(here);
  }
  return addresses;
}

int line_of(const SourceText& source, Range slide) {
  const std::size_t first = source.text().find_first_not_of(" \t\n", slide.begin);
  return source.position(first < slide.end ? first : slide.begin).line;
}

Slide read_slide(const SourceText& source, Range range, const RE2& notes_mark,
                 const std::vector<Range>& fences, Report& report) {
  SlideSource parts = take_apart(source.text(), range, notes_mark, fences, report);
  Slide slide;
  slide.content = read_markdown(parts.content, parts.begin, report);
  if (plain_text(slide.content).size() > max_shown_text_bytes)
    report.add(parts.begin, "There is more text on this slide than can be shown; the rest of it is left out.",
               "Spread it over several slides, or put it into the notes.");
  slide.title = title_of(slide.content);
  slide.notes = std::move(parts.notes);
  slide.background = std::move(parts.background);
  slide.line = line_of(source, range);
  return slide;
}

std::optional<Error> refusal(std::string_view text) {
  if (text.size() > max_text_bytes) {
    return Error{"The deck's text is larger than " + std::to_string(max_text_bytes >> 20) + " MiB",
                 "Divide it into several decks, and keep pictures in files of their own"};
  }
  if (const auto invalid = find_invalid_utf8(text)) {
    const std::string before = with_unix_line_ends(text.substr(0, *invalid));
    const Position at = SourceText(before).position(before.size());
    return Error{"The deck is not UTF-8 text (line " + std::to_string(at.line) + ", column " +
                     std::to_string(at.column) + ")",
                 "Save the file as UTF-8"};
  }
  return std::nullopt;
}

}  // namespace

Result<ReadDeck> read_deck(std::string_view text) {
  if (auto error = refusal(text)) return *std::move(error);
  const SourceText source(with_unix_line_ends(text));
  Report report(source);
  FrontMatter front = read_front_matter(source, report);
  if (trimmed(std::string_view(source.text()).substr(front.body_begin)).empty()) {
    return Error{"The deck has no slides",
                 "Write Markdown below the front matter; a line --- separates slides"};
  }
  const std::vector<Range> fences = closed_fences(source.text(), front.body_begin);
  const std::vector<Piece> pieces = cut_into_slides(source.text(), front, fences, report);
  const std::vector<Address> addresses = addresses_of(pieces);
  const auto notes_mark = compile(readable_or(front.notes_separator, usual_notes_mark, report), "mi");

  ReadDeck read;
  read.deck.hash = hash_of(text);
  read.deck.settings = std::move(front.settings);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    read.deck.slides.push_back(read_slide(source, pieces[i].range, *notes_mark, fences, report));
    read.deck.slides.back().address = addresses[i];
  }
  if (read.deck.settings.title.empty()) read.deck.settings.title = read.deck.slides.front().title;
  read.diagnostics = report.take();
  return read;
}

}  // namespace lectern::deck
