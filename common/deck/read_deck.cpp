#include <openssl/sha.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "common/deck/comments.h"
#include "common/deck/deck.h"
#include "common/deck/fences.h"
#include "common/deck/front_matter.h"
#include "common/deck/markup/markdown.h"
#include "common/deck/pattern.h"
#include "common/deck/report.h"
#include "common/deck/separators.h"
#include "common/deck/slide_source.h"
#include "common/text/encoding.h"
#include "common/text/repair.h"
#include "common/text/text.h"

namespace lectern::deck {
namespace {

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

/// "3" where it is alone in its column, else "3.1", "3.2"… `columns` says for each slide in which it stands.
void number(std::vector<Slide>& slides, const std::vector<int>& columns) {
  Address here{0, 0};
  for (std::size_t i = 0; i < slides.size(); ++i) {
    const bool goes_down = i > 0 && columns[i] == columns[i - 1];
    const bool has_below = i + 1 < slides.size() && columns[i + 1] == columns[i];
    here = goes_down ? Address{here.h, here.v + 1} : Address{here.h + 1, has_below ? 1 : 0};
    slides[i].address = here;
  }
}

int line_of(const SourceText& source, Range slide) {
  const std::size_t first = source.text().find_first_not_of(" \t\n", slide.begin);
  return source.position(first < slide.end ? first : slide.begin).line;
}

/// nullopt: its author has hidden it.
std::optional<Slide> read_slide(const SourceText& source, Range range, const RE2& notes_mark,
                                const std::vector<Range>& fences, Report& report) {
  SlideSource parts = take_apart(source.text(), range, notes_mark, fences, report);
  if (parts.attributes.is_hidden) return std::nullopt;
  Slide slide;
  Content content = read_markdown(parts.content, parts.begin, report);
  slide.content = std::move(content.blocks);
  slide.fragments = std::move(content.fragments);
  slide.step_count = content.step_count;
  slide.step_notes = std::move(content.step_notes);
  slide.title = title_of(slide.content);
  slide.notes = std::move(parts.attributes.notes);
  slide.background = std::move(parts.attributes.background);
  slide.turn = parts.attributes.turn;
  slide.id = std::move(parts.attributes.id);
  slide.direction = parts.attributes.direction;
  slide.is_counted = parts.attributes.is_counted;
  slide.timing = parts.attributes.timing;
  slide.autoslide = parts.attributes.autoslide;
  slide.line = line_of(source, range);
  const auto text = std::string_view(source.text()).substr(range.begin, range.end - range.begin);
  slide.fingerprint = std::hash<std::string_view>{}(trimmed(text));
  return slide;
}

/// One remark for each kind of broken text, at its first place.
void remark_on_repairs(std::string_view broken, const std::vector<Repair>& repairs, Report& report) {
  struct Kind {
    std::size_t first = 0;  // in the repaired text
    int count = 0;
    const Repair* repair = nullptr;
  };
  std::map<std::string_view, Kind> kinds;
  std::size_t added = 0, removed = 0;
  for (const Repair& repair : repairs) {
    Kind& kind = kinds[broken.substr(repair.range.begin, repair.range.end - repair.range.begin)];
    if (kind.count++ == 0) kind = {repair.range.begin + added - removed, 1, &repair};
    added += repair.text.size();
    removed += repair.range.end - repair.range.begin;
  }
  for (const auto& [text, kind] : kinds) {
    const std::string times = kind.count == 1 ? "" : " (" + std::to_string(kind.count) + " times)";
    report.add(Code::text_repaired, kind.first,
               in_quotes(text) + times + " is shown as " + in_quotes(kind.repair->text) + ".",
               "This text was once opened as " + std::string(to_string(kind.repair->through)) +
                   " and saved again. Correct it in the file, or let “check --fix” do it.");
  }
}

std::string mebibytes(std::size_t bytes) {
  return std::to_string(bytes >> 20) + " MiB";
}

/// A deck's bytes as the text that everything else speaks of.
struct Text {
  SourceText source;
  Encoding encoding = Encoding::utf8;
  std::string broken;  ///< before it was repaired
  std::vector<Repair> repairs;
  bool is_whole = true;  ///< not cut off at max_text_bytes
};

Result<Text> text_of(std::string_view bytes) {
  if (bytes.size() > max_file_bytes) {
    return Error{"The deck's file is larger than " + mebibytes(max_file_bytes),
                 "Divide it into several decks, and keep pictures in files of their own"};
  }
  const auto decoded = decode(bytes);
  if (!decoded) return decoded.error();
  const std::string_view read = first_lines(decoded->text, max_text_bytes);
  std::string broken = with_unix_line_ends(read);
  std::vector<Repair> repairs = find_broken_text(broken);
  // Once more, because a byte order mark can have been broken too.
  SourceText source(repairs.empty() ? broken : with_unix_line_ends(with_repairs(broken, repairs)));
  return Text{std::move(source), decoded->encoding, std::move(broken), std::move(repairs),
              read.size() == decoded->text.size()};
}

/// What the author has set: the command line over the front matter over the file next to the deck.
FrontMatter settings_of(const SourceText& source, const Beside& beside, std::vector<Diagnostic>& of_config,
                        Report& report) {
  FrontMatter front;
  if (!beside.reveal_md_json.empty()) {
    const SourceText config(with_unix_line_ends(beside.reveal_md_json));
    Report remarks(config);
    read_config(config, front, remarks);
    of_config = remarks.take();
    for (Diagnostic& diagnostic : of_config) diagnostic.file = config_file_name;
  }
  read_front_matter(source, front, report);
  const auto take = [&](const std::optional<std::string>& given, std::string& pattern) {
    if (!given) return;
    if (auto readable = readable_pattern(*given, 0, report); !readable.empty()) pattern = std::move(readable);
  };
  take(beside.separator, front.separators.horizontal);
  take(beside.vertical_separator, front.separators.vertical);
  take(beside.notes_separator, front.notes_mark);
  return front;
}

}  // namespace

DeckHash hash_of(std::string_view bytes) {
  constexpr std::size_t hash_bytes = 16;
  constexpr const char* digits = "0123456789abcdef";
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest.data());
  DeckHash hash;
  for (std::size_t i = 0; i < hash_bytes; ++i) {
    hash += digits[digest[i] >> 4];
    hash += digits[digest[i] & 0xF];
  }
  return hash;
}

