#include "presenter/check/link_targets.h"

#include <algorithm>
#include <iterator>

#include "common/text/small_letters.h"
#include "common/text/text.h"

namespace lectern::check {
namespace {

/// As marked 4 makes an id of a heading: in small letters, without punctuation, with a dash for each space.
std::string slug(const deck::Heading& heading) {
  constexpr std::string_view dropped = "\\'!\"#$%&()*+,./:;<=>?@[]^`{|}~";
  const std::string small = small_letters(deck::plain_text(heading.content, deck::Alternatives::include));
  std::string id;
  for (std::string_view rest = small; !rest.empty();) {
    const char32_t c = take_code_point(rest);
    const bool is_ascii_dropped = c < 0x80 && dropped.find(static_cast<char>(c)) != std::string_view::npos;
    const bool is_dropped = is_ascii_dropped || (c >= 0x2000 && c <= 0x206F) || (c >= 0x2E00 && c <= 0x2E7F);
    if (!is_dropped) append_code_point(id, c == ' ' || c == 0xA0 ? U'-' : c);
  }
  return id;
}

/// A slide's blocks; of one that is too long to be shown whole what its lines would be one by one.
deck::Blocks blocks_of(const deck::Slide& slide, std::string_view text) {
  if (text.size() <= deck::max_shown_text_bytes) return slide.content;
  deck::Blocks headings;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (text[begin] == '#')
      std::ranges::move(deck::read_markdown(text.substr(begin, end - begin)), std::back_inserter(headings));
    begin = end + 1;
  }
  return headings;
}

/// marked begins anew on each slide; an id that is taken there gets a number.
void add_headings(const deck::Blocks& blocks, LinkTargets& targets) {
  LinkTargets taken;
  for (const deck::Block& block : blocks) {
    const auto* heading = std::get_if<deck::Heading>(&block.content);
    if (!heading) continue;
    const std::string first = slug(*heading);
    std::string id = first;
    for (int number = 1; !taken.insert(id).second; ++number) id = first + "-" + std::to_string(number);
  }
  targets.merge(taken);
}

void add_html_ids(std::string_view text, LinkTargets& targets) {
  constexpr std::string_view mark = "id=";
  for (std::size_t at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + 1)) {
    if (at == 0 || !is_space(text[at - 1])) continue;
    const std::size_t value = at + mark.size();
    const char quote = value < text.size() && (text[value] == '"' || text[value] == '\'') ? text[value] : 0;
    const std::size_t begin = value + (quote != 0);
    const std::size_t end =
        quote ? text.find_first_of(std::string{quote, '\n'}, begin) : text.find_first_of(" \t\n>", begin);
    if (end != std::string_view::npos) targets.emplace(text.substr(begin, end - begin));
  }
}

}  // namespace

LinkTargets link_targets(const deck::Deck& deck, const Source& source) {
  LinkTargets targets;
  for (std::size_t i = 0; i < deck.slides.size(); ++i) {
    if (!deck.slides[i].id.empty()) targets.insert(deck.slides[i].id);
    add_headings(blocks_of(deck.slides[i], source.slide_text(i)), targets);
  }
  add_html_ids(source.text(), targets);
  return targets;
}

}  // namespace lectern::check
