// What a picture file says about itself in its first bytes, so that nothing is decoded that is too large to
// be.
#pragma once

#include <optional>

#include "common/base/pixmap.h"
#include "presenter/images/bytes.h"

namespace lectern::images {

enum class Format { jpeg, png, gif, bmp, webp, svg };

struct Probe {
  Format format = Format::jpeg;
  PixelSize size{};  ///< as stored, before orientation; what the header claims, good for no more than a
                     ///< limit. Of an SVG unknown
  bool is_cmyk = false;
  int scan_count = 1;  ///< of a JPEG: how often its decoder goes over the picture
};

/// nullopt: none of these formats, or cut off before its size.
std::optional<Probe> probe(Bytes);

}  // namespace lectern::images
