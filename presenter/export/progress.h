// What whoever asked for files is told while they are written, and says.
#pragma once

#include <cstddef>
#include <functional>

namespace lectern::exporting {

enum class Go { on, stop };

/// Called now and then with how many slides are done, on the caller's thread.
using Progress = std::function<Go(std::size_t done, std::size_t all)>;

enum class Outcome { written, stopped };

}  // namespace lectern::exporting
