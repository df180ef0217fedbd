#include "presenter/images/decode.h"

#include <SDL_image.h>

#include <mutex>
#include <utility>

namespace lectern::images {
namespace {

using Surface = std::unique_ptr<SDL_Surface, decltype(&SDL_FreeSurface)>;

Surface load(Bytes bytes, Format format) {
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
      case Format::bmp:
        return IMG_LoadBMP_RW(source.get());
      case Format::webp:
        return IMG_LoadWEBP_RW(source.get());
      case Format::gif:
      case Format::svg:
        break;
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

}  // namespace

std::optional<Decoded> decode(Bytes bytes, const Probe& probe) {
  Surface surface = load(bytes, probe.format);
  if (surface && probe.is_cmyk && surface->format->BytesPerPixel == 4) surface = from_cmyk(*surface);
  if (surface) surface = with_plain_rows(std::move(surface));
  if (!surface) return std::nullopt;
  const std::shared_ptr<SDL_Surface> owner = std::move(surface);
  return Decoded{{static_cast<const std::uint8_t*>(owner->pixels),
                  static_cast<std::size_t>(owner->pitch),
                  {owner->w, owner->h},
                  owner->format->BytesPerPixel},
                 owner};
}

}  // namespace lectern::images
