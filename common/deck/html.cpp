#include "common/deck/html.h"

#include <algorithm>

#include "common/deck/text.h"

namespace lectern::deck {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool begins_tag(std::string_view rest) {
  return rest.size() > 1 && rest[0] == '<' &&
         (is_letter(rest[1]) || rest[1] == '/' || rest[1] == '!' || rest[1] == '?');
}

}  // namespace

std::vector<HtmlPiece> html_pieces(std::string_view html) {
  std::vector<HtmlPiece> pieces;
  std::size_t text_begin = 0;
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at)) {
    const std::string_view rest = html.substr(at);
    const bool is_comment = rest.starts_with("<!--");
    if (!begins_tag(rest)) {
      ++at;
      continue;
    }
    const std::string_view closing = is_comment ? "-->" : ">";
    const std::size_t close = rest.find(closing);
    if (close == std::string_view::npos) break;  // what is never closed is text
    if (at > text_begin) pieces.push_back({HtmlPiece::Kind::text, html.substr(text_begin, at - text_begin)});
    at += close + closing.size();
    pieces.push_back({is_comment ? HtmlPiece::Kind::comment : HtmlPiece::Kind::tag,
                      rest.substr(0, close + closing.size())});
    text_begin = at;
  }
  if (text_begin < html.size()) pieces.push_back({HtmlPiece::Kind::text, html.substr(text_begin)});
  return pieces;
}

std::string tag_name(std::string_view tag) {
  tag.remove_prefix(std::min<std::size_t>(tag.starts_with("</") ? 2 : 1, tag.size()));
  const auto end = std::find_if_not(
      tag.begin(), tag.end(), [](char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '-'; });
  return lower_case(tag.substr(0, static_cast<std::size_t>(end - tag.begin())));
}

}  // namespace lectern::deck
