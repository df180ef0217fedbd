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

fs::path base_folder(const char* variable, const fs::path& in_home) {
  if (fs::path folder = absolute_path(variable); !folder.empty()) return folder;
  const fs::path home = absolute_path("HOME");
  return home.empty() ? home : home / in_home;
}

fs::path below(const fs::path& base, const fs::path& folder) {
  return base.empty() ? base : base / folder;
}

}  // namespace

fs::path state_folder() {
  return below(base_folder("XDG_STATE_HOME", ".local/state"), "lectern");
}

fs::path unit_folder() {
  return below(base_folder("XDG_CONFIG_HOME", ".config"), "systemd/user");
}

fs::path runtime_folder() {
  const fs::path runtime = absolute_path("XDG_RUNTIME_DIR");
  return runtime.empty() ? state_folder() : runtime / "lectern";
}

}  // namespace lectern
