// Softens a shape for a shadow.
#pragma once

#include "common/base/pixmap.h"

namespace lectern::typeset {

/// How many pixels a shape grows to every side.
int blur_reach(double deviation);

/// Blurs the alpha of `shape`, nearly as a Gaussian of that standard deviation in pixels; its colours are of
/// no use afterwards. Linear in its size.
void blur_alpha(Pixmap& shape, double deviation);

}  // namespace lectern::typeset
