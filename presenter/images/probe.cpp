#include "presenter/images/probe.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <string_view>

#include "common/text/text.h"
#include "presenter/images/gif.h"

namespace lectern::images {
namespace {

constexpr std::size_t most_prologue = 64u << 10;  // bytes before an SVG's first element; licences stand there

/// Where the data of a scan that begins at `at` end: at the next marker, restarts excepted (T.81 §B.1.1.5).
std::size_t end_of_scan(Bytes bytes, std::size_t at) {
  while (at + 1 < bytes.size()) {
    const void* found = std::memchr(bytes.data() + at, 0xff, bytes.size() - at - 1);
    if (!found) break;
    at = static_cast<std::size_t>(static_cast<const std::uint8_t*>(found) - bytes.data());
    const int next = bytes[at + 1];
    const bool belongs_to_scan = next == 0 || (next >= 0xd0 && next <= 0xd7);
    if (!belongs_to_scan) return at;
    at += 2;
  }
  return bytes.size();
}

// ITU-T T.81 §B.1.1.3 and §B.2.2: segments up to the end of the picture; previews may follow it.
std::optional<Probe> probe_jpeg(Bytes bytes) {
  std::optional<Probe> probe;
  std::size_t at = 2;
  while (at + 10 <= bytes.size() && bytes[at] == 0xff) {
    const int marker = bytes[at + 1];
    if (marker == 0xff) {  // a fill byte
      ++at;
      continue;
    }
    const bool has_no_length = marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd9);
    if (has_no_length)
      break;  // the end, or one that does not belong here: a length read off it would lead astray
    const bool start_of_frame =
        marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    if (start_of_frame && !probe)
      probe = Probe{Format::jpeg, {big(bytes, at + 7, 2), big(bytes, at + 5, 2)}, bytes[at + 9] == 4, 0};
    at += 2 + static_cast<std::size_t>(big(bytes, at + 2, 2));
    if (marker != 0xda) continue;
    if (!probe) break;
    ++probe->scan_count;
    at = end_of_scan(bytes, at);
  }
  return probe;
}

std::optional<PixelSize> gif_size(Bytes bytes) {
  const auto image = find_gif_image(bytes);
  return image ? std::optional(image->canvas) : std::nullopt;
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

/// Whether an SVG begins here, or something compressed, which could be nothing else: behind a byte order
/// mark, an XML declaration and comments comes its document type or its first element.
bool is_svg(Bytes bytes) {
  if (has(bytes, 0, "\x1f\x8b")) return true;
  std::string_view text(reinterpret_cast<const char*>(bytes.data()), std::min(bytes.size(), most_prologue));
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  for (;;) {
    text = trimmed(text);
    const std::string_view end = text.starts_with("<?") ? "?>" : text.starts_with("<!--") ? "-->" : "";
    if (end.empty()) break;
    const std::size_t at = text.find(end);
    if (at == std::string_view::npos) return false;
    text.remove_prefix(at + end.size());
  }
  return text.starts_with("<svg") || text.starts_with("<!DOCTYPE svg");
}

std::optional<Probe> of(Format format, std::optional<PixelSize> size) {
  if (!size) return std::nullopt;
  return Probe{format, *size};
}

}  // namespace

std::optional<Probe> probe(Bytes bytes) {
  if (has(bytes, 0, "\xff\xd8\xff")) return probe_jpeg(bytes);
  if (has(bytes, 0, "\x89PNG\r\n\x1a\n") && has(bytes, 12, "IHDR") && bytes.size() >= 24)
    return Probe{Format::png, {big(bytes, 16, 4), big(bytes, 20, 4)}};
  if (has(bytes, 0, "GIF87a") || has(bytes, 0, "GIF89a")) return of(Format::gif, gif_size(bytes));
  if (has(bytes, 0, "BM")) return of(Format::bmp, bmp_size(bytes));
  if (has(bytes, 0, "RIFF") && has(bytes, 8, "WEBP")) return of(Format::webp, webp_size(bytes));
  if (is_svg(bytes)) return Probe{Format::svg};
  return std::nullopt;
}

}  // namespace lectern::images