Result<ReadDeck> read_deck(std::string_view bytes, const Beside& beside) {
  const auto text = text_of(bytes);
  if (!text) return text.error();
  const SourceText& source = text->source;
  Report report(source);
  if (text->encoding == Encoding::windows_1252 || text->encoding == Encoding::utf16_le ||
      text->encoding == Encoding::utf16_be)
    report.add(Code::encoding_converted, 0,
               "The deck is saved as " + std::string(to_string(text->encoding)) + ".",
               "Save it as UTF-8, or let “check --fix” do it.");
  if (!text->is_whole)
    report.add(Code::deck_too_long, source.text().size(),
               "The deck's text is longer than " + mebibytes(max_text_bytes) + "; the rest is left out.",
               "Divide the deck into several files.");
  remark_on_repairs(text->broken, text->repairs, report);

  ReadDeck read;
  FrontMatter front = settings_of(source, beside, read.diagnostics, report);
  if (trimmed(std::string_view(source.text()).substr(front.body_begin)).empty()) {
    return Error{"The deck has no slides",
                 "Write Markdown below the front matter; a line --- separates slides"};
  }
  const auto notes_mark = compile(front.notes_mark, "mi");
  const std::vector<Range> fences = closed_fences(source.text(), front.body_begin);
  const std::vector<Range> comments = closed_comments(source.text(), front.body_begin, fences);
  const std::vector<Piece> pieces = cut_into_slides(source.text(), front.body_begin, front.separators, fences,
                                                    comments, *notes_mark, report);

  read.deck.hash = hash_of(bytes);
  read.deck.settings = std::move(front.settings);
  std::vector<int> columns;
  int column = 0;
  for (const Piece& piece : pieces) {
    column += piece.direction == Direction::right;
    if (auto slide = read_slide(source, piece.range, *notes_mark, fences, report)) {
      read.deck.slides.push_back(*std::move(slide));
      columns.push_back(column);
    }
  }
  if (read.deck.slides.empty())
    return Error{"Every slide of the deck is hidden",
                 "Take data-visibility=\"hidden\" off at least one slide"};
  number(read.deck.slides, columns);
  if (read.deck.settings.title.empty()) read.deck.settings.title = read.deck.slides.front().title;
  std::ranges::move(report.take(), std::back_inserter(read.diagnostics));
  read.text = source.text();
  return read;
}

}  // namespace lectern::deck
