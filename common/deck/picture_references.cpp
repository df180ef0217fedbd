#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "common/deck/deck.h"
#include "common/deck/each_inline.h"
#include "common/text/text.h"

namespace lectern::deck {
namespace {

// A name that is not found costs a search through its slide, so both are bounded.
constexpr std::size_t searched_bytes = 256 * 1024;  // of each slide
constexpr int max_misses = 100;                     // in one deck

std::string with_escaped_spaces(std::string_view name) {
  std::string escaped;
  for (const char c : name) escaped += c == ' ' ? std::string("%20") : std::string(1, c);
  return escaped;
}

}  // namespace

std::vector<PictureReference> picture_references(const Deck& deck, std::string_view text) {
  const SourceText source(with_unix_line_ends(text));
  std::vector<PictureReference> references;
  std::set<std::string> seen;
  int misses_left = max_misses;
  // Pictures in the text come in its order, so each search goes on where the last one ended. What is written
  // in another way than it reads (an escape, a definition further down) is said to be at its slide's first
  // line.
  std::size_t begin = 0, end = 0, from = 0;
  const auto find = [&](std::string_view within, const std::string& name) {
    const std::size_t at = within.find(name, from);
    return at != std::string_view::npos ? at : within.find(with_escaped_spaces(name), from);
  };
  const auto take = [&](const std::string& name) {
    if (name.empty() || !seen.insert(name).second) return;
    const auto within = std::string_view(source.text()).substr(0, std::min(end, begin + searched_bytes));
    const std::size_t at = misses_left > 0 ? find(within, name) : std::string_view::npos;
    misses_left -= at == std::string_view::npos;
    const Position place = source.position(at == std::string_view::npos ? begin : at);
    if (at != std::string_view::npos) from = at + name.size();
    references.push_back({name, place.line, place.column});
  };
  const auto begin_of = [&](std::size_t slide_index) {
    if (slide_index == deck.slides.size()) return source.text().size();
    return source.line_begin(static_cast<std::size_t>(deck.slides[slide_index].line));
  };
  end = begin_of(0);
  take(deck.settings.logo);
  for (std::size_t i = 0; i < deck.slides.size(); ++i) {
    begin = from = begin_of(i);
    end = begin_of(i + 1);
    for (const std::string& image : deck.slides[i].background.images) take(image);
    from = begin;
    for_each_part<InlineImage>(deck.slides[i].content, [&](const InlineImage& image) { take(image.source); });
  }
  return references;
}

std::vector<std::string> picture_names(const Deck& deck) {
  std::vector<std::string> names;
  std::set<std::string_view> seen;
  const auto take = [&](const std::string& name) {
    if (!name.empty() && seen.insert(name).second) names.push_back(name);
  };
  take(deck.settings.logo);
  for (const Slide& slide : deck.slides) {
    for (const std::string& image : slide.background.images) take(image);
    for_each_part<InlineImage>(slide.content, [&](const InlineImage& image) { take(image.source); });
  }
  return names;
}

}  // namespace lectern::deck
