#include "common/deck/fences.h"

#include <algorithm>
#include <optional>

namespace lectern::deck {
namespace {

constexpr std::size_t max_look_ahead =
    1000;  // fence lines searched for the closing one; keeps the search linear

struct FenceLine {
  Range line;
  char mark = '`';
  std::size_t length = 3;
  bool has_info = false;
};

/// CommonMark 0.30 §4.5: up to three spaces, three or more of ` or ~, an info string that has no ` after `.
std::optional<FenceLine> as_fence(std::string_view text, Range line) {
  std::string_view rest = text.substr(line.begin, line.end - line.begin);
  const std::size_t indent = std::min(rest.find_first_not_of(' '), rest.size());
  rest.remove_prefix(indent);
  if (indent > 3 || rest.empty() || (rest.front() != '`' && rest.front() != '~')) return std::nullopt;
  const char mark = rest.front();
  const std::size_t length = std::min(rest.find_first_not_of(mark), rest.size());
  const std::string_view info = trimmed(rest.substr(length));
  if (length < 3 || (mark == '`' && info.find('`') != std::string_view::npos)) return std::nullopt;
  return FenceLine{line, mark, length, !info.empty()};
}

std::vector<FenceLine> fence_lines(std::string_view text, std::size_t from) {
  std::vector<FenceLine> found;
  while (from < text.size()) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    if (const auto fence = as_fence(text, {from, end})) found.push_back(*fence);
    from = end + 1;
  }
  return found;
}

/// Index of the line that closes lines[opening]; nullopt: it stays open.
std::optional<std::size_t> closing(const std::vector<FenceLine>& lines, std::size_t opening) {
  const std::size_t end = std::min(lines.size(), opening + max_look_ahead);
  for (std::size_t i = opening + 1; i < end; ++i) {
    if (lines[i].mark != lines[opening].mark || lines[i].length < lines[opening].length) continue;
    if (lines[i].has_info) return std::nullopt;
    return i;
  }
  return std::nullopt;
}

}  // namespace

std::vector<Range> closed_fences(std::string_view text, std::size_t from) {
  const std::vector<FenceLine> lines = fence_lines(text, from);
  std::vector<Range> closed;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (const auto end = closing(lines, i)) {
      closed.push_back({lines[i].line.begin, lines[*end].line.end});
      i = *end;
    }
  }
  return closed;
}

const Range* range_around(const std::vector<Range>& ranges, std::size_t offset) {
  const auto after = std::upper_bound(ranges.begin(), ranges.end(), offset,
                                      [](std::size_t at, const Range& range) { return at < range.begin; });
  if (after == ranges.begin() || offset >= (after - 1)->end) return nullptr;
  return &*(after - 1);
}

}  // namespace lectern::deck
