#include "presenter/check/fix.h"

#include <algorithm>
#include <set>
#include <utility>

#include "common/text/encoding.h"
#include "common/text/repair.h"
#include "presenter/check/edits.h"
#include "presenter/check/note_mark.h"
#include "presenter/check/picture_names.h"
#include "presenter/check/rename_pictures.h"

namespace lectern::check {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view note_mark = "Note:";

std::string counted(std::size_t count, const std::string& one, const std::string& several) {
  return std::to_string(count) + " " + (count == 1 ? one : several);
}

/// Broken text is found by the characters around it, so what was put right may bring more of it to light.
void repair_text(FixedText& fixed) {
  constexpr int most_rounds = 4;
  std::size_t count = 0;
  for (int round = 0; round < most_rounds; ++round) {
    const std::vector<Repair> repairs = find_broken_text(fixed.bytes);
    if (repairs.empty()) break;
    count += repairs.size();
    fixed.bytes = with_repairs(fixed.bytes, repairs);
  }
  if (count > 0) fixed.done.push_back("put " + counted(count, "place", "places") + " of broken text right");
}

/// As a deck may begin a name without meaning anything else by it.
std::string opening_of(std::string_view written) {
  if (written.starts_with("./") || written.starts_with(".\\")) return "./";
  return written.starts_with('/') ? "/" : "";
}

void call_pictures_right(FixedText& fixed, const deck::ReadDeck& read,
                         const std::filesystem::path& deck_folder) {
  NewNames names;
  images::PictureFinder finder(deck_folder);
  for (const deck::PictureReference& picture : deck::picture_references(read.deck, read.text))
    if (const auto real = real_name(finder, picture.source))
      names.emplace(picture.source, opening_of(picture.source) + *real);
  if (names.empty()) return;
  std::vector<Edit> edits = rename_pictures(fixed.bytes, names);
  std::set<std::string> done;
  for (const Edit& edit : edits) {
    const std::string old = fixed.bytes.substr(edit.range.begin, edit.range.end - edit.range.begin);
    if (done.insert(old).second) fixed.done.push_back("wrote " + edit.text + " for " + old);
  }
  fixed.bytes = with_edits(fixed.bytes, std::move(edits));
}

/// The lines of notes that are shown and were certainly meant as notes.
std::vector<std::pair<int, NoteMark>> certain_marks(const deck::ReadDeck& read) {
  std::vector<std::pair<int, NoteMark>> marks;
  const Source source(read.deck, read.text);
  for (std::size_t i = 0; i < read.deck.slides.size(); ++i)
    if (const auto note = find_shown_note(source, read.deck, i); note && note->mark.is_certain)
      marks.emplace_back(source.position(note->offset).line, note->mark);
  return marks;
}

/// Undone as a whole where the deck does not read its notes that way: a notesSeparator of its own.
void mark_notes(FixedText& fixed, const deck::ReadDeck& read, const deck::Beside& beside) {
  const auto marks = certain_marks(read);
  if (marks.empty()) return;
  const std::vector<std::size_t> begins = line_begins(fixed.bytes);
  std::vector<Edit> edits;
  for (const auto& [line, mark] : marks) {
    const std::size_t begin = begins[static_cast<std::size_t>(line) - 1];
    edits.push_back({{begin + mark.begin, begin + mark.end}, std::string(note_mark)});
  }
  std::string marked = with_edits(fixed.bytes, std::move(edits));
  const auto again = deck::read_deck(marked, beside);
  if (!again || again->deck.slides.size() != read.deck.slides.size()) return;
  const Source source(again->deck, again->text);
  for (const auto& [line, mark] : marks) {
    const auto slide = source.slide_at(line);
    const auto shown = slide ? find_shown_note(source, again->deck, *slide) : std::nullopt;
    if (shown && source.position(shown->offset).line == line) return;
  }
  fixed.bytes = std::move(marked);
  fixed.done.push_back("marked the notes of " + counted(marks.size(), "slide", "slides") + " with Note:");
}

}  // namespace

Result<FixedText> fix(std::string_view bytes, const deck::Beside& beside,
                      const std::filesystem::path& deck_folder) {
  auto decoded = decode(bytes);
  if (!decoded) return decoded.error();
  FixedText fixed{std::move(decoded->text), {}};
  const Encoding encoding = decoded->encoding;
  if (encoding != Encoding::utf8 && encoding != Encoding::utf8_with_bom)
    fixed.done.push_back("saved it as UTF-8 instead of " + std::string(to_string(encoding)));
  repair_text(fixed);
  const auto read = deck::read_deck(fixed.bytes, beside);
  if (!read) return read.error();
  call_pictures_right(fixed, *read, deck_folder);
  mark_notes(fixed, *read, beside);
  if (encoding == Encoding::utf8_with_bom) fixed.bytes.insert(0, byte_order_mark);
  return fixed;
}

}  // namespace lectern::check
