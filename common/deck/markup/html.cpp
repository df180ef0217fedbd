#include "common/deck/markup/html.h"

#include <algorithm>
#include <utility>

#include "common/deck/markup/entities.h"
#include "common/deck/markup/html_elements.h"
#include "common/deck/markup/html_opening.h"
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
      const std::size_t end = after_quotes(begin);
      if (end != nowhere) return end;
      quotes_close_ = false;  // looking once more for each tag would not be linear
    }
    return behind(">", begin);
  }

 private:
  std::size_t behind(std::string_view closing, std::size_t begin) const {
    const std::size_t at = html_.find(closing, begin);
    return at == nowhere ? nowhere : at + closing.size();
  }

  /// A `>` inside quotation marks closes nothing.
  std::size_t after_quotes(std::size_t begin) const {
    char quote = 0;
    for (std::size_t i = begin; i < html_.size(); ++i) {
      const char c = html_[i];
      if (quote != 0) {
        if (c == quote) quote = 0;
      } else if (c == '>') {
        return i + 1;
      } else if ((c == '"' || c == '\'') && html_[i - 1] == '=') {
        quote = c;
      }
    }
    return nowhere;
  }

  std::string_view html_;
  bool quotes_close_ = true;
};

}  // namespace

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

void HtmlReader::read(std::string_view html) {
  const std::size_t begin = remarks_.place();
  for (const HtmlPiece& piece : html_pieces(html)) {
    if (blocks_.room().is_full()) return;
    remarks_.go_to(begin + static_cast<std::size_t>(piece.source.data() - html.data()));
    if (piece.kind == HtmlPiece::Kind::text)
      blocks_.add_text(resolve_entities(piece.source));
    else
      read_tag(piece.source);
  }
}

void HtmlReader::read_tag(std::string_view tag) {
  if (tag.starts_with("<!") || tag.starts_with("<?")) return read_comment(tag);
  const std::string name = tag_name(tag);
  const Element& element = find_element(name);
  if (element.kind == ElementKind::unknown) return unknown(tag);
  if (!tag.starts_with("</")) return open(tag, name);
  if (element.kind == ElementKind::without_effect) foreign_depth_ = std::max(0, foreign_depth_ - 1);
  if (!element.is_void && element.kind != ElementKind::transparent)
    blocks_.close_html(element.name, frame_of(element.kind));
}

void HtmlReader::read_comment(std::string_view comment) {
  const auto text = element_comment(comment);
  if (!text) return;
  const Mark mark = mark_of_comment(*text, remarks_);
  if (!blocks_.mark(mark))
    remarks_.once(Code::attribute_ignored,
                  "There is nothing before this comment “.element” that it could speak of.",
                  "Write it behind what it is about.");
}

void HtmlReader::open(std::string_view tag, const std::string& name) {
  tag.remove_prefix(1 + name.size());
  tag.remove_suffix(tag.ends_with("/>") ? 2 : 1);
  const auto attributes = read_attributes(tag);
  const Element& element = find_element(name);
  const Mark mark = mark_of_tag(attributes, remarks_);
  switch (element.kind) {
    case ElementKind::line_break:
      return blocks_.add_break();
    case ElementKind::image:
      return blocks_.add_image(image_of(attributes, mark.look), mark);
    case ElementKind::rule:
      return blocks_.add_rule(mark);
    case ElementKind::transparent:
      return;
    case ElementKind::without_effect:
      remarks_.once(Code::html_ignored, "HTML <" + name + "> has no effect here; the text in it is shown.",
                    "Show a picture, or give a link that people can follow.");
      foreign_depth_ += !element.is_void;
      break;
    default:
      break;
  }
  if (element.is_void) return;
  Opening opening = opening_of(element, attributes, mark, blocks_.style());
  if (element.name == "q") blocks_.add_text("“");
  blocks_.open(std::move(opening));
  if (element.name == "pre" || element.name == "code") {
    const std::string language = language_of(attributes);
    if (!language.empty()) blocks_.set_code_language(language);
  }
}

void HtmlReader::unknown(std::string_view tag) {
  if (foreign_depth_ > 0) return;
  remarks_.once(Code::html_unknown, in_quotes(tag) + " is no HTML that is known; it is shown as it stands.",
                "Write &lt; for < where you mean the sign itself; take the tag out where you do not.");
  blocks_.add_text(tag);
}

}  // namespace lectern::deck
