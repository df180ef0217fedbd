// Picture files to pixels: decoded by libjpeg-turbo (JPEG) or SDL2_image (the rest), upright after EXIF
// orientation, scaled to what the display needs.
#pragma once

#include <cstdint>
#include <filesystem>

#include "common/base/pixmap.h"
#include "common/base/result.h"

namespace lectern::images {

inline constexpr std::uintmax_t max_file_bytes = 256u << 20;
inline constexpr int max_side_pixels = 16'384;  ///< of a picture as stored
inline constexpr std::int64_t max_pixel_count =
    120 << 20;  ///< of a picture as stored; decoded it takes up to 4 bytes each

/// Over one of these limits, or without pixels.
bool too_large(PixelSize);

/// How a picture is fitted to a box (CSS Images 3, object-fit).
enum class Fit {
  cover,   ///< scaled to fill the box, centred, what hangs over is cut; the result has the box's size
  inside,  ///< scaled down to lie in the box, never up; the result has the scaled size
};

struct Image {
  PixelSize natural_size;  ///< of the file, upright
  Pixmap pixels;           ///< fitted
};

/// Reads a JPEG, PNG, GIF (its first frame), BMP or WebP, decodes it, turns it upright and fits it. What is
/// too large is refused before it is decoded. Fails with a message that names the file. Takes about 150 ms
/// for 24 megapixels; call it on a worker. Safe to call from several threads at once.
Result<Image> load_image(const std::filesystem::path&, PixelSize box, Fit);

}  // namespace lectern::images
