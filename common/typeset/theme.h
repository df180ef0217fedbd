// How a deck looks: sizes in CSS pixels of the design area or in em of the text they belong to.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "common/typeset/color.h"

namespace lectern::typeset {

enum class LetterCase { as_written, upper, lower, capitalized };

/// The letters once more, behind themselves.
struct Shadow {
  double x = 0, y = 0;
  Color color;
  double blur = 0;  ///< CSS's blur radius
};

/// As it stands it is plain and dark, for where no theme's file can be read. A font list names families,
/// first found wins; never an emoji font (its digits would win). Weights are CSS's, 400 is normal and 700
/// bold.
struct Theme {
  Color background = rgb(0x111111);
  std::string background_gradient;  ///< over the background, as CSS writes it; empty: none
  Color text = rgb(0xeeeeee);
  Color heading = rgb(0xeeeeee);
  Color link = rgb(0xe7ad52);
  std::optional<Color> text_on_light = rgb(0x222222);  ///< of all text on a slide's own light background
  std::optional<Color> text_on_dark;
  std::optional<Color> strong;  ///< this and the next three: nullopt is as the text around them
  std::optional<Color> emphasis;
  std::optional<Color> inline_code;
  std::optional<Color> bullet;
  Color code = rgb(0xdcdccc);  ///< of code blocks: highlight.js's zenburn, reveal-md's for all themes
  Color code_ground = rgb(0x383838);
  Color quote_ground = rgb(0xffffff, 0.05);

  std::string text_family = "sans-serif";
  double text_pixels = 40;
  int text_weight = 400;
  double line_height = 1.3;  ///< times the font size
  double block_margin = 20;  ///< above and below paragraphs, code, quotes and pictures
  std::string code_family = "monospace";
  double code_em = 0.55;  ///< of code blocks
  double code_line_height = 1.2;

  std::string heading_family = "sans-serif";
  std::array<double, 6> heading_em = {3.77, 2.11, 1.55, 1, 1, 1};
  int heading_weight = 400;
  LetterCase heading_case = LetterCase::as_written;
  double heading_line_height = 1.2;
  double heading_letter_spacing_em = 0;
  double heading_margin_above = 0;
  double heading_margin_below = 20;
  std::vector<Shadow> title_shadows;    ///< of first-level headings, the foremost first
  std::vector<Shadow> heading_shadows;  ///< of all others
};

/// As it is on a slide whose background has a colour of its own.
Theme on_ground(Theme, const Color& ground);

}  // namespace lectern::typeset
