#include "presenter/images/orientation.h"

#include <libexif/exif-data.h>

#include <algorithm>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "presenter/images/chunks.h"

namespace lectern::images {
namespace {

constexpr std::size_t max_exif_reach =
    256u << 10;  // bytes from a JPEG's start; EXIF's segment of at most 64 KiB is among the first
constexpr std::size_t max_exif_bytes =
    64u << 10;  // as in a JPEG; a PNG's and a WebP's chunk could hold gigabytes
constexpr std::string_view exif_header("Exif\0\0", 6);

/// As libexif takes it: behind a header that only a JPEG must have.
std::vector<std::uint8_t> exif_of(Bytes file, Format format) {
  std::vector<std::uint8_t> exif;
  const auto take = [&](const Chunk& chunk, std::string_view type) {
    if (!exif.empty() || !has(chunk.type, 0, type) || chunk.data.size() > max_exif_bytes) return;
    if (!has(chunk.data, 0, exif_header)) exif.assign(exif_header.begin(), exif_header.end());
    exif.insert(exif.end(), chunk.data.begin(), chunk.data.end());
  };
  if (format == Format::jpeg) {
    const Bytes start = file.first(std::min(file.size(), max_exif_reach));
    exif.assign(start.begin(), start.end());
  } else if (format == Format::png) {
    for_each_png_chunk(file, [&](const Chunk& chunk) { take(chunk, "eXIf"); });
  } else if (format == Format::webp) {
    for_each_riff_chunk(file.subspan(12), [&](const Chunk& chunk) { take(chunk, "EXIF"); });
  }
  return exif;
}

}  // namespace

int read_orientation(Bytes file, Format format) {
  const auto exif = exif_of(file, format);
  const std::unique_ptr<ExifData, decltype(&exif_data_unref)> data(
      exif_data_new_from_data(exif.data(), static_cast<unsigned>(exif.size())), &exif_data_unref);
  if (!data) return 1;
  const ExifEntry* entry = exif_content_get_entry(data->ifd[EXIF_IFD_0], EXIF_TAG_ORIENTATION);
  if (!entry || entry->format != EXIF_FORMAT_SHORT || entry->size < 2) return 1;
  const int orientation = exif_get_short(entry->data, exif_data_get_byte_order(data.get()));
  return orientation >= 1 && orientation <= 8 ? orientation : 1;
}

Pixmap upright(Pixmap stored, int orientation) {
  if (orientation == 1) return stored;
  const auto [width, height] = stored.size;
  // Mirrored: the upright picture's first pixel is at the right, or at the bottom, of the stored one.
  const bool from_right = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
  const bool from_bottom = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
  const std::ptrdiff_t along_row = from_right ? -1 : 1;
  const std::ptrdiff_t along_column = from_bottom ? -width : width;
  const bool on_side = lies_on_its_side(orientation);
  const std::ptrdiff_t step_x = on_side ? along_column : along_row;
  const std::ptrdiff_t step_y = on_side ? along_row : along_column;

  const std::uint32_t* first = stored.row(from_bottom ? height - 1 : 0) + (from_right ? width - 1 : 0);
  Pixmap turned(on_side ? PixelSize{height, width} : stored.size);
  for (int y = 0; y < turned.size.height; ++y) {
    std::uint32_t* row = turned.row(y);
    const std::uint32_t* from = first + y * step_y;
    for (int x = 0; x < turned.size.width; ++x) row[x] = from[x * step_x];
  }
  return turned;
}

}  // namespace lectern::images
