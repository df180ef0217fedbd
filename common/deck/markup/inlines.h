// Puts runs, images and breaks together: equal styles joined, white space folded as a browser does.
#pragma once

#include <cstddef>
#include <string_view>

#include "common/deck/document.h"
#include "common/deck/markup/room.h"
#include "common/deck/markup/style.h"

namespace lectern::deck {

class InlineBuilder {
 public:
  explicit InlineBuilder(Room& room) : room_(room) {}

  /// Appends to the last run where the style is the same and no border is between. Outside code, white space
  /// is folded to one space and there is none at a line's begin. `base_pixels` is the size of the text that
  /// the run stands in.
  void add_text(std::string_view text, const Style& style, double base_pixels);
  void add_image(InlineImage);
  void add_break();

  /// What comes next is a piece of its own, for as long as nothing was taken.
  void border() { border_ = true; }
  std::size_t size() const { return inlines_.size(); }
  Inlines& pieces() { return inlines_; }

  bool empty() const { return inlines_.empty(); }
  /// What was put together, without white space at its end. Starts anew.
  Inlines take();

 private:
  bool begin_run(const Style& style, double base_pixels);
  void drop_trailing_space();
  bool ends_in_space() const;

  Room& room_;
  Inlines inlines_;
  Style style_;  // of the last run
  double base_pixels_ = 0;
  bool border_ = false;
};

}  // namespace lectern::deck
