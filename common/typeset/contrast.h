// How well letters stand out from what is behind them.
#pragma once

#include <optional>

#include "common/base/pixmap.h"
#include "common/typeset/letters.h"

namespace lectern::typeset {

/// The contrast that nine tenths of the ground under `letters` reach at least, measured on its pixels: a
/// single bright spot in a photograph hurts nobody, a bright third of a line does. The ground is `scale`
/// times as large as the display that the letters are on. nullopt: they are off it.
std::optional<double> contrast_on(const Pixmap& ground, double scale, const Letters& letters);

/// What the contrast of `letters` is to be at least: WCAG 2.2 §1.4.3, AA. `css_pixel`: so many pixels of the
/// display are one of CSS.
double least_contrast(const Letters&, double css_pixel);

}  // namespace lectern::typeset
