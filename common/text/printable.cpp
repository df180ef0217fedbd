#include "common/text/printable.h"

#include "common/text/text.h"

namespace lectern {
namespace {

bool steers(char32_t c) {
  const bool is_control = c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029;
  const bool turns =
      c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
  return is_control || turns;
}

}  // namespace

std::string printable(std::string_view words) {
  std::string out;
  while (!words.empty()) {
    const char32_t c = take_code_point(words);
    append_code_point(out, steers(c) ? U'.' : c);
  }
  return out;
}

}  // namespace lectern
