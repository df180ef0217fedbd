#include <turbojpeg.h>

#include <memory>

#include "common/base/large_pages.h"
#include "presenter/images/decode.h"
#include "presenter/images/image.h"

namespace lectern::images {
namespace {

using Handle = std::unique_ptr<void, decltype(&tjDestroy)>;

PixelSize at_scale(PixelSize size, tjscalingfactor factor) {
  return {TJSCALED(size.width, factor), TJSCALED(size.height, factor)};
}

}  // namespace

std::optional<Decoded> decode_jpeg(Bytes bytes, PixelSize needed) {
  const Handle decoder(tjInitDecompress(), &tjDestroy);
  PixelSize stored;
  int subsampling = 0, colours = 0;
  if (!decoder || tjDecompressHeader3(decoder.get(), bytes.data(), bytes.size(), &stored.width,
                                      &stored.height, &subsampling, &colours) != 0)
    return std::nullopt;
  if (too_large(stored) || colours == TJCS_CMYK || colours == TJCS_YCCK) return std::nullopt;

  PixelSize size = stored;
  for (const tjscalingfactor factor : {tjscalingfactor{1, 2}, tjscalingfactor{1, 4}, tjscalingfactor{1, 8}}) {
    const PixelSize smaller = at_scale(stored, factor);
    if (smaller.width >= needed.width && smaller.height >= needed.height) size = smaller;
  }

  const auto pixels = std::allocate_shared_for_overwrite<std::uint8_t[]>(
      LargePages<std::uint8_t>(),
      3 * static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height));
  // A progressive file can ask for any number of passes over the picture; this stops at 500. Real ones have a
  // dozen.
  constexpr int flags = TJFLAG_LIMITSCANS;
  const int failed = tjDecompress2(decoder.get(), bytes.data(), bytes.size(), pixels.get(), size.width, 0,
                                   size.height, TJPF_RGB, flags);
  if (failed != 0 && tjGetErrorCode(decoder.get()) != TJERR_WARNING) return std::nullopt;
  return Decoded{{pixels.get(), 3 * static_cast<std::size_t>(size.width), size, 3}, pixels};
}

}  // namespace lectern::images
