#include "common/base/new_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

namespace lectern {
namespace {

namespace fs = std::filesystem;

int create(const fs::path& path, mode_t permissions) {
  return open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, permissions);
}

void sync_folder(const fs::path& folder) {
  const int fd = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return;
  fsync(fd);
  close(fd);
}

}  // namespace

Error write_failure(const fs::path& path, int error) {
  return {path.string() + " cannot be written: " + std::strerror(error),
          "check that there is room, and that you may write in its folder"};
}

NewFile::NewFile(fs::path path) : path_(std::move(path)), fd_(create(path_, 0666)) {}

NewFile::NewFile(fs::path path, mode_t permissions) : path_(std::move(path)), fd_(create(path_, 0600)) {
  if (fd_ >= 0) fchmod(fd_, permissions);  // a file system without permissions has none to keep
}

NewFile::~NewFile() {
  if (fd_ < 0) return;
  close(fd_);
  if (!is_kept_) unlink(path_.c_str());
}

NewFile::NewFile(NewFile&& other) noexcept
    : path_(std::move(other.path_)),
      place_(std::move(other.place_)),
      fd_(std::exchange(other.fd_, -1)),
      is_kept_(other.is_kept_) {}

Result<NewFile> NewFile::beside(const fs::path& named) {
  std::error_code error;
  const fs::path place = fs::weakly_canonical(named, error);
  const fs::file_status status = fs::status(error ? named : place, error);
  if (fs::exists(status) && !fs::is_regular_file(status))
    return Error{named.string() + " is no file", "name a file, or a new one"};
  fs::path path = place.string() + ".new." + std::to_string(getpid());
  NewFile file = fs::exists(status) ? NewFile(std::move(path), static_cast<mode_t>(status.permissions()))
                                    : NewFile(std::move(path));
  if (!file.is_open()) return write_failure(named, errno);
  file.place_ = place;
  return file;
}

bool NewFile::write(std::string_view bytes) const {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

bool NewFile::keep() {
  is_kept_ = fsync(fd_) == 0;
  return is_kept_;
}

bool NewFile::replace(const fs::path& place) {
  if (fsync(fd_) != 0 || std::rename(path_.c_str(), place.c_str()) != 0) return false;
  is_kept_ = true;
  sync_folder(place.parent_path());
  return true;
}

Result<void> NewFile::replace() {
  if (!replace(place_)) return write_failure(place_, errno);
  return {};
}

}  // namespace lectern
