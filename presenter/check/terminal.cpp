#include "presenter/check/terminal.h"

#include <algorithm>
#include <array>
#include <vector>

#include "common/text/text.h"

namespace lectern::check {
namespace {

constexpr char32_t replacement = 0xFFFD;

struct Span {
  char32_t first, last;
};

// Unicode's East Asian Width W and F, and what terminals show as emoji.
constexpr std::array wide = {
    Span{0x1100, 0x115F},   Span{0x231A, 0x231B},   Span{0x23E9, 0x23EC},   Span{0x25FD, 0x25FE},
    Span{0x2614, 0x2615},   Span{0x2648, 0x2653},   Span{0x267F, 0x267F},   Span{0x2693, 0x2693},
    Span{0x26A1, 0x26A1},   Span{0x26AA, 0x26AB},   Span{0x26BD, 0x26BE},   Span{0x26C4, 0x26C5},
    Span{0x26CE, 0x26CE},   Span{0x26D4, 0x26D4},   Span{0x26EA, 0x26EA},   Span{0x26F2, 0x26F5},
    Span{0x26FA, 0x26FD},   Span{0x2705, 0x2705},   Span{0x270A, 0x270B},   Span{0x2728, 0x2728},
    Span{0x274C, 0x274E},   Span{0x2753, 0x2757},   Span{0x2795, 0x2797},   Span{0x27B0, 0x27BF},
    Span{0x2B1B, 0x2B1C},   Span{0x2B50, 0x2B55},   Span{0x2E80, 0x303E},   Span{0x3041, 0x33FF},
    Span{0x3400, 0x4DBF},   Span{0x4E00, 0x9FFF},   Span{0xA000, 0xA4CF},   Span{0xA960, 0xA97F},
    Span{0xAC00, 0xD7A3},   Span{0xF900, 0xFAFF},   Span{0xFE30, 0xFE6F},   Span{0xFF00, 0xFF60},
    Span{0xFFE0, 0xFFE6},   Span{0x1F004, 0x1F004}, Span{0x1F18E, 0x1F19A}, Span{0x1F1E6, 0x1F64F},
    Span{0x1F680, 0x1F6FF}, Span{0x1F7E0, 0x1F7EB}, Span{0x1F900, 0x1FAFF}, Span{0x20000, 0x3FFFD}};

// Combining marks, joiners and variation selectors.
constexpr std::array narrow = {Span{0x0300, 0x036F}, Span{0x0483, 0x0489},   Span{0x0591, 0x05BD},
                               Span{0x064B, 0x065F}, Span{0x1AB0, 0x1AFF},   Span{0x1DC0, 0x1DFF},
                               Span{0x200B, 0x200D}, Span{0x20D0, 0x20FF},   Span{0xFE00, 0xFE0F},
                               Span{0xFE20, 0xFE2F}, Span{0x1F3FB, 0x1F3FF}, Span{0xE0100, 0xE01EF}};

// C0, delete and C1; Unicode's line ends; marks and overrides of direction.
constexpr std::array obeyed = {Span{0x00, 0x1F},     Span{0x7F, 0x9F},     Span{0x200E, 0x200F},
                               Span{0x2028, 0x202E}, Span{0x2060, 0x206F}, Span{0xFEFF, 0xFEFF}};

template <std::size_t size>
bool is_in(const std::array<Span, size>& spans, char32_t c) {
  return std::ranges::any_of(spans, [c](const Span& span) { return span.first <= c && c <= span.last; });
}

int cells(char32_t c) {
  if (is_in(narrow, c)) return 0;
  return is_in(wide, c) ? 2 : 1;
}

char32_t take_printable(std::string_view& text) {
  const char32_t c = take_code_point(text);
  if (c == '\t') return ' ';
  return is_in(obeyed, c) ? replacement : c;
}

}  // namespace

std::string printable(std::string_view text) {
  std::string result;
  while (!text.empty()) append_code_point(result, take_printable(text));
  return result;
}

Excerpt excerpt(std::string_view line, int column, int width) {
  // Enough to either side of the column: everything takes a cell at least, but for marks.
  const auto most = static_cast<std::size_t>(std::max(width, 8));
  const auto wanted = static_cast<std::size_t>(std::max(column, 1)) - 1;
  std::vector<char32_t> before, after;
  bool is_cut_before = false;
  for (std::size_t i = 0; i < wanted && !line.empty(); ++i) before.push_back(take_printable(line));
  while (!line.empty() && after.size() < 2 * most) after.push_back(take_printable(line));

  const auto width_of = [](const std::vector<char32_t>& characters) {
    std::size_t sum = 0;
    for (const char32_t c : characters) sum += static_cast<std::size_t>(cells(c));
    return sum;
  };
  // What follows the column may take half of the width, or what the text before it leaves.
  const std::size_t after_share = std::min(width_of(after), most / 2);
  std::size_t room = most - after_share, from = before.size();
  for (; from > 0; --from) {
    const auto next = static_cast<std::size_t>(cells(before[from - 1]));
    if (next + (from > 1 ? 1 : 0) > room) break;  // a cell stays free for the ellipsis
    room -= next;
  }
  is_cut_before = from > 0;
  before.erase(before.begin(), before.begin() + static_cast<std::ptrdiff_t>(from));

  Excerpt result;
  if (is_cut_before) result.line = "\u2026";
  for (const char32_t c : before) append_code_point(result.line, c);
  const std::size_t indent = width_of(before) + (is_cut_before ? 1 : 0);
  result.indent.assign(indent, ' ');
  const bool fits = line.empty() && indent + width_of(after) <= most;
  for (std::size_t used = indent; const char32_t c : after) {
    used += static_cast<std::size_t>(cells(c));
    if (!fits && used + 1 > most) {
      result.line += "\u2026";
      break;
    }
    append_code_point(result.line, c);
  }
  return result;
}

}  // namespace lectern::check
