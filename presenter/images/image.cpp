#include "presenter/images/image.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <optional>
#include <utility>
#include <vector>

#include "presenter/images/decode.h"
#include "presenter/images/orientation.h"
#include "presenter/images/probe.h"
#include "presenter/images/scale.h"

namespace lectern::images {
namespace {

Error failure(const std::filesystem::path& path, const std::string& what, std::string remedy) {
  return {"the picture " + path.string() + " " + what, std::move(remedy)};
}

Result<std::vector<std::uint8_t>> read_file(const std::filesystem::path& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error))
    return failure(path, "is not there", "check its name and folder");
  const auto size = std::filesystem::file_size(path, error);
  if (error) return failure(path, "cannot be read", "check its permissions");
  if (size > max_file_bytes) return failure(path, "is over 256 MB", "save it smaller");
  std::vector<std::uint8_t> bytes(size);
  std::ifstream file(path, std::ios::binary);
  if (!file.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(size)))
    return failure(path, "cannot be read", "check its permissions");
  return bytes;
}

/// How much larger the picture is than the result that is wanted of it; at least 1 inside a box.
double reduction(PixelSize picture, PixelSize box, Fit fit) {
  const double across = static_cast<double>(picture.width) / box.width;
  const double down = static_cast<double>(picture.height) / box.height;
  return fit == Fit::cover ? std::min(across, down) : std::max({across, down, 1.0});
}

PixelSize reduced(PixelSize size, double by) {
  const auto side = [&](int length) { return std::max(1, static_cast<int>(std::lround(length / by))); };
  return {side(size.width), side(size.height)};
}

Pixmap fitted(const Rows& rows, PixelSize result, Fit fit) {
  const double width = rows.size.width, height = rows.size.height;
  if (fit == Fit::inside) return scaled(rows, {0, 0, width, height}, result);
  const double scale = reduction(rows.size, result, fit);
  const double shown_width = result.width * scale, shown_height = result.height * scale;
  return scaled(rows, {(width - shown_width) / 2, (height - shown_height) / 2, shown_width, shown_height},
                result);
}

PixelSize turned(PixelSize size, int orientation) {
  return lies_on_its_side(orientation) ? PixelSize{size.height, size.width} : size;
}

}  // namespace

bool too_large(PixelSize size) {
  return size.width < 1 || size.height < 1 || size.width > max_side_pixels || size.height > max_side_pixels ||
         std::int64_t{size.width} * size.height > max_pixel_count;
}

Result<Image> load_image(const std::filesystem::path& path, PixelSize box, Fit fit) {
  const auto bytes = read_file(path);
  if (!bytes) return bytes.error();
  const auto probed = probe(*bytes);
  if (!probed)
    return failure(path, "is in no format that can be shown", "save it as JPEG, PNG, GIF, BMP or WebP");
  if (too_large(probed->size)) return failure(path, "has too many pixels", "save it smaller");

  const bool is_jpeg = probed->format == Format::jpeg;
  const int orientation = is_jpeg ? read_orientation(*bytes) : 1;
  const PixelSize stored_box = turned(box, orientation);  // the box, lying as the picture is stored

  const bool is_scaled = is_jpeg && !probed->is_cmyk;  // while it is decoded
  const auto decoded =
      is_scaled ? decode_jpeg(*bytes, reduced(probed->size, reduction(probed->size, stored_box, fit)))
                : decode(*bytes, *probed);
  if (!decoded || too_large(decoded->rows.size))
    return failure(path, "is damaged", "save it again from where it came");

  const PixelSize stored = is_scaled ? probed->size : decoded->rows.size;
  const PixelSize result =
      fit == Fit::cover ? stored_box : reduced(stored, reduction(stored, stored_box, fit));
  return Image{turned(stored, orientation), upright(fitted(decoded->rows, result, fit), orientation)};
}

}  // namespace lectern::images
