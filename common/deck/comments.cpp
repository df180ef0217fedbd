#include "common/deck/comments.h"

#include <algorithm>

#include "common/deck/fences.h"

namespace lectern::deck {
namespace {

/// Tells of places further and further on whether they are in a line's code. Not exact: an odd number of
/// back-ticks before them on their line.
class CodeSpans {
 public:
  CodeSpans(std::string_view text, std::size_t from) : text_(text), at_(from) {}

  bool hold(std::size_t place) {
    for (; at_ < place; ++at_) {
      if (text_[at_] == '\n') is_open_ = false;
      if (text_[at_] == '`') is_open_ = !is_open_;
    }
    return is_open_;
  }

 private:
  std::string_view text_;
  std::size_t at_;
  bool is_open_ = false;
};

}  // namespace

std::vector<Range> closed_comments(std::string_view text, std::size_t from,
                                   const std::vector<Range>& fences) {
  constexpr std::string_view opening = "<!--";
  constexpr std::string_view closing = "-->";
  std::vector<Range> comments;
  CodeSpans code(text, from);
  std::size_t close = 0;
  for (std::size_t open = text.find(opening, from); open != std::string_view::npos;) {
    const std::size_t next = text.find(opening, open + opening.size());
    if (range_around(fences, open) == nullptr && !code.hold(open)) {
      if (close < open + opening.size()) close = text.find(closing, open + opening.size());
      if (close == std::string_view::npos) break;
      if (close < next) comments.push_back({open, close + closing.size()});
    }
    open = next;
  }
  return comments;
}

}  // namespace lectern::deck
