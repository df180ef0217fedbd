// What a slide looks like: the picture that `lectern-presenter render` makes of it.
#pragma once

#include <SDL_image.h>

#include <cstring>
#include <string>

#include "common/base/pixmap.h"
#include "tests/support/folder.h"
#include "tests/support/presenter.h"

namespace lectern::test {

inline Pixmap rendered(const std::string& deck, const std::string& slide, PixelSize size) {
  const Folder folder;
  const std::string file = (folder.path() / "slide.png").string();
  run({presenter_program, "render", deck, "--slide", slide, "--size",
       std::to_string(size.width) + "x" + std::to_string(size.height), "--out", file});
  SDL_Surface* const loaded = IMG_Load(file.c_str());
  SDL_Surface* const surface = SDL_ConvertSurfaceFormat(loaded, SDL_PIXELFORMAT_ARGB8888, 0);
  Pixmap pixmap(PixelSize{surface->w, surface->h});
  for (int y = 0; y < surface->h; ++y)
    std::memcpy(pixmap.row(y), static_cast<const char*>(surface->pixels) + y * surface->pitch,
                static_cast<std::size_t>(pixmap.stride_bytes()));
  SDL_FreeSurface(surface);
  SDL_FreeSurface(loaded);
  return pixmap;
}

}  // namespace lectern::test
