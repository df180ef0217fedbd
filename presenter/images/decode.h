// A picture file's bytes to rows of samples, in the decoder's own format.
#pragma once

#include <memory>
#include <optional>

#include "presenter/images/probe.h"
#include "presenter/images/scale.h"

namespace lectern::images {

struct Decoded {
  Rows rows;
  std::shared_ptr<const void> owner;  ///< of the memory that `rows` borrows
};

/// By SDL2_image: a PNG, BMP, WebP, or a JPEG of four colours. nullopt: damaged.
std::optional<Decoded> decode(Bytes, const Probe&);

/// By libjpeg-turbo, at 1, 1/2, 1/4 or 1/8 of the stored size, the smallest that is at least `needed` both
/// ways: less to decode, and a quarter of the memory or less. A photograph cut short comes with its rest
/// grey. nullopt: damaged, or not of three or fewer components.
std::optional<Decoded> decode_jpeg(Bytes, PixelSize needed);

}  // namespace lectern::images
