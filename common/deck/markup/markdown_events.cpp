#include "common/deck/markup/markdown_events.h"

#include <utility>

#include "common/deck/markup/entities.h"
#include "common/text/text.h"

namespace lectern::deck {
namespace {

Align alignment(MD_ALIGN align) {
  switch (align) {
    case MD_ALIGN_LEFT:
      return Align::left;
    case MD_ALIGN_CENTER:
      return Align::center;
    case MD_ALIGN_RIGHT:
      return Align::right;
    default:
      return Align::none;
  }
}

template <class Detail>
const Detail& as(const void* detail) {
  return *static_cast<const Detail*>(detail);
}

Task task_of(const MD_BLOCK_LI_DETAIL& item) {
  if (item.is_task == 0) return Task::none;
  return item.task_mark == ' ' ? Task::open : Task::done;
}

/// Whether `part` is the last of what md4c takes for one piece of HTML, `tag` so far.
bool ends_tag(std::string_view tag, std::string_view part, TagScan& scan) {
  if (tag.starts_with("<!--")) return tag.ends_with("-->");
  if (tag.starts_with("<?")) return tag.ends_with("?>");
  if (tag.starts_with("<!")) return tag.ends_with(tag.starts_with("<![CDATA[") ? "]]>" : ">");
  return scan.end_in(part).has_value();
}

}  // namespace

void MarkdownEvents::open(Kind kind, Opening opening) {
  open_.push_back({kind, blocks_.open(std::move(opening))});
}

/// Not all spans that md4c 0.4.8 enters it leaves, and the other way round: `www.example.org(~~s~~`.
void MarkdownEvents::close_block() {
  while (!open_.empty() && open_.back().kind == Kind::span) open_.pop_back();
  if (open_.empty()) return;
  blocks_.close(open_.back().handle);
  open_.pop_back();
}

void MarkdownEvents::end_image() {
  image_depth_ = 0;
  blocks_.add_image(std::move(image_), {});
}

void MarkdownEvents::enter_block(MD_BLOCKTYPE type, const void* detail) {
  Opening opening{.kind = Frame::group, .owner = Owner::markdown, .style = blocks_.style()};
  switch (type) {
    case MD_BLOCK_QUOTE:
      opening.kind = Frame::quote;
      break;
    case MD_BLOCK_UL:
      opening.kind = Frame::list;
      break;
    case MD_BLOCK_OL:
      opening.kind = Frame::list;
      opening.list = {
          .ordered = true, .start = static_cast<int>(as<MD_BLOCK_OL_DETAIL>(detail).start), .items = {}};
      break;
    case MD_BLOCK_LI:
      opening.kind = Frame::item;
      opening.task = task_of(as<MD_BLOCK_LI_DETAIL>(detail));
      break;
    case MD_BLOCK_P:
      opening.kind = Frame::paragraph;
      break;
    case MD_BLOCK_H:
      opening.kind = Frame::heading;
      opening.level = static_cast<int>(as<MD_BLOCK_H_DETAIL>(detail).level);
      opening.style.pixels *= heading_em[opening.level - 1];
      break;
    case MD_BLOCK_TABLE:
      opening.kind = Frame::table;
      break;
    case MD_BLOCK_TR:
      opening.kind = Frame::row;
      break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      opening.kind = Frame::cell;
      opening.is_header = type == MD_BLOCK_TH;
      opening.align = alignment(as<MD_BLOCK_TD_DETAIL>(detail).align);
      break;
    case MD_BLOCK_CODE:
    case MD_BLOCK_HTML:
      is_verbatim_ = true;
      verbatim_.clear();
      return;
    default:
      return;
  }
  open(Kind::block, std::move(opening));
}

void MarkdownEvents::leave_block(MD_BLOCKTYPE type, const void* detail) {
  if (image_depth_ > 0) end_image();
  switch (type) {
    case MD_BLOCK_HR:
      return blocks_.add_rule({});
    case MD_BLOCK_CODE:
      is_verbatim_ = false;
      if (verbatim_.ends_with('\n')) verbatim_.pop_back();
      return blocks_.add_code({attribute_text(as<MD_BLOCK_CODE_DETAIL>(detail).lang), std::move(verbatim_)});
    case MD_BLOCK_HTML:
      is_verbatim_ = false;
      return html_.read(verbatim_);
    case MD_BLOCK_DOC:
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
      return;
    default:
      return close_block();
  }
}

void MarkdownEvents::enter_span(MD_SPANTYPE type, const void* detail) {
  if (type == MD_SPAN_IMG && image_depth_++ == 0) {
    const auto& image = as<MD_SPAN_IMG_DETAIL>(detail);
    image_ = {
        .source = file_name_of(attribute_text(image.src)), .alt = {}, .title = attribute_text(image.title)};
  }
  if (image_depth_ > 0) return;
  Opening opening{.kind = Frame::text, .owner = Owner::markdown, .style = blocks_.style()};
  if (type == MD_SPAN_STRONG) opening.style.strong = true;
  if (type == MD_SPAN_EM) opening.style.emphasis = true;
  if (type == MD_SPAN_DEL) opening.style.strike = true;
  if (type == MD_SPAN_CODE) opening.style.code = true;
  if (type == MD_SPAN_A)
    opening.style.href =
        std::make_shared<const std::string>(attribute_text(as<MD_SPAN_A_DETAIL>(detail).href));
  open(Kind::span, std::move(opening));
}

void MarkdownEvents::leave_span(MD_SPANTYPE type) {
  if (image_depth_ > 0) {
    if (type == MD_SPAN_IMG && --image_depth_ == 0) end_image();
    return;
  }
  if (open_.empty() || open_.back().kind == Kind::block) return;
  blocks_.close(open_.back().handle);
  open_.pop_back();
}

void MarkdownEvents::text(MD_TEXTTYPE type, std::string_view text) {
  if ((!is_verbatim_ || verbatim_.empty()) && tag_.empty()) remarks_.come_to(text);
  if (is_verbatim_) {
    verbatim_ += type == MD_TEXT_NULLCHAR ? "\uFFFD" : text;
  } else if (type == MD_TEXT_HTML) {
    add_html(text);
  } else if (type == MD_TEXT_BR) {
    add_break();
  } else if (type == MD_TEXT_SOFTBR) {
    add_text(" ");
  } else if (type == MD_TEXT_NULLCHAR) {
    add_text("\uFFFD");
  } else if (type == MD_TEXT_CODE) {
    add_text(text);
  } else {  // a link's text can be an address
    add_text(resolve_entities(text, blocks_.style().href ? ReferencesIn::attribute : ReferencesIn::text));
  }
}

void MarkdownEvents::add_text(std::string_view text) {
  if (image_depth_ > 0)
    image_.alt += text;
  else
    blocks_.add_text(text);
}

void MarkdownEvents::add_break() {
  if (image_depth_ > 0)
    image_.alt += ' ';
  else
    blocks_.add_break();
}

/// A tag that goes over several lines comes in parts.
void MarkdownEvents::add_html(std::string_view part) {
  tag_ += part;
  if (!ends_tag(tag_, part, tag_scan_)) return;
  if (image_depth_ == 0) html_.read_tag(tag_);
  tag_.clear();
  tag_scan_ = {};
}

std::string MarkdownEvents::attribute_text(const MD_ATTRIBUTE& attribute) const {
  std::string text;
  for (std::size_t i = 0; attribute.size > 0 && attribute.substr_offsets[i] < attribute.size; ++i) {
    const MD_OFFSET begin = attribute.substr_offsets[i];
    const std::string_view part(attribute.text + begin, attribute.substr_offsets[i + 1] - begin);
    const MD_TEXTTYPE type = attribute.substr_types[i];
    text += type == MD_TEXT_ENTITY     ? resolve_entities(part, ReferencesIn::attribute)
            : type == MD_TEXT_NULLCHAR ? std::string("\uFFFD")
                                       : std::string(part);
  }
  return text;
}

}  // namespace lectern::deck
