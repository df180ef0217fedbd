// What was really set, for whoever measures a slide: fonts, sizes, colours and missing characters.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/typeset/theme.h"

namespace lectern::typeset {

/// A stretch of one line in one font and one colour.
struct Letters {
  std::string text;
  double x = 0, y = 0, width = 0, height = 0;  ///< of the ink, in pixels of the display
  double font_pixels = 0;                      ///< of the display
  bool is_bold = false;
  bool is_colorful = false;  ///< glyphs with colours of their own: emoji
  Color color;
  std::optional<Color> ground;    ///< drawn right behind these letters, as a text marker does
  std::vector<char32_t> missing;  ///< characters that no font has
};

struct Sheet;

/// In the design area, as everything on a sheet is; without what stands for a picture that is missing.
std::vector<Letters> letters_of(const Sheet&, const Theme&);

}  // namespace lectern::typeset
