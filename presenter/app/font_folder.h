// Where the fonts and themes are that come with the program.
#pragma once

#include <filesystem>

namespace lectern::app {

/// ../share/lectern/fonts from the program's own file, wherever it was built or installed.
std::filesystem::path font_folder();

/// ../share/lectern/themes likewise.
std::filesystem::path theme_folder();

}  // namespace lectern::app
