// What stands for a picture that is missing or not decoded: a quiet outline and its alternative text, never
// an error.
#pragma once

#include <string>

#include "common/typeset/block.h"

namespace lectern::typeset {

inline constexpr double placeholder_width = 320;  ///< at most; CSS pixels
inline constexpr double placeholder_height = 180;

void place_placeholder(Sheet&, Setting&, const std::string& alternative, const Rect&);

}  // namespace lectern::typeset
