#include "presenter/stage/remembered_display.h"

#include <array>
#include <cerrno>
#include <fstream>
#include <string>
#include <string_view>
#include <system_error>

#include "common/base/new_file.h"

namespace lectern::stage {

std::optional<MonitorName> remembered_display(const std::filesystem::path& path) {
  std::array<char, 1024> bytes;
  std::ifstream file(path, std::ios::binary);
  file.read(bytes.data(), bytes.size());
  const std::string_view text(bytes.data(), static_cast<std::size_t>(file.gcount()));
  const std::size_t first_end = text.find('\n');
  if (first_end == std::string_view::npos || first_end == 0) return std::nullopt;
  const std::string_view second = text.substr(first_end + 1);
  return MonitorName{std::string(text.substr(0, first_end)),
                     std::string(second.substr(0, second.find('\n')))};
}

Result<void> remember_display(const std::filesystem::path& path, const MonitorName& name) {
  std::error_code error;
  std::filesystem::create_directories(path.parent_path(), error);
  if (error) return write_failure(path, error.value());
  auto file = NewFile::beside(path);
  if (!file) return file.error();
  if (!file->write(name.connector + '\n' + name.device + '\n')) return write_failure(path, errno);
  return file->replace();
}

}  // namespace lectern::stage
