#include <charconv>
#include <string_view>

#include "common/deck/deck.h"

namespace lectern::deck {
namespace {

/// A whole number from 1, written in digits only and without leading zeros.
std::optional<int> parse_ordinal(std::string_view text) {
  if (text.empty() || text.front() < '1' || text.front() > '9') return std::nullopt;
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

std::string to_string(Address address) {
  std::string text = std::to_string(address.h);
  if (address.v != 0) text += "." + std::to_string(address.v);
  return text;
}

std::optional<Address> parse_address(std::string_view text) {
  const std::size_t point = text.find('.');
  const std::optional<int> h = parse_ordinal(text.substr(0, point));
  if (!h) return std::nullopt;
  if (point == std::string_view::npos) return Address{*h, 0};
  const std::optional<int> v = parse_ordinal(text.substr(point + 1));
  if (!v) return std::nullopt;
  return Address{*h, *v};
}

std::optional<std::size_t> find_slide(const Deck& deck, Address wanted) {
  for (std::size_t i = 0; i < deck.slides.size(); ++i) {
    const Address here = deck.slides[i].address;
    // "3" and "3.1" both name the head of column 3, whether or not it is a stack.
    const bool both_first = here.v <= 1 && wanted.v <= 1;
    if (here.h == wanted.h && (here.v == wanted.v || both_first)) return i;
  }
  return std::nullopt;
}

}  // namespace lectern::deck
