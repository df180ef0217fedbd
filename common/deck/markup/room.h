// How much more there is room for on a slide; what is over it is left out.
#pragma once

#include <algorithm>
#include <cstddef>
#include <limits>
#include <string_view>

namespace lectern::deck {

class Room {
 public:
  /// `shown` bytes of text, in which every block, item, cell, run and picture counts as eight, and half as
  /// many elements; `addresses` bytes of links, which every run of a link repeats.
  Room(std::size_t shown, std::size_t addresses)
      : shown_left_(shown),
        elements_left_(shown == no_limit ? no_limit : shown / 2),
        addresses_left_(addresses) {}
  static constexpr std::size_t no_limit = std::numeric_limits<std::size_t>::max();

  bool take_piece() { return take(shown_left_, piece_bytes) || full(); }
  /// As much of `text` as there is room for, in whole characters.
  std::string_view take_text(std::string_view text) {
    if (take(shown_left_, text.size())) return text;
    std::size_t size = shown_left_;
    while (size > 0 && (text[size] & 0xC0) == 0x80) --size;
    full();
    return text.substr(0, size);
  }
  bool take_element() { return take(elements_left_, 1) || full(); }
  bool take_address(std::size_t size) {
    const bool fits = take(addresses_left_, size);
    addresses_are_full_ |= !fits;
    return fits;
  }

  bool is_full() const { return is_full_; }
  bool addresses_are_full() const { return addresses_are_full_; }

 private:
  static constexpr std::size_t piece_bytes = 8;
  static bool take(std::size_t& left, std::size_t size) {
    if (left == no_limit) return true;
    if (size > left) return false;
    left -= size;
    return true;
  }
  bool full() {
    is_full_ = true;
    shown_left_ = 0;
    return false;
  }

  std::size_t shown_left_;
  std::size_t elements_left_;
  std::size_t addresses_left_;
  bool is_full_ = false;
  bool addresses_are_full_ = false;
};

}  // namespace lectern::deck
