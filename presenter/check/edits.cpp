#include "presenter/check/edits.h"

#include <algorithm>

namespace lectern::check {

std::string with_edits(std::string_view text, std::vector<Edit> edits) {
  std::ranges::stable_sort(edits, {}, [](const Edit& edit) { return edit.range.begin; });
  std::string result;
  std::size_t done = 0;
  for (const Edit& edit : edits) {
    if (edit.range.begin < done) continue;
    result += text.substr(done, edit.range.begin - done);
    result += edit.text;
    done = edit.range.end;
  }
  result += text.substr(done);
  return result;
}

std::vector<std::size_t> line_begins(std::string_view text) {
  std::vector<std::size_t> begins = {0};
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\n' && text[i] != '\r') continue;
    if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') ++i;
    begins.push_back(i + 1);
  }
  return begins;
}

}  // namespace lectern::check
