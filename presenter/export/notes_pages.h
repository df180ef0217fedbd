// What the speaker takes along on paper.
#pragma once

#include <cstddef>

#include "common/deck/deck.h"
#include "common/typeset/pdf.h"
#include "presenter/stage/slide_painter.h"

namespace lectern::exporting {

/// Upright A4 with the slide, as on a display of that size, above its notes; as many more pages as they take.
void add_notes_pages(const deck::Deck&, std::size_t slide_index, PixelSize display, stage::SlidePainter&,
                     typeset::Pdf&);

}  // namespace lectern::exporting
