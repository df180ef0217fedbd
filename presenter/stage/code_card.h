// A QR code for phones in the room to read off the stage. Pure.
#pragma once

#include "common/base/pixmap.h"
#include "common/qr/code.h"
#include "presenter/stage/blend.h"

namespace lectern::stage {

/// Dark on a white card that holds the quiet zone too: as many whole pixels a module, at least one, as make
/// it no higher than two fifths of the display.
Pixmap code_card(const qr::Code&, PixelSize display);

/// What a slide has to say, `scale` times as large or as there is room for, and under it the card.
void draw_above_code(Canvas, const Pixmap& said, double scale, const qr::Code&);

}  // namespace lectern::stage
