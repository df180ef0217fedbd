#include <algorithm>
#include <charconv>

#include "common/deck/deck.h"
#include "common/text/text.h"

namespace lectern::deck {
namespace {

/// The number that a part of a link is; nullopt: it is none.
std::optional<int> number(std::string_view part) {
  int value = 0;
  const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), value);
  if (error != std::errc{} || end != part.data() + part.size() || value < 0) return std::nullopt;
  return value;
}

std::optional<std::size_t> find(const std::vector<Slide>& slides, auto is_it) {
  const auto found = std::ranges::find_if(slides, is_it);
  if (found == slides.end()) return std::nullopt;
  return static_cast<std::size_t>(found - slides.begin());
}

}  // namespace

std::optional<std::size_t> linked_slide(const Deck& deck, std::string_view href) {
  if (!href.starts_with('#')) return std::nullopt;
  const std::string_view target = href.substr(href.starts_with("#/") ? 2 : 1);
  if (target.empty()) return 0;
  const std::string_view first = target.substr(0, target.find('/'));
  const std::string_view rest = target.substr(std::min(first.size() + 1, target.size()));
  const auto h = number(first);
  if (!h) {
    const std::string id = file_name_of(first);
    return find(deck.slides, [&](const Slide& slide) { return !slide.id.empty() && slide.id == id; });
  }
  const std::string_view second = rest.substr(0, rest.find('/'));
  const auto v = second.empty() ? 0 : number(second);
  if (!v) return std::nullopt;
  // Compared from 0: one more could be too much for an int.
  return find(deck.slides, [&](const Slide& slide) {
    return slide.address.h - 1 == *h && std::max(slide.address.v, 1) - 1 == *v;
  });
}

}  // namespace lectern::deck
