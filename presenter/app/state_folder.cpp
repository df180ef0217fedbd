#include "presenter/app/state_folder.h"

#include <cstdlib>

namespace lectern::app {

// https://specifications.freedesktop.org/basedir-spec/: a path that is not absolute is to be ignored
std::filesystem::path state_folder() {
  const auto absolute = [](const char* variable) {
    const char* const value = std::getenv(variable);
    return value && *value == '/' ? std::filesystem::path(value) : std::filesystem::path();
  };
  if (const auto state = absolute("XDG_STATE_HOME"); !state.empty()) return state / "lectern";
  const auto home = absolute("HOME");
  return home.empty() ? home : home / ".local" / "state" / "lectern";
}

}  // namespace lectern::app
