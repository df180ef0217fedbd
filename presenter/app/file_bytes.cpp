#include "presenter/app/file_bytes.h"

#include <algorithm>
#include <fstream>

namespace lectern::app {

Result<std::string> read_bytes(const std::filesystem::path& path, std::size_t limit) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return Error{path.string() + " cannot be opened", "check the name, and that you may read it"};
  std::error_code unknown;
  const std::uintmax_t size = std::filesystem::file_size(path, unknown);
  const std::size_t expected =
      unknown ? limit : static_cast<std::size_t>(std::min<std::uintmax_t>(size, limit));
  std::string bytes(expected + 1, '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  if (file.bad()) return Error{path.string() + " cannot be read to its end", "check the disk it is on"};
  return bytes;
}

}  // namespace lectern::app
