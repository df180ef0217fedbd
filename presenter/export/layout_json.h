// A deck's layout in words, for tools and tests: what `lectern-presenter layout` prints.
#pragma once

#include <string>

#include "common/deck/deck.h"
#include "presenter/stage/slide_painter.h"

namespace lectern::exporting {

/// {"width","height","slides":[{"slide","background":{"image","opacity"},"boxes":[{"kind","text","x","y","w","h","lines"}]}]}:
/// the slides of a display of `size` by address, in order; boxes in pixels of the display; background images
/// as the author wrote them, empty for none.
std::string layout_json(const deck::Deck&, PixelSize size, stage::SlidePainter&);

}  // namespace lectern::exporting
