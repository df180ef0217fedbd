#include "common/text/small_letters.h"

#include <array>

#include "common/text/text.h"

namespace lectern {
namespace {

/// Every `step`-th character from `first` to `last` is a capital; its small letter stands `distance` on.
struct Capitals {
  char32_t first, last;
  char32_t step;
  int distance;
};

// Unicode's simple lower case of whole rows of letters.
constexpr std::array rows = {
    Capitals{'A', 'Z', 1, 32},         Capitals{0x00C0, 0x00D6, 1, 32},   Capitals{0x00D8, 0x00DE, 1, 32},
    Capitals{0x0130, 0x0130, 1, -199}, Capitals{0x0100, 0x0136, 2, 1},    Capitals{0x0139, 0x0147, 2, 1},
    Capitals{0x014A, 0x0176, 2, 1},    Capitals{0x0178, 0x0178, 1, -121}, Capitals{0x0179, 0x017D, 2, 1},
    Capitals{0x0218, 0x021A, 2, 1},    Capitals{0x0386, 0x0386, 1, 38},   Capitals{0x0388, 0x038A, 1, 37},
    Capitals{0x038C, 0x038C, 1, 64},   Capitals{0x038E, 0x038F, 1, 63},   Capitals{0x0391, 0x03A1, 1, 32},
    Capitals{0x03A3, 0x03AB, 1, 32},   Capitals{0x0400, 0x040F, 1, 80},   Capitals{0x0410, 0x042F, 1, 32},
    Capitals{0x0460, 0x0480, 2, 1},    Capitals{0x048A, 0x04BE, 2, 1},    Capitals{0x04D0, 0x052E, 2, 1},
    Capitals{0x1E00, 0x1E94, 2, 1},    Capitals{0x1EA0, 0x1EFE, 2, 1}};

char32_t small_letter(char32_t c) {
  for (const Capitals& row : rows)
    if (row.first <= c && c <= row.last)
      return (c - row.first) % row.step == 0 ? c + static_cast<char32_t>(row.distance) : c;
  return c;
}

}  // namespace

std::string small_letters(std::string_view utf8) {
  std::string small;
  small.reserve(utf8.size());
  while (!utf8.empty()) append_code_point(small, small_letter(take_code_point(utf8)));
  return small;
}

}  // namespace lectern
