#include "common/deck/comments.h"

#include <algorithm>

#include "common/deck/fences.h"

namespace lectern::deck {
namespace {

/// Not exact: an odd number of back-ticks before it on its line.
bool is_in_code_span(std::string_view text, std::size_t at) {
  constexpr std::size_t looked_at = 1000;  // keeps a long line linear
  const std::size_t begin = at > looked_at ? at - looked_at : 0;
  const std::string_view before = text.substr(begin, at - begin);
  const std::size_t line = before.rfind('\n') + 1;
  return std::count(before.begin() + static_cast<std::ptrdiff_t>(line), before.end(), '`') % 2 == 1;
}

}  // namespace

std::vector<Range> closed_comments(std::string_view text, std::size_t from,
                                   const std::vector<Range>& fences) {
  constexpr std::string_view opening = "<!--";
  constexpr std::string_view closing = "-->";
  std::vector<Range> comments;
  std::size_t close = 0;
  for (std::size_t open = text.find(opening, from); open != std::string_view::npos;) {
    const std::size_t next = text.find(opening, open + opening.size());
    if (range_around(fences, open) == nullptr && !is_in_code_span(text, open)) {
      if (close < open + opening.size()) close = text.find(closing, open + opening.size());
      if (close == std::string_view::npos) break;
      if (close < next) comments.push_back({open, close + closing.size()});
    }
    open = next;
  }
  return comments;
}

}  // namespace lectern::deck
