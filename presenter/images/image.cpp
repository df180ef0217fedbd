#include "presenter/images/image.h"

#include <SDL_image.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "presenter/images/orientation.h"
#include "presenter/images/probe.h"
#include "presenter/images/scale.h"

namespace lectern::images {
namespace {

using Surface = std::unique_ptr<SDL_Surface, decltype(&SDL_FreeSurface)>;

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

bool too_large(PixelSize size) {
  return size.width < 1 || size.height < 1 || size.width > max_side_pixels || size.height > max_side_pixels ||
         std::int64_t{size.width} * size.height > max_pixel_count;
}

Surface decode(Bytes bytes, Format format) {
  static std::once_flag once;  // SDL_image's own initialisation is not safe from two threads
  std::call_once(once, [] { IMG_Init(IMG_INIT_JPG | IMG_INIT_PNG | IMG_INIT_WEBP); });
  const std::unique_ptr<SDL_RWops, decltype(&SDL_FreeRW)> source(
      SDL_RWFromConstMem(bytes.data(), static_cast<int>(bytes.size())), &SDL_FreeRW);
  const auto load = [&]() -> SDL_Surface* {
    switch (format) {
      case Format::jpeg:
        return IMG_LoadJPG_RW(source.get());
      case Format::png:
        return IMG_LoadPNG_RW(source.get());
      case Format::gif:
        return IMG_LoadGIF_RW(source.get());
      case Format::bmp:
        return IMG_LoadBMP_RW(source.get());
      case Format::webp:
        return IMG_LoadWEBP_RW(source.get());
    }
    return nullptr;
  };
  return {load(), &SDL_FreeSurface};
}

/// The surface itself where it is plain R, G, B or R, G, B, A in memory; otherwise a copy that is.
Surface with_plain_rows(Surface surface) {
  const Uint32 format = surface->format->format;
  const bool plain = format == SDL_PIXELFORMAT_RGB24 || format == SDL_PIXELFORMAT_RGBA32;
  if (plain && !SDL_HasColorKey(surface.get())) return surface;
  return {SDL_ConvertSurfaceFormat(surface.get(), SDL_PIXELFORMAT_RGBA32, 0), &SDL_FreeSurface};
}

/// SDL_image gives a four-colour JPEG's C, M, Y and K as they are stored, as Adobe does: 255 is no ink.
Surface from_cmyk(const SDL_Surface& inks) {
  Surface rgb(SDL_CreateRGBSurfaceWithFormat(0, inks.w, inks.h, 24, SDL_PIXELFORMAT_RGB24), &SDL_FreeSurface);
  for (int y = 0; rgb && y < inks.h; ++y) {
    const auto* in = static_cast<const std::uint8_t*>(inks.pixels) + std::ptrdiff_t{y} * inks.pitch;
    auto* out = static_cast<std::uint8_t*>(rgb->pixels) + std::ptrdiff_t{y} * rgb->pitch;
    for (int x = 0; x < inks.w; ++x, in += 4, out += 3)
      for (int c = 0; c < 3; ++c) out[c] = static_cast<std::uint8_t>(in[c] * in[3] / 255);
  }
  return rgb;
}

Pixmap fitted(const Rows& rows, PixelSize box, Fit fit) {
  const double across = static_cast<double>(rows.size.width) / box.width;
  const double down = static_cast<double>(rows.size.height) / box.height;
  if (fit == Fit::cover) {
    const double scale = std::min(across, down);
    const double width = box.width * scale, height = box.height * scale;
    return scaled(rows, {(rows.size.width - width) / 2, (rows.size.height - height) / 2, width, height}, box);
  }
  const double scale = std::max({across, down, 1.0});
  const auto side = [&](int length) { return std::max(1, static_cast<int>(std::lround(length / scale))); };
  return scaled(rows, {0, 0, static_cast<double>(rows.size.width), static_cast<double>(rows.size.height)},
                {side(rows.size.width), side(rows.size.height)});
}

PixelSize turned(PixelSize size, int orientation) {
  return lies_on_its_side(orientation) ? PixelSize{size.height, size.width} : size;
}

}  // namespace

Result<Image> load_image(const std::filesystem::path& path, PixelSize box, Fit fit) {
  const auto bytes = read_file(path);
  if (!bytes) return bytes.error();
  const auto probed = probe(*bytes);
  if (!probed)
    return failure(path, "is in no format that can be shown", "save it as JPEG, PNG, GIF, BMP or WebP");
  if (too_large(probed->size)) return failure(path, "has too many pixels", "save it smaller");

  Surface surface = decode(*bytes, probed->format);
  if (surface && probed->is_cmyk && surface->format->BytesPerPixel == 4) surface = from_cmyk(*surface);
  if (surface) surface = with_plain_rows(std::move(surface));
  if (!surface || too_large({surface->w, surface->h}))
    return failure(path, "is damaged", "save it again from where it came");

  const int orientation = probed->format == Format::jpeg ? read_orientation(*bytes) : 1;
  const PixelSize stored{surface->w, surface->h};
  const Rows rows{static_cast<const std::uint8_t*>(surface->pixels), static_cast<std::size_t>(surface->pitch),
                  stored, surface->format->BytesPerPixel};
  return Image{turned(stored, orientation),
               upright(fitted(rows, turned(box, orientation), fit), orientation)};
}

}  // namespace lectern::images
