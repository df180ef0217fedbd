// The number in the corner of a slide.
#pragma once

#include <string_view>

#include "common/typeset/fonts.h"

namespace lectern::typeset {

/// On a display of `size`, as reveal.js has it: white on a shade, whatever is behind it.
void draw_slide_number(cairo_t*, const Fonts&, std::string_view number, PixelSize size);

}  // namespace lectern::typeset
