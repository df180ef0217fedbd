// A file with nothing in it but the picture.
#pragma once

#include <vector>

#include "presenter/images/probe.h"

namespace lectern::images {

/// The picture in a PNG or WebP, as a file of its own: without metadata, comments, colour profiles and
/// all frames but the first; other files as they are. What a decoder never sees cannot inflate in it, and
/// what it does see is what probe() saw. The file is one that probe() took for that format; if it is cut off,
/// it stays so.
std::vector<std::uint8_t> still(Bytes, Format);

}  // namespace lectern::images
