// Finished pixels into a picture file.
#pragma once

#include <filesystem>

#include "common/base/pixmap.h"
#include "common/base/result.h"

namespace lectern::exporting {

/// Writes `pixels` as PNG, over what was there. Fails with a message that names the file.
Result<void> write_png(const Pixmap& pixels, const std::filesystem::path&);

}  // namespace lectern::exporting
