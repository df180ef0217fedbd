// The first image of a GIF (GIF89a). Our own: SDL_image takes the next image, however large, where one is
// damaged.
#pragma once

#include "presenter/images/decode.h"

namespace lectern::images {

struct GifImage {
  PixelSize canvas;  ///< the screen, or the image where that is larger
  int left = 0, top = 0;
  PixelSize size;
  bool is_interlaced = false;
  int transparent = -1;  ///< the number of a colour; -1: none is
  Bytes colors;          ///< R, G, B each
  Bytes data;            ///< the size of its codes, and its blocks
};

/// nullopt: there is none, or it is cut off before its data.
std::optional<GifImage> find_gif_image(Bytes);

/// Of an image that is cut off or damaged the rest is transparent. nullopt: it has nothing else.
std::optional<Decoded> decode_gif(const GifImage&);

}  // namespace lectern::images
