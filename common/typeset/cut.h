// What is too long for its area, cut where nothing is cut through.
#pragma once

#include "common/typeset/sheet.h"

namespace lectern::typeset {

struct Cut {
  double height = 0;   ///< of what is left
  int line_count = 0;  ///< lines of text that are gone
};

/// Takes away what lies below the lowest of the sheet's breaks that is above `bottom`.
Cut cut_off(Sheet&, double bottom);

}  // namespace lectern::typeset
