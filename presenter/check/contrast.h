// How well letters stand out from what is behind them.
#pragma once

#include <optional>

#include "common/base/pixmap.h"
#include "common/typeset/letters.h"

namespace lectern::check {

/// WCAG 2.2, "contrast ratio": 1 to 21; alpha does not count.
double contrast_ratio(const typeset::Color&, const typeset::Color&);

/// The contrast that nine tenths of the ground under `letters` reach at least, measured on its pixels: a
/// single bright spot in a photograph hurts nobody, a bright third of a line does. The ground is `scale`
/// times as large as the display that the letters are on. nullopt: they are off it.
std::optional<double> contrast_on(const Pixmap& ground, double scale, const typeset::Letters& letters);

}  // namespace lectern::check
