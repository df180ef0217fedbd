#include "presenter/images/image.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cmath>
#include <mutex>
#include <vector>

#include "presenter/images/decode.h"
#include "presenter/images/descriptor.h"
#include "presenter/images/draw_svg.h"
#include "presenter/images/gif.h"
#include "presenter/images/orientation.h"
#include "presenter/images/probe.h"
#include "presenter/images/scale.h"
#include "presenter/images/still.h"

namespace lectern::images {
namespace {

constexpr std::int64_t giant_pixel_count = 16 << 20;

Error damaged() {
  return {"is damaged", "save it again from where it came"};
}

Error too_many_pixels() {
  return {"has too many pixels", "save it smaller"};
}

Result<std::vector<std::uint8_t>> read_file(const std::filesystem::path& path) {
  // O_NONBLOCK: a pipe would have this wait for whoever writes to it.
  const Descriptor file(open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
  const Error unreadable{"cannot be read", "check its permissions"};
  if (!file && errno != ENOENT && errno != ENOTDIR) return unreadable;
  struct stat about {};
  if (!file || fstat(file.get(), &about) != 0 || !S_ISREG(about.st_mode))
    return Error{"is not there", "check its name and folder"};
  const auto size = static_cast<std::uintmax_t>(about.st_size);
  if (size > max_file_bytes) return Error{"is over 256 MB", "save it smaller"};
  std::vector<std::uint8_t> bytes(size);
  if (!file.read(bytes.data(), bytes.size())) return unreadable;
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

std::int64_t pixel_count(PixelSize size) {
  return std::int64_t{size.width} * size.height;
}

/// Whether all of it must be in memory to be decoded.
bool is_decoded_whole(const Probe& probed) {
  return probed.format != Format::jpeg || probed.scan_count > 1 || probed.is_cmyk;
}

bool is_too_large(const Probe& probed) {
  return too_large(probed.size) ||
         (is_decoded_whole(probed) && pixel_count(probed.size) > max_whole_pixel_count);
}

/// Giants are decoded one at a time: two workers that meet them must not need the memory of two.
std::unique_lock<std::mutex> wait_for_turn(const Probe& probed) {
  static std::mutex giants;
  const bool is_giant = is_decoded_whole(probed) && pixel_count(probed.size) > giant_pixel_count;
  return is_giant ? std::unique_lock(giants) : std::unique_lock<std::mutex>();
}

/// The picture of `rows`, whose size the file may say to be larger: as `stored`.
Image finish(const Rows& rows, PixelSize stored, int orientation, PixelSize box, Fit fit) {
  const PixelSize stored_box = turned(box, orientation);  // the box, lying as the picture is stored
  const PixelSize result =
      fit == Fit::cover ? stored_box : reduced(stored, reduction(stored, stored_box, fit));
  return {turned(stored, orientation), upright(fitted(rows, result, fit), orientation)};
}

/// Down to where a picture is shown, from its top, as a share of its height: in the middle of the box.
double shown_share(PixelSize picture, PixelSize box, Fit fit) {
  if (fit == Fit::inside) return 1;
  const double shown = box.height * reduction(picture, box, fit) / picture.height;
  return (1 + std::min(shown, 1.0)) / 2;
}

/// A JPEG is decoded about as large as it is needed, and scaled while it is decoded; but if it has printers'
/// colours it is decoded whole.
Result<Image> make_photograph(Bytes bytes, const Probe& probed, PixelSize box, Fit fit) {
  if (probed.scan_count > max_scan_count) return damaged();
  const int orientation = read_orientation(bytes, Format::jpeg);
  const PixelSize stored_box = turned(box, orientation);
  const auto turn = wait_for_turn(probed);
  if (probed.is_cmyk) {
    const auto decoded = decode(bytes, probed);
    if (!decoded) return damaged();
    return finish(decoded->rows, probed.size, orientation, box, fit);
  }
  const auto photograph =
      Photograph::decode(bytes, reduced(probed.size, reduction(probed.size, stored_box, fit)),
                         shown_share(probed.size, stored_box, fit));
  if (!photograph) return damaged();
  Image image = finish(photograph->rows(), probed.size, orientation, box, fit);
  if (!photograph->succeeded()) return damaged();
  return image;
}

Result<Image> make_picture(Bytes bytes, Format format, PixelSize box, Fit fit) {
  const auto file = still(bytes, format);
  const auto probed = probe(file);  // what is left may claim something else
  if (!probed) return damaged();
  if (is_too_large(*probed)) return too_many_pixels();
  const auto turn = wait_for_turn(*probed);
  const auto decoded = format == Format::gif ? decode_gif(*find_gif_image(file)) : decode(file, *probed);
  if (!decoded) return damaged();
  return finish(decoded->rows, decoded->rows.size, read_orientation(bytes, format), box, fit);
}

}  // namespace

bool too_large(PixelSize size) {
  return size.width < 1 || size.height < 1 || size.width > max_side_pixels || size.height > max_side_pixels ||
         pixel_count(size) > max_pixel_count;
}

Result<Image> make_image(Bytes file, PixelSize box, Fit fit) {
  const auto probed = probe(file);
  if (!probed)
    return Error{"is in no format that can be shown", "save it as JPEG, PNG, GIF, BMP, WebP or SVG"};
  if (probed->format == Format::svg) return draw_svg(file, box, fit);
  if (is_too_large(*probed)) return too_many_pixels();
  return probed->format == Format::jpeg ? make_photograph(file, *probed, box, fit)
                                        : make_picture(file, probed->format, box, fit);
}

Result<Image> load_image(const std::filesystem::path& path, PixelSize box, Fit fit) {
  const auto file = read_file(path);
  auto image = file ? make_image(*file, box, fit) : file.error();
  if (image) return image;
  return Error{"the picture " + path.string() + " " + image.error().message, image.error().remedy};
}

}  // namespace lectern::images
