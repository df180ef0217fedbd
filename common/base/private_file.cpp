#include "common/base/private_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>

#include "common/base/new_file.h"

namespace lectern {

namespace fs = std::filesystem;

Result<void> write_private_file(const fs::path& place, std::string_view bytes) {
  std::error_code error;
  if (fs::create_directories(place.parent_path(), error))
    fs::permissions(place.parent_path(), fs::perms::owner_all, error);
  if (error) return write_failure(place, error.value());
  const fs::path beside = place.string() + ".new." + std::to_string(getpid());
  fs::remove(beside, error);  // of a program that was killed
  NewFile file(beside, S_IRUSR | S_IWUSR);
  if (!file.is_open() || !file.write(bytes) || !file.replace(place)) return write_failure(place, errno);
  return {};
}

Result<std::string> read_private_file(const fs::path& path, std::size_t max_bytes) {
  std::error_code error;
  if (!fs::exists(path, error)) return std::string();
  std::ifstream file(path, std::ios::binary);
  std::string bytes(max_bytes + 1, '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  if (file.bad() || (!file.eof() && file.fail()) || !file.eof())
    return Error{path.string() + " cannot be read, or is no file of Lectern's",
                 "make it readable for you, or move it away"};
  return bytes;
}

}  // namespace lectern
