// Where the links of a sheet can be clicked.
#pragma once

#include <string>
#include <vector>

#include "common/typeset/sheet.h"

namespace lectern::typeset {

struct LinkArea {
  std::string href;
  Rect rect;  ///< in the design area
};

/// A link that goes over several lines has an area on each.
std::vector<LinkArea> link_areas(const Sheet&);

}  // namespace lectern::typeset
