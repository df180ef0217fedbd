#include "common/deck/markup/html.h"

#include <algorithm>
#include <utility>

#include "common/deck/markup/entities.h"
#include "common/deck/markup/html_elements.h"
#include "common/deck/markup/html_opening.h"
#include "common/deck/markup/html_pieces.h"
#include "common/text/text.h"

namespace lectern::deck {
namespace {

/// Whether the rest of the text would look like it if its author forgot to close it.
bool must_be_closed(const Opening& opening, const Style& around) {
  return opening.kind == Frame::text && (opening.style != around || opening.mark.is_fragment);
}

}  // namespace

void HtmlReader::read(std::string_view html) {
  const std::size_t begin = remarks_.place();
  for (const HtmlPiece& piece : html_pieces(html)) {
    if (blocks_.room().is_full()) return;
    remarks_.go_to(begin + static_cast<std::size_t>(piece.source.data() - html.data()));
    if (piece.kind == HtmlPiece::Kind::text)
      blocks_.add_text(resolve_entities(piece.source, ReferencesIn::text));
    else
      read_tag(piece.source);
  }
}

void HtmlReader::read_tag(std::string_view tag) {
  if (tag.starts_with("<!") || tag.starts_with("<?")) return read_comment(tag);
  const std::string name = tag_name(tag);
  const Element& element = find_element(name);
  if (element.role == Role::unknown) return unknown(tag);
  if (!tag.starts_with("</")) return open(tag, name);
  if (element.role == Role::without_effect) foreign_depth_ = std::max(0, foreign_depth_ - 1);
  if (!element.is_void && element.role != Role::transparent) blocks_.close_html(element.name, element.frame);
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
  switch (element.role) {
    case Role::line_break:
      return blocks_.add_break();
    case Role::image:
      return blocks_.add_image(image_of(attributes, mark.look), mark);
    case Role::rule:
      return blocks_.add_rule(mark);
    case Role::transparent:
      return;
    case Role::without_effect:
      remarks_.once(Code::html_ignored, "HTML <" + name + "> has no effect here; the text in it is shown.",
                    "Show a picture, or give a link that people can follow.");
      foreign_depth_ += !element.is_void;
      break;
    default:
      break;
  }
  if (element.is_void) return;
  Opening opening = opening_of(element, attributes, mark, blocks_.style());
  if (must_be_closed(opening, blocks_.style())) opening.place = remarks_.place();
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
