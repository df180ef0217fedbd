#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>

#include "presenter/check/fix.h"

namespace lectern::check {
namespace {

namespace fs = std::filesystem;

constexpr int most_originals = 1000;

Error failure(const fs::path& path, int error) {
  return {path.string() + " cannot be written: " + std::strerror(error),
          "check that there is room, and that you may write in its folder"};
}

/// A new file, open for writing.
class NewFile {
 public:
  explicit NewFile(fs::path path, mode_t mode)
      : path_(std::move(path)), fd_(open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600)) {
    if (fd_ >= 0) fchmod(fd_, mode);  // a file system without modes has nothing to keep
  }
  ~NewFile() {
    if (fd_ >= 0) close(fd_);
    if (!is_kept_ && fd_ >= 0) unlink(path_.c_str());
  }
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;

  bool is_open() const { return fd_ >= 0; }
  const fs::path& path() const { return path_; }
  void keep() { is_kept_ = true; }

  /// All of it, on the disk; false with errno.
  bool write(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t written = ::write(fd_, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return fsync(fd_) == 0;
  }

 private:
  fs::path path_;
  int fd_;
  bool is_kept_ = false;
};

fs::path original_name(const fs::path& path, int number) {
  return path.string() + ".orig" + (number == 1 ? "" : "." + std::to_string(number));
}

/// What is in `path` now, under the first name that is free.
Result<fs::path> keep_original(const fs::path& path, mode_t mode) {
  std::ifstream file(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (!file) return failure(path, EIO);
  for (int number = 1; number <= most_originals; ++number) {
    NewFile original(original_name(path, number), mode);
    if (!original.is_open() && errno == EEXIST) continue;
    if (!original.is_open() || !original.write(bytes)) return failure(original.path(), errno);
    original.keep();
    return original.path();
  }
  return failure(original_name(path, most_originals), EEXIST);
}

void sync_folder(const fs::path& folder) {
  const int fd = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return;
  fsync(fd);
  close(fd);
}

}  // namespace

Result<fs::path> replace_file(const fs::path& named, std::string_view bytes) {
  std::error_code error;
  const fs::path path = fs::canonical(named, error);  // what a link leads to, not the link
  struct stat status {};
  if (error || stat(path.c_str(), &status) != 0) return failure(named, error ? error.value() : errno);
  const mode_t mode = status.st_mode & 07777;

  auto original = keep_original(path, mode);
  if (!original) return original.error();
  NewFile replacement(path.string() + ".new." + std::to_string(getpid()), mode);
  const bool is_done = replacement.is_open() && replacement.write(bytes) &&
                       std::rename(replacement.path().c_str(), path.c_str()) == 0;
  if (!is_done) {
    const Error what = failure(path, errno);
    fs::remove(*original, error);
    return what;
  }
  replacement.keep();
  sync_folder(path.parent_path());
  return original;
}

}  // namespace lectern::check
