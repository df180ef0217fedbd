// Names in whatever capitals: people do not mind them, file systems and links do.
#pragma once

#include <string>
#include <string_view>

namespace lectern {

/// The text with Latin, Greek and Cyrillic capitals made small, one character for each.
std::string small_letters(std::string_view utf8);

}  // namespace lectern
