// What a layout holds.
#pragma once

#include <vector>

#include "common/deck/document.h"
#include "common/typeset/sheet.h"
#include "common/typeset/typesetter.h"

namespace lectern::typeset {

/// From the design area's CSS pixels to the display's.
struct Transformation {
  double scale = 1;
  double fit = 1;  // part of the scale
  double x = 0, y = 0;
};

struct Layout::Content {
  Sheet sheet;
  Transformation transformation;
  std::vector<deck::Fragment> fragments;
  int step_count = 0;
  bool overflows = false;
  int cut_line_count = 0;
};

}  // namespace lectern::typeset
