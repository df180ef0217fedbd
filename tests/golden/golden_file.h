// What was looked at once and found right, kept beside the tests. To renew it after a change that is meant,
// run the tests with LECTERN_RENEW_GOLDEN=1 and look at every line and picture of `git diff`.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

namespace lectern::test {

inline const std::filesystem::path golden_folder = LECTERN_SOURCE_DIR "/tests/golden";

inline bool renews_golden() {
  return std::getenv("LECTERN_RENEW_GOLDEN") != nullptr;
}

/// Where to look after a failure.
inline std::filesystem::path actual_file(const std::string& name) {
  const auto folder = std::filesystem::path(LECTERN_BIN_DIR).parent_path() / "golden";
  std::filesystem::create_directories(folder);
  return folder / name;
}

}  // namespace lectern::test
