#include "presenter/html/slide_html.h"

#include <algorithm>

#include "presenter/html/writing.h"

namespace lectern::html {
namespace {

bool is_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

}  // namespace

std::string language_of(const deck::Deck& deck) {
  const std::string& language = deck.settings.language;
  std::size_t part_size = 0;
  for (const char c : language + '-') {
    if (is_alphanumeric(c)) {
      if (++part_size > 8) return {};
    } else if (c != '-' || part_size == 0) {
      return {};
    } else {
      part_size = 0;
    }
  }
  return language.size() < 2 || language.size() > 35 ? std::string() : language;
}

std::string slide_html(const deck::Deck& deck, std::size_t slide_index, int step) {
  const deck::Slide& slide = deck.slides.at(slide_index);
  const Shown shown(slide.fragments, step);
  Writing writing(deck, shown, 2);
  const auto direction =
      slide.direction != deck::TextDirection::unsaid ? slide.direction : deck.settings.direction;
  const bool is_said = direction != deck::TextDirection::unsaid;
  const std::string language = language_of(deck);

  Markup& out = writing.out();
  const bool is_wrapped = is_said || !language.empty();
  if (is_wrapped) {
    out.raw("<div");
    if (!language.empty()) out.attribute("lang", language);
    if (is_said) out.attribute("dir", direction == deck::TextDirection::right_to_left ? "rtl" : "ltr");
    out.raw(">\n");
  }
  const std::size_t begin = out.size();
  writing.write(slide.content, {.has_direction = is_said});
  if (out.size() == begin) return {};
  if (is_wrapped) out.raw("</div>\n");
  return out.take();
}

std::string blocks_html(const deck::Deck& deck, const deck::Blocks& blocks, int heading_level) {
  const std::vector<deck::Fragment> no_fragments;
  const Shown all(no_fragments, 0);
  Writing writing(deck, all, heading_level);
  writing.write(blocks);
  return writing.out().take();
}

}  // namespace lectern::html
