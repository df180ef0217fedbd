// A pointer onto a finished picture.
#pragma once

#include "common/session/pointer.h"
#include "presenter/stage/blend.h"

namespace lectern::stage {

/// `scratch` is the caller's to keep from frame to frame: what a zoom enlarges is copied there.
void draw_pointer(Canvas, const session::Pointer&, Pixmap& scratch);

}  // namespace lectern::stage
