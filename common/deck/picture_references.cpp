#include <algorithm>
#include <functional>
#include <set>
#include <string_view>
#include <utility>

#include "common/deck/deck.h"
#include "common/deck/text.h"

namespace lectern::deck {
namespace {

using Take = std::function<void(const std::string& source)>;

void visit_pictures(const Inlines& inlines, const Take& take) {
  for (const Inline& part : inlines) {
    if (const auto* image = std::get_if<InlineImage>(&part)) take(image->source);
  }
}

void visit_pictures(const Blocks& blocks, const Take& take);

struct Visitor {
  const Take& take;

  void operator()(const Heading& heading) const { visit_pictures(heading.content, take); }
  void operator()(const Paragraph& paragraph) const { visit_pictures(paragraph.content, take); }
  void operator()(const Plain& plain) const { visit_pictures(plain.content, take); }
  void operator()(const Quote& quote) const { visit_pictures(quote.blocks, take); }
  void operator()(const CodeBlock&) const {}
  void operator()(const Rule&) const {}
  void operator()(const List& list) const {
    for (const ListItem& item : list.items) visit_pictures(item.blocks, take);
  }
  void operator()(const Table& table) const {
    for (const Inlines& cell : table.header) visit_pictures(cell, take);
    for (const Table::Row& row : table.body) {
      for (const Inlines& cell : row) visit_pictures(cell, take);
    }
  }
};

// A name that is not found costs a search through its slide, so both are bounded.
constexpr std::size_t searched_bytes = 256 * 1024;  // of each slide
constexpr int max_misses = 100;                     // in one deck

void visit_pictures(const Blocks& blocks, const Take& take) {
  for (const Block& block : blocks) std::visit(Visitor{take}, block.content);
}

}  // namespace

std::vector<PictureReference> picture_references(const Deck& deck, std::string_view text) {
  const SourceText source(with_unix_line_ends(text));
  std::vector<PictureReference> references;
  std::set<std::string> seen;
  int misses_left = max_misses;
  for (const Slide& slide : deck.slides) {
    const std::size_t begin = source.line_begin(static_cast<std::size_t>(slide.line));
    const std::size_t next = static_cast<std::size_t>(&slide - deck.slides.data()) + 1;
    const std::size_t end = next == deck.slides.size()
                                ? source.text().size()
                                : source.line_begin(static_cast<std::size_t>(deck.slides[next].line));
    // Pictures in the text come in its order, so each search goes on where the last one ended. What is
    // written in another way than it reads (an escape, a definition further down) is said to be at its
    // slide's first line.
    std::size_t from = begin;
    const auto take = [&](const std::string& name) {
      if (name.empty() || !seen.insert(name).second) return;
      const auto within = std::string_view(source.text()).substr(0, std::min(end, begin + searched_bytes));
      const std::size_t at = misses_left > 0 ? within.find(name, from) : std::string_view::npos;
      misses_left -= at == std::string_view::npos;
      const Position place = source.position(at == std::string_view::npos ? begin : at);
      if (at != std::string_view::npos) from = at + name.size();
      references.push_back({name, place.line, place.column});
    };
    for (const std::string& image : slide.background.images) take(image);
    from = begin;
    visit_pictures(slide.content, take);
  }
  return references;
}

}  // namespace lectern::deck
