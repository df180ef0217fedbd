#include "presenter/images/probe.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <string_view>

namespace lectern::images {
namespace {

bool has(Bytes bytes, std::size_t at, std::string_view magic) {
  return bytes.size() >= at + magic.size() &&
         std::equal(magic.begin(), magic.end(), bytes.begin() + static_cast<std::ptrdiff_t>(at),
                    [](char a, std::uint8_t b) { return static_cast<std::uint8_t>(a) == b; });
}

int little(Bytes bytes, std::size_t at, int count) {
  std::uint32_t value = 0;
  for (int i = count - 1; i >= 0; --i) value = value << 8 | bytes[at + static_cast<std::size_t>(i)];
  return static_cast<int>(value);
}

int big(Bytes bytes, std::size_t at, int count) {
  std::uint32_t value = 0;
  for (int i = 0; i < count; ++i) value = value << 8 | bytes[at + static_cast<std::size_t>(i)];
  return static_cast<int>(value);
}

// ITU-T T.81 §B.1.1.3 and §B.2.2: segments up to the first start of frame.
std::optional<Probe> probe_jpeg(Bytes bytes) {
  std::size_t at = 2;
  while (at + 10 <= bytes.size()) {
    if (bytes[at] != 0xff) return std::nullopt;
    const int marker = bytes[at + 1];
    if (marker == 0xff) {  // a fill byte
      ++at;
      continue;
    }
    const bool has_no_length = marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    if (has_no_length) return std::nullopt;  // none belongs here; a length read off it would lead astray
    const bool start_of_frame =
        marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    if (start_of_frame)
      return Probe{Format::jpeg, {big(bytes, at + 7, 2), big(bytes, at + 5, 2)}, bytes[at + 9] == 4};
    at += 2 + static_cast<std::size_t>(big(bytes, at + 2, 2));
  }
  return std::nullopt;
}

// GIF89a §18–24: the first image may claim more than the screen that it is on.
std::optional<PixelSize> gif_size(Bytes bytes) {
  if (bytes.size() < 13) return std::nullopt;
  const int color_table_bytes = bytes[10] & 0x80 ? 3 << ((bytes[10] & 7) + 1) : 0;
  std::size_t at = 13 + static_cast<std::size_t>(color_table_bytes);
  while (at + 10 <= bytes.size() && bytes[at] == 0x21) {
    at += 2;
    while (at < bytes.size() && bytes[at] != 0) at += 1u + bytes[at];
    ++at;
  }
  if (at + 10 > bytes.size() || bytes[at] != 0x2c) return std::nullopt;
  return PixelSize{std::max(little(bytes, 6, 2), little(bytes, at + 5, 2)),
                   std::max(little(bytes, 8, 2), little(bytes, at + 7, 2))};
}

std::optional<PixelSize> bmp_size(Bytes bytes) {
  if (bytes.size() < 26) return std::nullopt;
  if (little(bytes, 14, 4) == 12) return PixelSize{little(bytes, 18, 2), little(bytes, 20, 2)};
  const int height = little(bytes, 22, 4);  // negative: rows from the top
  if (height == std::numeric_limits<int>::min()) return std::nullopt;
  return PixelSize{little(bytes, 18, 4), std::abs(height)};
}

// RFC 9649 §2.5–2.7
std::optional<PixelSize> webp_size(Bytes bytes) {
  if (bytes.size() < 30) return std::nullopt;
  if (has(bytes, 12, "VP8X")) return PixelSize{little(bytes, 24, 3) + 1, little(bytes, 27, 3) + 1};
  if (has(bytes, 12, "VP8 ")) return PixelSize{little(bytes, 26, 2) & 0x3fff, little(bytes, 28, 2) & 0x3fff};
  if (!has(bytes, 12, "VP8L")) return std::nullopt;
  const auto bits = static_cast<std::uint32_t>(little(bytes, 21, 4));
  return PixelSize{static_cast<int>(bits & 0x3fff) + 1, static_cast<int>(bits >> 14 & 0x3fff) + 1};
}

std::optional<Probe> of(Format format, std::optional<PixelSize> size) {
  if (!size) return std::nullopt;
  return Probe{format, *size, false};
}

}  // namespace

std::optional<Probe> probe(Bytes bytes) {
  if (has(bytes, 0, "\xff\xd8\xff")) return probe_jpeg(bytes);
  if (has(bytes, 0, "\x89PNG\r\n\x1a\n") && has(bytes, 12, "IHDR") && bytes.size() >= 24)
    return Probe{Format::png, {big(bytes, 16, 4), big(bytes, 20, 4)}, false};
  if (has(bytes, 0, "GIF87a") || has(bytes, 0, "GIF89a")) return of(Format::gif, gif_size(bytes));
  if (has(bytes, 0, "BM")) return of(Format::bmp, bmp_size(bytes));
  if (has(bytes, 0, "RIFF") && has(bytes, 8, "WEBP")) return of(Format::webp, webp_size(bytes));
  return std::nullopt;
}

}  // namespace lectern::images
