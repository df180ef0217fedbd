// Puts runs, images and breaks together: equal styles joined, white space folded as a browser does.
#pragma once

#include <cstddef>
#include <string_view>

#include "common/deck/document.h"

namespace lectern::deck {

class InlineBuilder {
 public:
  /// Appends to the last run where the style is the same. Outside code, white space is folded to one space
  /// and there is none at a line's begin.
  void add_text(std::string_view text, const TextRun& style);
  void add_image(InlineImage);
  void add_break();

  bool empty() const { return inlines_.empty(); }
  /// What was put together, without white space at its end. Starts anew.
  Inlines take();

 private:
  void drop_trailing_space();
  bool ends_in_space() const;

  Inlines inlines_;
};

}  // namespace lectern::deck
