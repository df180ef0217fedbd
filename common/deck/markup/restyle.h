// Changes how something looks that is already there: what a comment `.element` says comes after its element.
#pragma once

#include <cstddef>

#include "common/deck/document.h"
#include "common/deck/markup/css.h"
#include "common/deck/markup/fragment_book.h"

namespace lectern::deck {

struct Patch {
  Look look{};
  int fragment = 0;  ///< 0: it is none
};

/// Where something inside says otherwise, that stays. Takes what it does off `work_left` and stops at 0: a
/// part can be inside any number of others.
class Restyle {
 public:
  Restyle(const Patch& patch, FragmentBook& fragments, std::size_t& work_left)
      : patch_(patch), fragments_(fragments), work_left_(work_left) {}

  void apply(Inlines&, std::size_t begin, std::size_t end, double base_pixels);
  void apply(ListItem&);
  void apply(Block&);

 private:
  void take_part(int& fragment);
  bool work() { return work_left_ > 0 && work_left_-- > 0; }
  void color(TextRun&);
  void color(Inlines&);
  void color(Blocks&);

  const Patch& patch_;
  FragmentBook& fragments_;
  std::size_t& work_left_;
};

}  // namespace lectern::deck
