// How one run of text is set: its font, size, colours and place on the line.
#pragma once

#include <optional>
#include <vector>

#include "common/deck/document.h"
#include "common/typeset/block.h"

namespace lectern::typeset {

class RunStyle {
 public:
  /// `around` is the style of the text that the run stands in.
  RunStyle(const deck::TextRun&, const TextStyle& around, Setting&);

  /// For Pango, from the beginning to the end of everything; whoever asks owns them.
  std::vector<PangoAttribute*> attributes() const;

  /// The room that it wants on its line where that is not the line's own.
  std::optional<Extent> extent() const;

 private:
  bool has_own_font() const { return run_.code || pixels_ != around_.font.pixels; }
  std::optional<Color> own_color() const;
  double rise() const;

  const deck::TextRun& run_;
  const TextStyle& around_;
  Setting& setting_;
  double outer_pixels_;  ///< without what the baseline does
  double pixels_;
};

}  // namespace lectern::typeset
