// Files that people name, read whole.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "common/base/result.h"

namespace lectern::app {

/// All of it; of what is longer than `limit` one byte more than that, so that it is seen as too long.
Result<std::string> read_bytes(const std::filesystem::path&, std::size_t limit);

}  // namespace lectern::app
