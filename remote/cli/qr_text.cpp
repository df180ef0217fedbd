#include "remote/cli/qr_text.h"

namespace lectern::cli {
namespace {

const char* block(bool is_upper_half, bool is_lower_half) {
  if (is_upper_half) return is_lower_half ? "█" : "▀";
  return is_lower_half ? "▄" : " ";
}

}  // namespace

std::string to_text(const qr::Code& code, Colors colors) {
  const bool draws_dark = colors == Colors::black_on_white;
  const int end = code.side + qr::quiet_zone;
  std::string text;
  for (int row = -qr::quiet_zone; row < end; row += 2) {
    if (!text.empty()) text += '\n';
    if (draws_dark) text += "\x1b[0;30;107m";
    for (int column = -qr::quiet_zone; column < end; ++column)
      text += block(code.is_dark(column, row) == draws_dark, code.is_dark(column, row + 1) == draws_dark);
    if (draws_dark) text += "\x1b[0m";
  }
  return text;
}

}  // namespace lectern::cli
