// Where the programs keep their files.
#pragma once

#include <filesystem>

namespace lectern {

/// What is remembered from one start to the next: $XDG_STATE_HOME/lectern, or ~/.local/state/lectern; empty
/// where there is no home. It need not exist yet.
std::filesystem::path state_folder();

/// Where the user's systemd looks for units: $XDG_CONFIG_HOME/systemd/user, or ~/.config/systemd/user;
/// likewise.
std::filesystem::path unit_folder();

/// What is there while a program runs, for its user alone: $XDG_RUNTIME_DIR/lectern, or state_folder().
std::filesystem::path runtime_folder();

}  // namespace lectern
