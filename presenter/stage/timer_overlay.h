// The Q&A timer as the audience sees it: large digits on a dark plate. A worker paints the digits once for
// each display size; the main thread then puts any reading together from them without touching a font.
#pragma once

#include "common/base/pixmap.h"
#include "common/typeset/typesetter.h"
#include "presenter/stage/timer_face.h"

namespace lectern::stage {

/// Every character of a TimerFace side by side in cells of one width, white on a transparent ground.
Pixmap paint_timer_digits(typeset::Typesetter&, PixelSize display);

/// The plate with its reading, from the digits that paint_timer_digits() made.
Pixmap timer_plate(const TimerFace&, const Pixmap& digits);

}  // namespace lectern::stage
