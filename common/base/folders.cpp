#include "common/base/folders.h"

#include <cstdlib>

namespace lectern {
namespace {

namespace fs = std::filesystem;

/// https://specifications.freedesktop.org/basedir-spec/: a path that is not absolute is to be ignored.
fs::path absolute_path(const char* variable) {
  const char* const value = std::getenv(variable);
  return value && *value == '/' ? fs::path(value) : fs::path();
}

}  // namespace

fs::path state_folder() {
  if (const fs::path state = absolute_path("XDG_STATE_HOME"); !state.empty()) return state / "lectern";
  const fs::path home = absolute_path("HOME");
  return home.empty() ? home : home / ".local" / "state" / "lectern";
}

fs::path runtime_folder() {
  const fs::path runtime = absolute_path("XDG_RUNTIME_DIR");
  return runtime.empty() ? state_folder() : runtime / "lectern";
}

}  // namespace lectern
