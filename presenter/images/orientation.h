// Which way up a photograph was taken (EXIF 2.32 §4.6.4, tag 0x0112), and turning it.
#pragma once

#include "common/base/pixmap.h"
#include "presenter/images/probe.h"

namespace lectern::images {

/// 1 to 8, numbered as EXIF does; 1 (upright) where a file says nothing sensible, or is no JPEG, PNG or WebP.
int read_orientation(Bytes file, Format);

/// Whether turning upright swaps width and height.
constexpr bool lies_on_its_side(int orientation) {
  return orientation >= 5;
}

/// The picture turned upright.
Pixmap upright(Pixmap stored, int orientation);

}  // namespace lectern::images
