// Which way a text runs of which nobody says so.
#pragma once

#include <string_view>

#include "common/deck/document.h"

namespace lectern::html {

/// As most of its letters do, as the stage has it.
deck::TextDirection direction_of(std::string_view utf8);

}  // namespace lectern::html
