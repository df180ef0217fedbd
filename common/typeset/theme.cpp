#include "common/typeset/theme.h"

namespace lectern::typeset {
namespace {

Color rgb(unsigned hex, double alpha = 1) {
  return {((hex >> 16) & 255) / 255.0, ((hex >> 8) & 255) / 255.0, (hex & 255) / 255.0, alpha};
}

}  // namespace

const Theme& night() {
  static const Theme theme = {
      .background = rgb(0x111111),
      .text = rgb(0xeeeeee),
      .heading = rgb(0xeeeeee),
      .link = rgb(0xe7ad52),
      .code = rgb(0xdcdccc),  // highlight.js's zenburn, reveal-md's default
      .code_ground = rgb(0x383838),
      .quote_ground = rgb(0xffffff, 0.05),
      .text_family = "Open Sans, sans-serif",
      .heading_family = "Montserrat, Impact, sans-serif",
      .code_family = "DejaVu Sans Mono, monospace",
      .heading_letter_spacing_em = -0.03,
      .heading_em = {3.77, 2.11, 1.55, 1, 1, 1},
  };
  return theme;
}

}  // namespace lectern::typeset
