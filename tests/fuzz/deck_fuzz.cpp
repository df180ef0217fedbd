// Any bytes at all as a deck: never a crash, never out of bounds, and what comes back keeps deck.h's
// promises.
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <variant>
#include <vector>

#include "common/deck/deck.h"

namespace {

void require(bool promise) {
  if (!promise) std::abort();
}

/// Whether one comes out of a fragment by going outwards.
bool has_outermost(const std::vector<lectern::deck::Fragment>& fragments, std::size_t index) {
  for (std::size_t steps = 0; steps <= fragments.size(); ++steps) {
    const int outer = fragments[index].outer;
    if (outer == 0) return true;
    if (outer < 0 || static_cast<std::size_t>(outer) > fragments.size()) return false;
    index = static_cast<std::size_t>(outer) - 1;
  }
  return false;
}

/// Rows of as many places as there are columns, and cells that lie over them without touching each other.
void require_whole(const lectern::deck::Table& table) {
  std::vector<std::vector<bool>> taken;
  for (const auto* rows : {&table.header, &table.body})
    for (const auto& row : *rows) {
      require(row.size() == table.columns.size());
      taken.emplace_back(row.size());
    }
  for (const lectern::deck::Span& span : table.spans)
    for (std::size_t row = span.row; row < span.row + span.row_count; ++row)
      for (std::size_t column = span.column; column < span.column + span.column_count; ++column) {
        require(row < taken.size() && column < table.columns.size() && !taken[row][column]);
        taken[row][column] = true;
      }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace lectern::deck;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto read = read_deck(text);
  if (!read) {
    require(!read.error().message.empty());
    return 0;
  }
  const Deck& deck = read->deck;
  require(!deck.slides.empty() && deck.slides.size() <= max_slides && deck.hash.size() == 32);
  for (std::size_t i = 0; i < deck.slides.size(); ++i) {
    const Slide& slide = deck.slides[i];
    require(find_slide(deck, slide.address) == i && parse_address(to_string(slide.address)) == slide.address);
    require(slide.background.image_opacity >= 0 && slide.background.image_opacity <= 1);
    for (std::size_t f = 0; f < slide.fragments.size(); ++f) require(has_outermost(slide.fragments, f));
    for (const Block& block : slide.content)
      if (const auto* table = std::get_if<Table>(&block.content)) require_whole(*table);
    plain_text(slide.content, Alternatives::include);
    plain_text(read_markdown(slide.notes));
  }
  for (const Diagnostic& d : read->diagnostics) {
    require(d.line >= 1 && d.column >= 1 && !d.message.empty() && !d.remedy.empty());
  }
  for (const PictureReference& picture : picture_references(deck, text)) require(!picture.source.empty());
  return 0;
}
