#include "presenter/app/font_folder.h"

namespace lectern::app {
namespace {

std::filesystem::path share_folder() {
  std::error_code error;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
  return program.parent_path().parent_path() / "share" / "lectern";
}

}  // namespace

std::filesystem::path font_folder() {
  return share_folder() / "fonts";
}

std::filesystem::path theme_folder() {
  return share_folder() / "themes";
}

}  // namespace lectern::app
