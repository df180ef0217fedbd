// An even veil over a picture behind text, so that the text can be read.
#pragma once

#include <functional>
#include <vector>

#include "common/base/pixmap.h"
#include "common/typeset/letters.h"

namespace lectern::stage {

/// Text on a display, and what else is drawn behind it.
struct TextBehind {
  const std::vector<typeset::Letters>& letters;
  double css_pixel = 1;  ///< so many pixels of the display is one of CSS before anything was made smaller
  std::function<void(Pixmap&)> draw_ground;  ///< over a background, as large as that
};

/// How much of `color` `background` must be covered with, 0 to 1, for all text to have the contrast that
/// WCAG's AA asks for. Text that would lack it on that colour alone does not count. `scale`: of the
/// background to the display.
double veil_needed(const Pixmap& background, double scale, const TextBehind&, const typeset::Color& color);

/// Covers it with so much of an opaque `color`.
void draw_veil(Pixmap&, const typeset::Color& color, double opacity);

}  // namespace lectern::stage
