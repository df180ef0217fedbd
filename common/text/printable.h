// Words from a stranger, for a terminal.
#pragma once

#include <string>
#include <string_view>

namespace lectern {

/// As UTF-8; what could steer a terminal, or turn the direction of the text around it, shows as dots.
std::string printable(std::string_view);

}  // namespace lectern
