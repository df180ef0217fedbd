// A deck as one HTML file, which needs nothing beside it.
#pragma once

#include <cstdint>
#include <filesystem>

#include "common/base/pixmap.h"
#include "common/base/result.h"
#include "common/deck/deck.h"
#include "presenter/export/progress.h"
#include "presenter/stage/slide_painter.h"

namespace lectern::exporting {

enum class HtmlKind {
  document,  ///< to be read: each slide's text beside its picture. No script
  show,      ///< with the speaker's notes, and a show of its own, every step a picture
};

inline constexpr std::uint64_t max_html_file_bytes = 256u << 20;

/// Writes every slide as on a display of that shape. The file is there whole or not at all, and takes the
/// place of what was there; stopped, it leaves nothing. Fails with a message that names the file, and where
/// it would be larger than max_html_file_bytes.
Result<Outcome> write_html(const deck::Deck&, stage::SlidePainter&, HtmlKind, PixelSize display,
                           const std::filesystem::path&, const Progress&);

}  // namespace lectern::exporting
