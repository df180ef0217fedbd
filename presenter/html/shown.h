// What of a slide is there at one of its steps.
#pragma once

#include <vector>

#include "common/deck/document.h"

namespace lectern::html {

class Shown {
 public:
  Shown(const std::vector<deck::Fragment>& fragments, int step) : fragments_(fragments), step_(step) {}

  /// Half there is there.
  bool is_there(int fragment) const;
  bool is_struck(int fragment) const;

  /// Whether something in these lines is there to be read: a picture with words, or more than spaces.
  bool has_words(const deck::Inlines&) const;

 private:
  const deck::Fragment* find(int number) const;

  const std::vector<deck::Fragment>& fragments_;
  const int step_;
};

/// Nothing but spaces, whatever their width.
bool is_blank(std::string_view utf8);

}  // namespace lectern::html
