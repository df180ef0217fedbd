#include "presenter/images/encode.h"

#include <turbojpeg.h>

#include <algorithm>
#include <bit>
#include <memory>

namespace lectern::images {
namespace {

constexpr int quality = 85;                    // of 100: no difference is seen at the size of a display
constexpr int quality_of_large = 82;           // a slide that is a photograph, sent to many
constexpr double most_equal_neighbours = 0.5;  // of a photograph, which has few areas without any noise
constexpr std::size_t most_progressive = 1u
                                         << 20;  // pixels: saves a third of a text's bytes, takes 6 a pixel
constexpr int native_format = std::endian::native == std::endian::little ? TJPF_BGRX : TJPF_XRGB;

bool is_photograph(const Pixmap& picture) {
  const auto& pixels = picture.pixels;
  std::size_t equal_count = 0;
  for (std::size_t i = 1; i < pixels.size(); ++i) equal_count += pixels[i] == pixels[i - 1];
  return static_cast<double>(equal_count) < most_equal_neighbours * static_cast<double>(pixels.size());
}

bool is_opaque(const Pixmap& picture) {
  return std::ranges::all_of(picture.pixels, [](std::uint32_t pixel) { return pixel >> 24 == 0xff; });
}

std::string encode(const Pixmap& picture, TJSAMP sampling, int percent, int flags) {
  const std::unique_ptr<void, decltype(&tjDestroy)> encoder(tjInitCompress(), tjDestroy);
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  const int failed = tjCompress2(encoder.get(), reinterpret_cast<const unsigned char*>(picture.pixels.data()),
                                 picture.size.width, picture.stride_bytes(), picture.size.height,
                                 native_format, &bytes, &size, sampling, percent, flags | TJFLAG_ACCURATEDCT);
  const std::unique_ptr<unsigned char, decltype(&tjFree)> owner(bytes, tjFree);
  return failed ? std::string() : std::string(reinterpret_cast<const char*>(bytes), size);
}

}  // namespace

std::string encode_photograph(const Pixmap& picture) {
  if (!is_opaque(picture) || !is_photograph(picture)) return {};
  return encode(picture, TJSAMP_420, quality, 0);
}

std::string encode_slide(const Pixmap& picture) {
  const int flags = picture.pixels.size() <= most_progressive ? TJFLAG_PROGRESSIVE : 0;
  return is_photograph(picture) ? encode(picture, TJSAMP_420, quality_of_large, flags)
                                : encode(picture, TJSAMP_444, quality, flags);
}

}  // namespace lectern::images
