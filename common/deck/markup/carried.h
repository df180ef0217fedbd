// Formatting that its author forgot to close. It goes on in the blocks that follow, as in browsers (HTML
// §13.2.4.3, active formatting elements).
#pragma once

#include <string_view>

#include "common/deck/markup/style.h"

namespace lectern::deck {

/// Whether an element goes on where the block around it has ended. Links could as well; here they do not.
bool is_formatting(std::string_view lower_case_name);

/// An element whose block has ended without it.
struct Carried {
  std::string_view name;  ///< lives as long as the program
  Style outer;
  Style inside;
};

/// Does to `style` what the element did to the style around it.
void carry_into(Style& style, const Carried&);

}  // namespace lectern::deck
