// Pixels to a picture file's bytes.
#pragma once

#include <string>

#include "common/base/pixmap.h"

namespace lectern::images {

/// A photograph as JPEG, with nothing in it but the picture. Empty for what is better kept pixel by pixel:
/// what is transparent in places, and what looks drawn, with large areas of one colour.
std::string encode_photograph(const Pixmap&);

/// An opaque picture of a whole slide as JPEG: text stays crisp, and what is one large photograph takes less
/// room. Empty: there is no memory for it.
std::string encode_slide(const Pixmap&);

}  // namespace lectern::images
