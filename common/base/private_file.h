// Files that only their user can read: keys, and what else nobody is to know.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "common/base/result.h"

namespace lectern {

/// Instead of what was there, at once or not at all, in a folder that is made where there is none.
Result<void> write_private_file(const std::filesystem::path&, std::string_view bytes);

/// Empty where there is no such file. Fails where it cannot be read or is longer.
Result<std::string> read_private_file(const std::filesystem::path&, std::size_t max_bytes);

}  // namespace lectern
