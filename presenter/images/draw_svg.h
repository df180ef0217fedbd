// An SVG is a program for drawing, and not all of them end. So it is drawn by a process of its own,
// lectern-svg (presenter/svg), which has limits and may die of them.
#pragma once

#include "presenter/images/image.h"

namespace lectern::images {

/// What lectern-svg writes before the pixels, rows from the top, in the machine's byte order.
struct SvgReply {
  PixelSize natural_size;
  PixelSize size;
};

/// lectern-svg is looked for beside the running program; it gets the drawing as its standard input. Fails as
/// make_image() does.
Result<Image> draw_svg(Bytes, PixelSize box, Fit);

}  // namespace lectern::images
