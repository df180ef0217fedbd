// Colours as displays take them.
#pragma once

#include <cstdint>

#include "common/typeset/color.h"

namespace lectern::stage {

/// 0xffRRGGBB, whatever the colour's alpha.
std::uint32_t opaque_pixel(const typeset::Color&);

}  // namespace lectern::stage
