// A QR code as lines of text, for a phone to read off a terminal.
#pragma once

#include <string>

#include "common/qr/code.h"

namespace lectern::cli {

enum class Colors {
  black_on_white,  ///< set by ANSI's sequences, whatever the terminal's own are
  unknown,         ///< none are set: what is light is drawn, which is right where text is light on dark
};

/// Two modules a character, one above the other, quiet zone and all; lines without the last one's end.
std::string to_text(const qr::Code&, Colors);

}  // namespace lectern::cli
