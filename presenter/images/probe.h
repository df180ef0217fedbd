// What a picture file says about itself in its first bytes, so that nothing is decoded that is too large to
// be.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "common/base/pixmap.h"

namespace lectern::images {

using Bytes = std::span<const std::uint8_t>;

enum class Format { jpeg, png, gif, bmp, webp };

struct Probe {
  Format format = Format::jpeg;
  PixelSize size;  ///< as stored, before orientation; what the header claims, good for no more than a limit
  bool is_cmyk = false;
};

/// nullopt: none of these formats, or cut off before its size.
std::optional<Probe> probe(Bytes);

}  // namespace lectern::images
