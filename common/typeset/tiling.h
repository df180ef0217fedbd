// Pictures as backgrounds: CSS's background-size, -position and -repeat.
#pragma once

#include <optional>
#include <string_view>

#include "common/base/pixmap.h"
#include "common/typeset/pdf.h"

namespace lectern::typeset {

/// As CSS writes them; empty: `cover`, `50% 50%`, `no-repeat`, reveal.js's defaults.
struct TilingStyle {
  std::string_view size;
  std::string_view position;
  std::string_view repeat;
};

/// Where a picture lies on the display, in its pixels, and in which directions it is repeated.
struct Tiling {
  double x = 0, y = 0, width = 0, height = 0;
  bool repeats_across = false, repeats_down = false;
};

/// CSS Backgrounds 3 §3.4, §3.6 and §3.9, without `space`, `round` and offsets from other sides; of several
/// values with commas the first. nullopt: one of them cannot be read. `natural` is the picture's own size.
std::optional<Tiling> tiling_of(const TilingStyle&, PixelSize natural, PixelSize display);

/// Lays the picture over `target` with that opacity, 0 to 1.
void draw_tiles(const Pixmap& picture, const Tiling&, double opacity, Pixmap& target);
void draw_tiles(const Pixmap& picture, const Tiling&, double opacity, Pdf& target);

}  // namespace lectern::typeset
