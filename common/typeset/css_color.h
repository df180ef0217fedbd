// Colours as authors write them.
#pragma once

#include <optional>
#include <string_view>

#include "common/typeset/color.h"

namespace lectern::typeset {

/// CSS Color 4: names, `#rgb`, `#rgba`, `#rrggbb`, `#rrggbbaa`, `rgb()`, `rgba()`, `hsl()`, `hsla()` and
/// `transparent`; nullopt for anything else.
std::optional<Color> parse_color(std::string_view);

}  // namespace lectern::typeset
