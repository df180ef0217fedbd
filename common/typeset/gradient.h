// CSS gradients, as backgrounds have them.
#pragma once

#include <string_view>

#include "common/base/pixmap.h"
#include "common/typeset/pdf.h"

namespace lectern::typeset {

/// Draws `linear-gradient(…)` or `radial-gradient(…)` (CSS Images 3 §3) over all of `target`, of which a
/// pixel is CSS's. false: it cannot be read, and nothing is drawn.
bool draw_gradient(std::string_view css, Pixmap& target);
bool draw_gradient(std::string_view css, Pdf& target);

/// Whether draw_gradient() draws it.
bool is_gradient(std::string_view css);

}  // namespace lectern::typeset
