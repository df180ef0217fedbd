#include "presenter/check/source.h"

#include <algorithm>

namespace lectern::check {

std::size_t Source::begin_of(std::size_t slide_index) const {
  if (slide_index >= deck_.slides.size()) return text().size();
  return text_.line_begin(static_cast<std::size_t>(std::max(deck_.slides[slide_index].line, 1)));
}

std::string_view Source::slide_text(std::size_t slide_index) const {
  const std::size_t begin = begin_of(slide_index), end = begin_of(slide_index + 1);
  return text().substr(begin, std::max(begin, end) - begin);
}

std::string_view Source::line(int number) const {
  if (number < 1) return {};
  const std::string_view rest = text().substr(text_.line_begin(static_cast<std::size_t>(number)));
  return rest.substr(0, rest.find('\n'));
}

Position Source::find(std::size_t slide_index, std::string_view words) const {
  const std::string_view slide = slide_text(slide_index);
  const auto first_word = [](std::string_view text) { return text.substr(0, text.find(' ')); };
  const std::string_view title = deck_.slides[slide_index].title;
  for (const std::string_view wanted : {words, first_word(words), title, first_word(title)}) {
    const std::size_t at = wanted.empty() ? std::string_view::npos : slide.find(wanted);
    if (at != std::string_view::npos) return position(begin_of(slide_index) + at);
  }
  const std::size_t ink = slide.find_first_not_of(" \t\n");
  return position(begin_of(slide_index) + (ink == std::string_view::npos ? 0 : ink));
}

std::optional<std::size_t> Source::slide_at(int line) const {
  const auto after = std::ranges::upper_bound(deck_.slides, line, {}, &deck::Slide::line);
  if (after == deck_.slides.begin()) return std::nullopt;
  return static_cast<std::size_t>(after - deck_.slides.begin()) - 1;
}

}  // namespace lectern::check
