#include "presenter/service/install.h"

#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>

#include "common/base/new_file.h"

namespace lectern::service {
namespace {

namespace fs = std::filesystem;

/// Whether there is a unit, and whose.
enum class Found { none, ours, foreign };

Found look_at(const fs::path& unit) {
  std::ifstream file(unit, std::ios::binary);
  if (!file) return fs::exists(fs::symlink_status(unit)) ? Found::foreign : Found::none;
  std::string start(unit_mark.size(), '\0');
  file.read(start.data(), static_cast<std::streamsize>(start.size()));
  return start == unit_mark ? Found::ours : Found::foreign;
}

Error foreign(const fs::path& unit) {
  return {unit.string() + " is not Lectern's", "look at it, and move it away if it is not needed"};
}

fs::path link_in(const fs::path& folder, std::string_view wanted_by) {
  return folder / (std::string(wanted_by) + ".wants") / unit_name;
}

Result<void> take_away(const fs::path& path) {
  std::error_code error;
  fs::remove(path, error);
  if (error)
    return Error{path.string() + " cannot be removed: " + error.message(), "see who may write there"};
  return {};
}

/// Of either target: it may have been installed for the other one before.
Result<void> unlink_all(const fs::path& folder) {
  for (const std::string_view wanted_by : {desktop_target, login_target})
    if (const auto gone = take_away(link_in(folder, wanted_by)); !gone) return gone;
  return {};
}

}  // namespace

Result<fs::path> install(const Service& service, const fs::path& folder) {
  const fs::path unit = folder / unit_name;
  if (look_at(unit) == Found::foreign) return foreign(unit);
  const fs::path link = link_in(folder, target(service));
  std::error_code error;
  fs::create_directories(link.parent_path(), error);
  if (error) return write_failure(link.parent_path(), error.value());
  auto file = NewFile::beside(unit);
  if (!file) return file.error();
  if (!file->write(unit_text(service))) return write_failure(unit, errno);
  if (const auto replaced = file->replace(); !replaced) return replaced.error();
  if (const auto gone = unlink_all(folder); !gone) return gone.error();
  fs::create_symlink(fs::path("..") / unit_name, link, error);
  if (error) return write_failure(link, error.value());
  return unit;
}

Result<bool> remove(const fs::path& folder) {
  const fs::path unit = folder / unit_name;
  const Found found = look_at(unit);
  if (found == Found::foreign) return foreign(unit);
  if (const auto gone = unlink_all(folder); !gone) return gone.error();
  if (found == Found::none) return false;
  if (const auto gone = take_away(unit); !gone) return gone.error();
  return true;
}

}  // namespace lectern::service
