// Colours as displays take them.
#pragma once

#include <cstdint>

#include "common/typeset/theme.h"

namespace lectern::stage {

/// 0xffRRGGBB, whatever the colour's alpha.
std::uint32_t opaque_pixel(const typeset::Color&);

/// Whether dark text reads better on it, by reveal.js's measure.
bool is_light(const typeset::Color&);

}  // namespace lectern::stage
