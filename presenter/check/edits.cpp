#include "presenter/check/edits.h"

#include <algorithm>
#include <array>

#include "common/deck/fences.h"

namespace lectern::check {
namespace {

constexpr std::array<std::string_view, 6> before_name = {"](", "](<", "=\"", "='", "]: ", "]: <"};
constexpr std::string_view after_name = ")>\"'?#, \t\r\n";

std::string with_escaped_spaces(std::string_view name) {
  std::string escaped;
  for (const char c : name) {
    if (c == ' ') {
      escaped += "%20";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

/// As a deck may begin a name without meaning anything else by it.
std::string_view opening_of(std::string_view written) {
  for (const std::string_view opening : {"./", ".\\", "/"})
    if (written.starts_with(opening)) return opening == ".\\" ? "./" : opening;
  return "";
}

bool is_in_inline_code(std::string_view text, std::size_t at) {
  const std::size_t line = text.find_last_of("\r\n", at) + 1;  // npos + 1: 0
  return std::ranges::count(text.substr(line, at - line), '`') % 2 != 0;
}

bool stands_as_picture(std::string_view text, std::size_t at, std::size_t end) {
  const std::string_view before = text.substr(0, at);
  const bool is_begun =
      std::ranges::any_of(before_name, [&](std::string_view mark) { return before.ends_with(mark); });
  const bool is_ended = end < text.size() && after_name.find(text[end]) != std::string_view::npos;
  return is_begun && is_ended && !is_in_inline_code(text, at);
}

}  // namespace

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

std::vector<Edit> rename_picture(std::string_view text, std::string_view written, std::string_view real) {
  std::vector<Edit> edits;
  const std::vector<Range> fences = deck::closed_fences(text, 0);
  const auto rename = [&](std::string_view spelt, const std::string& right) {
    for (std::size_t at = text.find(spelt); at != std::string_view::npos; at = text.find(spelt, at + 1)) {
      const std::size_t end = at + spelt.size();
      if (!deck::range_around(fences, at) && stands_as_picture(text, at, end))
        edits.push_back({{at, end}, right});
    }
  };
  const std::string right = std::string(opening_of(written)) + std::string(real);
  rename(written, right);
  const std::string escaped = with_escaped_spaces(written);
  if (escaped != written) rename(escaped, with_escaped_spaces(right));
  return edits;
}

}  // namespace lectern::check
