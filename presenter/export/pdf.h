// A deck as a PDF file.
#pragma once

#include <filesystem>

#include "common/base/pixmap.h"
#include "common/base/result.h"
#include "common/deck/deck.h"
#include "presenter/export/progress.h"
#include "presenter/stage/slide_painter.h"

namespace lectern::exporting {

enum class Pages {
  slides,  ///< one a slide, of the display's proportions
  notes,   ///< upright A4 for the speaker: each slide above its notes, on as many as they take
};

/// Writes every slide as on a display of that size, with all its steps, links and a place in the outline. The
/// file is there whole or not at all, and takes the place of what was there; stopped, it leaves nothing.
/// Fails with a message that names the file.
Result<Outcome> write_pdf(const deck::Deck&, stage::SlidePainter&, Pages, PixelSize display,
                          const std::filesystem::path&, const Progress&);

}  // namespace lectern::exporting
