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

/// A photograph while it is decoded, on a thread of its own.
class Photograph {
 public:
  /// By libjpeg-turbo, at 1, 1/2, 1/4 or 1/8 of the stored size, the smallest that is at least `needed` both
  /// ways: less to decode, and a quarter of the memory or less. A photograph cut short comes with its rest
  /// grey. Nothing below `share` of its height is decoded, from the top: 1 is all. The bytes are only
  /// borrowed. nullptr: damaged, or not of three or fewer components.
  static std::unique_ptr<Photograph> decode(Bytes, PixelSize needed, double share);
  virtual ~Photograph() = default;  ///< gives up what is not decoded yet

  /// The whole picture's, which come from the top; those that are not decoded count as there and mean
  /// nothing.
  virtual const Rows& rows() const = 0;

  /// Waits for the last. False: it was damaged.
  virtual bool succeeded() = 0;
};

}  // namespace lectern::images
