#include "common/deck/markup/html_pieces.h"

#include <algorithm>

#include "common/text/text.h"

namespace lectern::deck {
namespace {

constexpr std::size_t nowhere = std::string_view::npos;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool begins_tag(std::string_view rest) {
  if (rest.size() < 2 || rest[0] != '<') return false;
  if (rest[1] == '/') return rest.size() > 2 && is_letter(rest[2]);
  return is_letter(rest[1]) || rest[1] == '!' || rest[1] == '?';
}

/// Finds where tags end.
class TagEnds {
 public:
  explicit TagEnds(std::string_view html) : html_(html) {}

  /// Behind the tag that begins at `begin`; nowhere: it is never closed.
  std::size_t after(std::size_t begin) {
    if (html_.substr(begin).starts_with("<!--")) return behind("-->", begin);
    if (quotes_close_ && is_letter(html_[begin + 1])) {
      if (const auto length = TagScan().end_in(html_.substr(begin))) return begin + *length;
      quotes_close_ = false;  // looking once more for each tag would not be linear
    }
    return behind(">", begin);
  }

 private:
  std::size_t behind(std::string_view closing, std::size_t begin) const {
    const std::size_t at = html_.find(closing, begin);
    return at == nowhere ? nowhere : at + closing.size();
  }

  std::string_view html_;
  bool quotes_close_ = true;
};

}  // namespace

std::optional<std::size_t> TagScan::end_in(std::string_view part) {
  for (std::size_t i = 0; i < part.size(); ++i) {
    const char c = part[i];
    if (quote_ != 0) {
      if (c == quote_) quote_ = 0;
    } else if (c == '>') {
      return i + 1;
    } else if ((c == '"' || c == '\'') && last_ink_ == '=') {
      quote_ = c;
    }
    if (!is_space(c)) last_ink_ = c;
  }
  return std::nullopt;
}

std::vector<HtmlPiece> html_pieces(std::string_view html) {
  std::vector<HtmlPiece> pieces;
  TagEnds ends(html);
  std::size_t text_begin = 0;
  for (std::size_t at = html.find('<'); at != nowhere; at = html.find('<', at)) {
    if (!begins_tag(html.substr(at))) {
      ++at;
      continue;
    }
    const std::size_t end = ends.after(at);
    if (end == nowhere) break;  // what is never closed is text
    if (at > text_begin) pieces.push_back({HtmlPiece::Kind::text, html.substr(text_begin, at - text_begin)});
    const bool is_comment = html[at + 1] == '!' || html[at + 1] == '?';
    pieces.push_back(
        {is_comment ? HtmlPiece::Kind::comment : HtmlPiece::Kind::tag, html.substr(at, end - at)});
    at = text_begin = end;
  }
  if (text_begin < html.size()) pieces.push_back({HtmlPiece::Kind::text, html.substr(text_begin)});
  return pieces;
}

std::string tag_name(std::string_view tag) {
  tag.remove_prefix(std::min<std::size_t>(tag.starts_with("</") ? 2 : 1, tag.size()));
  return lower_case(tag.substr(0, tag.find_first_of(" \t\n\v\f\r/>")));
}

}  // namespace lectern::deck
