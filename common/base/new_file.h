// Files that come to be whole or not at all.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <string_view>

#include "common/base/result.h"

namespace lectern {

/// What to tell of a file that cannot be written, for a reason of errno's.
Error write_failure(const std::filesystem::path&, int error);

/// A file that there was not before, open for writing. It is gone again when this goes, unless it is kept.
class NewFile {
 public:
  /// Readable and writable as the user has it for new files, or with these permissions.
  explicit NewFile(std::filesystem::path);
  NewFile(std::filesystem::path, mode_t permissions);
  ~NewFile();
  NewFile(NewFile&&) noexcept;
  NewFile& operator=(NewFile&&) = delete;

  /// Beside the file whose place it is to take with replace(); of a link, beside what that leads to. Fails
  /// where nothing can be written, and where the place is taken by something that is no file.
  static Result<NewFile> beside(const std::filesystem::path&);

  bool is_open() const { return fd_ >= 0; }
  const std::filesystem::path& path() const { return path_; }

  /// All of it; false with errno.
  bool write(std::string_view bytes) const;

  /// Onto the disk, to stay under its own name; false with errno.
  bool keep();

  /// Onto the disk, to stay under another name instead of what was there; false with errno.
  bool replace(const std::filesystem::path&);

  /// replace() of what it was made beside.
  Result<void> replace();

 private:
  std::filesystem::path path_;
  std::filesystem::path place_;
  int fd_ = -1;
  bool is_kept_ = false;
};

}  // namespace lectern
