// Picture files to pixels: decoded by libjpeg-turbo (JPEG), lectern-svg (SVG), gif.h (GIF) or SDL2_image (the
// rest), upright after EXIF orientation, scaled to what the display needs.
#pragma once

#include <cstdint>
#include <filesystem>

#include "common/base/pixmap.h"
#include "common/base/result.h"
#include "presenter/images/bytes.h"

namespace lectern::images {

inline constexpr std::uintmax_t max_file_bytes = 256u << 20;
inline constexpr std::uintmax_t max_svg_bytes = 16u << 20;
inline constexpr int max_side_pixels = 16'384;              ///< of a picture as stored
inline constexpr std::int64_t max_pixel_count = 120 << 20;  ///< of a picture as stored
/// Of one that must be in memory whole, at up to 6 bytes each: every one but a JPEG of a single scan.
inline constexpr std::int64_t max_whole_pixel_count = 64 << 20;
inline constexpr int max_scan_count = 32;  ///< of a JPEG; real ones have a dozen at most

/// Over a limit of every picture, or without pixels.
bool too_large(PixelSize);

/// How a picture is fitted to a box (CSS Images 3, object-fit).
enum class Fit {
  cover,   ///< scaled to fill the box, centred, what hangs over is cut; the result has the box's size
  inside,  ///< scaled down to lie in the box, never up but for an SVG; the result has the scaled size
};

struct Image {
  PixelSize natural_size;   ///< of the file, upright; of an SVG without one as large as any slide
  Pixmap pixels;            ///< fitted
  bool is_drawing = false;  ///< an SVG, as sharp at any size
};

/// A JPEG, PNG, GIF or WebP (the first frame), BMP or SVG, decoded, turned upright and fitted. What is too
/// large is refused before it is decoded. The message of a failure goes on where "the picture" begins. Takes
/// about 150 ms for 24 megapixels; call it on a worker. Safe to call from several threads at once.
Result<Image> make_image(Bytes file, PixelSize box, Fit);

/// The same from a file, which a failure's message names. Anything but a regular file is refused unread.
Result<Image> load_image(const std::filesystem::path&, PixelSize box, Fit);

}  // namespace lectern::images
