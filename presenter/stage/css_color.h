// Colours as authors write them and as displays take them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "common/typeset/theme.h"

namespace lectern::stage {

/// `#rgb` or `#rrggbb` (CSS Color 4, §5.2); nullopt for every other way to write a colour.
std::optional<typeset::Color> parse_hex_color(std::string_view);

/// 0xffRRGGBB, whatever the colour's alpha.
std::uint32_t opaque_pixel(const typeset::Color&);

/// Whether dark text reads better on it, by reveal.js's measure.
bool is_light(const typeset::Color&);

}  // namespace lectern::stage
