#include <sys/stat.h>

#include <cerrno>
#include <fstream>
#include <iterator>

#include "common/base/new_file.h"
#include "presenter/check/fix.h"

namespace lectern::check {
namespace {

namespace fs = std::filesystem;

constexpr int most_originals = 1000;

fs::path original_name(const fs::path& path, int number) {
  return path.string() + ".orig" + (number == 1 ? "" : "." + std::to_string(number));
}

/// What is in `path` now, under the first name that is free.
Result<fs::path> keep_original(const fs::path& path, mode_t mode) {
  std::ifstream file(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (!file) return write_failure(path, EIO);
  for (int number = 1; number <= most_originals; ++number) {
    NewFile original(original_name(path, number), mode);
    if (!original.is_open() && errno == EEXIST) continue;
    if (!original.is_open() || !original.write(bytes) || !original.keep())
      return write_failure(original.path(), errno);
    return original.path();
  }
  return write_failure(original_name(path, most_originals), EEXIST);
}

}  // namespace

Result<fs::path> replace_file(const fs::path& named, std::string_view bytes) {
  std::error_code error;
  const fs::path path = fs::canonical(named, error);  // what a link leads to, not the link
  struct stat status {};
  if (error || stat(path.c_str(), &status) != 0) return write_failure(named, error ? error.value() : errno);

  auto original = keep_original(path, status.st_mode & 07777);
  if (!original) return original.error();
  const Result<void> replaced = [&]() -> Result<void> {
    auto replacement = NewFile::beside(path);
    if (!replacement) return replacement.error();
    if (!replacement->write(bytes)) return write_failure(path, errno);
    return replacement->replace();
  }();
  if (!replaced) {
    fs::remove(*original, error);
    return replaced.error();
  }
  return original;
}

}  // namespace lectern::check
