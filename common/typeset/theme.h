// How a deck looks: sizes in CSS pixels of the design area or in em of the text they belong to.
#pragma once

#include <array>
#include <string>

namespace lectern::typeset {

/// Straight (not premultiplied) colour, each part 0 to 1.
struct Color {
  double red = 0, green = 0, blue = 0, alpha = 1;
};

struct Theme {
  Color background;
  Color text;
  Color heading;
  Color link;
  Color code;
  Color code_ground;
  Color quote_ground;
  std::string text_family;  ///< a font list, first found wins; never an emoji font (its digits would win)
  std::string heading_family;
  std::string code_family;
  double text_pixels = 40;
  double line_height = 1.3;  ///< times the font size
  double heading_line_height = 1.2;
  double heading_letter_spacing_em = 0;
  std::array<double, 6> heading_em{};
  double code_em = 0.55;  ///< of code blocks
  double code_line_height = 1.2;
  double block_margin = 20;  ///< above and below paragraphs, code, quotes and pictures; below headings
};

/// reveal.js 5's `night`.
const Theme& night();

}  // namespace lectern::typeset
