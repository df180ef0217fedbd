// Slides into picture files. Each is there whole or not at all, and takes the place of what was there.
#pragma once

#include <filesystem>
#include <functional>

#include "common/base/pixmap.h"
#include "common/base/result.h"
#include "common/deck/deck.h"
#include "presenter/export/progress.h"
#include "presenter/stage/slide_painter.h"

namespace lectern::exporting {

/// Fails with a message that names the file.
Result<void> write_png(const Pixmap& pixels, const std::filesystem::path&);

/// Called on the thread that uses what it makes.
using MakePainter = std::function<Result<stage::SlidePainter>()>;

/// Every slide as a picture of `size` in `folder`, which is made if need be: `001.png`, by number. Two
/// threads work. Pictures that are done stay if it is stopped.
Result<Outcome> write_pngs(const deck::Deck&, const MakePainter&, PixelSize size,
                           const std::filesystem::path& folder, const Progress&);

}  // namespace lectern::exporting
