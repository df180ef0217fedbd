// Brings what is on a slide to fit its area: pictures become smaller first, then everything does as far as it
// can still be read; what is left over is cut.
#pragma once

#include "common/deck/deck.h"
#include "common/typeset/fonts.h"
#include "common/typeset/sheet.h"

namespace lectern::typeset {

/// A slide's content, set in an area 1/`fit` times as large as the design area and in its CSS pixels.
struct Fitted {
  Sheet sheet;
  double width = 0;  ///< of the area, or of what is wider and lies about its middle
  double height = 0;
  double fit = 1;  ///< what all of it is to be scaled by
  bool is_made_smaller = false;
  double wanted_width = 0;   ///< in CSS pixels of the design area, before anything was made smaller
  double wanted_bottom = 0;  ///< without the margin below it
  int cut_line_count = 0;    ///< lines of text that are left out
};

/// `least_fit`, up to 1: what the content is not scaled below, to be read.
Fitted fit_content(Fonts&, const deck::Slide&, const deck::Settings&, const Theme&, const PictureLookup&,
                   double least_fit);

}  // namespace lectern::typeset
