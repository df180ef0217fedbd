// Where the program keeps what it remembers from one start to the next.
#pragma once

#include <filesystem>

namespace lectern::app {

/// $XDG_STATE_HOME/lectern, or ~/.local/state/lectern; empty where there is no home. It need not exist yet.
std::filesystem::path state_folder();

}  // namespace lectern::app
