#include "presenter/app/font_folder.h"

namespace lectern::app {

std::filesystem::path font_folder() {
  std::error_code error;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
  return program.parent_path().parent_path() / "share" / "lectern" / "fonts";
}

}  // namespace lectern::app
