#include "common/deck/markdown.h"

#include <md4c.h>

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <utility>

#include "common/deck/block_builder.h"
#include "common/deck/deck.h"
#include "common/deck/entities.h"
#include "common/deck/guard.h"
#include "common/deck/html.h"
#include "common/deck/text.h"

namespace lectern::deck {
namespace {

constexpr std::size_t max_attribute_bytes_per_byte = 8;  // addresses and titles, which references can repeat

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

/// Turns md4c's events into blocks.
class Reader {
 public:
  Reader(const GuardedMarkdown& markdown, Report& report)
      : markdown_(markdown),
        report_(report),
        attribute_bytes_left_(max_attribute_bytes_per_byte * markdown.text().size()) {}

  Blocks take() { return blocks_.take(); }

  void enter_block(MD_BLOCKTYPE type, const void* detail) {
    blocks_.flush_plain();
    switch (type) {
      case MD_BLOCK_QUOTE:
        warn_unless(blocks_.open_quote());
        break;
      case MD_BLOCK_UL:
        warn_unless(blocks_.open_list(List{}));
        break;
      case MD_BLOCK_OL:
        warn_unless(
            blocks_.open_list(List{true, static_cast<int>(as<MD_BLOCK_OL_DETAIL>(detail).start), {}}));
        break;
      case MD_BLOCK_LI:
        blocks_.open_item();
        break;
      case MD_BLOCK_CODE:
      case MD_BLOCK_HTML:
        in_verbatim_ = true;
        verbatim_.clear();
        break;
      case MD_BLOCK_TABLE:
        table_ = Table{};
        table_.columns.resize(
            std::min<std::size_t>(as<MD_BLOCK_TABLE_DETAIL>(detail).col_count, max_table_columns));
        break;
      case MD_BLOCK_TH:
        if (row_.size() < table_.columns.size()) {
          table_.columns[row_.size()] = alignment(as<MD_BLOCK_TD_DETAIL>(detail).align);
        }
        break;
      default:
        break;
    }
  }

  void leave_block(MD_BLOCKTYPE type, const void* detail) {
    switch (type) {
      case MD_BLOCK_H:
        blocks_.add(
            {Heading{static_cast<int>(as<MD_BLOCK_H_DETAIL>(detail).level), blocks_.inlines().take()}});
        break;
      case MD_BLOCK_P:
        if (!blocks_.inlines().empty()) blocks_.add({Paragraph{blocks_.inlines().take()}});
        break;
      case MD_BLOCK_HR:
        blocks_.add({Rule{}});
        break;
      case MD_BLOCK_CODE:
        add_code_block(attribute_text(as<MD_BLOCK_CODE_DETAIL>(detail).lang));
        break;
      case MD_BLOCK_HTML:
        add_html_block();
        break;
      case MD_BLOCK_TH:
      case MD_BLOCK_TD:
        add_cell();
        break;
      case MD_BLOCK_TR:
        add_row();
        break;
      case MD_BLOCK_TABLE:
        blocks_.add({std::move(table_)});
        break;
      case MD_BLOCK_LI:
      case MD_BLOCK_UL:
      case MD_BLOCK_OL:
      case MD_BLOCK_QUOTE:
        blocks_.flush_plain();
        blocks_.close();
        break;
      default:
        break;
    }
  }

  void enter_span(MD_SPANTYPE type, const void* detail) {
    if (type == MD_SPAN_A) {
      style_.href = attribute_text(as<MD_SPAN_A_DETAIL>(detail).href);
    } else if (type == MD_SPAN_IMG && image_depth_++ == 0) {
      const auto& image = as<MD_SPAN_IMG_DETAIL>(detail);
      image_ = {file_name_of(attribute_text(image.src)), {}, attribute_text(image.title)};
    }
    change_style(type, +1);
  }

  void leave_span(MD_SPANTYPE type) {
    if (type == MD_SPAN_A) {
      style_.href.clear();
    } else if (type == MD_SPAN_IMG && --image_depth_ == 0) {
      blocks_.inlines().add_image(std::move(image_));
    }
    change_style(type, -1);
  }

  void text(MD_TEXTTYPE type, std::string_view text) {
    if (!in_verbatim_ || verbatim_.empty()) note_place(text);
    if (in_verbatim_) {
      verbatim_ += type == MD_TEXT_NULLCHAR ? "\uFFFD" : text;
    } else if (type == MD_TEXT_HTML) {
      add_inline_html(text);
    } else if (type == MD_TEXT_BR) {
      add_break();
    } else if (type == MD_TEXT_SOFTBR) {
      add_text(" ");
    } else if (type == MD_TEXT_NULLCHAR) {
      add_text("\uFFFD");
    } else if (type == MD_TEXT_ENTITY) {
      add_text(resolve_entity(text));
    } else {
      add_text(text);
    }
  }

 private:
  /// md4c gives no positions, but most of its texts lie in its input.
  void note_place(std::string_view text) {
    const char* begin = markdown_.text().data();
    const char* end = begin + markdown_.text().size();
    if (std::less_equal<>()(begin, text.data()) && std::less<>()(text.data(), end)) {
      place_ = static_cast<std::size_t>(text.data() - begin);
    }
  }

  void warn(const std::string& message, const std::string& remedy) {
    if (warned_.insert(message).second) report_.add(markdown_.source_offset(place_), message, remedy);
  }

  void warn_unless(bool opened) {
    if (opened) return;
    warn("Lists and quotes are nested too deep here; the innermost are shown without their indentation.",
         "Use at most " + std::to_string(max_nesting) + " levels.");
  }

  void change_style(MD_SPANTYPE type, int change) {
    const auto count = [&](int& depth, bool& flag) {
      depth += change;
      flag = depth > 0;
    };
    if (type == MD_SPAN_STRONG) count(strong_depth_, style_.strong);
    if (type == MD_SPAN_EM) count(emphasis_depth_, style_.emphasis);
    if (type == MD_SPAN_DEL) count(strike_depth_, style_.strike);
    if (type == MD_SPAN_CODE) style_.code = change > 0;
  }

  std::string attribute_text(const MD_ATTRIBUTE& attribute) {
    std::string text;
    for (std::size_t i = 0; attribute.size > 0 && attribute.substr_offsets[i] < attribute.size; ++i) {
      const MD_OFFSET begin = attribute.substr_offsets[i];
      const std::string_view part(attribute.text + begin, attribute.substr_offsets[i + 1] - begin);
      const MD_TEXTTYPE type = attribute.substr_types[i];
      text += type == MD_TEXT_ENTITY     ? resolve_entity(part)
              : type == MD_TEXT_NULLCHAR ? std::string("\uFFFD")
                                         : std::string(part);
    }
    if (text.size() > attribute_bytes_left_) {
      warn("Long link addresses are repeated so often here that some are left out.",
           "Write shorter addresses.");
      text.clear();
    }
    attribute_bytes_left_ -= text.size();
    return text;
  }

  void add_text(std::string_view text) {
    if (image_depth_ > 0) {
      image_.alt += text;
      return;
    }
    // A run copies the address of its link, and a link can hold any number of runs.
    if (style_.href.size() > attribute_bytes_left_) style_.href.clear();
    attribute_bytes_left_ -= style_.href.size();
    blocks_.inlines().add_text(text, style_);
  }

  void add_break() {
    if (image_depth_ > 0) {
      image_.alt += ' ';
    } else {
      blocks_.inlines().add_break();
    }
  }

  void add_inline_html(std::string_view tag) {
    const std::string name = tag_name(tag);
    if (name == "br") {
      add_break();
    } else if (!name.empty()) {
      warn("HTML <" + name + "> has no effect here; the text in it is shown.",
           "Use Markdown, such as **strong**, *emphasis* or ![picture](file.jpg).");
    }
  }

  void add_html_block() {
    in_verbatim_ = false;
    const std::size_t begin = place_;
    for (const HtmlPiece& piece : html_pieces(verbatim_)) {
      place_ = begin + static_cast<std::size_t>(piece.source.data() - verbatim_.data());
      if (piece.kind == HtmlPiece::Kind::text) add_text(resolve_entities(piece.source));
      if (piece.kind == HtmlPiece::Kind::tag) add_inline_html(piece.source);
    }
    if (Inlines inlines = blocks_.inlines().take(); !inlines.empty())
      blocks_.add({Paragraph{std::move(inlines)}});
  }

  void add_code_block(std::string language) {
    in_verbatim_ = false;
    if (verbatim_.ends_with('\n')) verbatim_.pop_back();
    blocks_.add({CodeBlock{std::move(language), verbatim_}});
  }

  void add_cell() {
    if (row_.size() < table_.columns.size()) row_.push_back(blocks_.inlines().take());
  }

  void add_row() {
    row_.resize(table_.columns.size());
    if (table_.header.empty()) {
      table_.header = std::move(row_);
    } else {
      table_.body.push_back(std::move(row_));
    }
    row_.clear();
  }

  const GuardedMarkdown& markdown_;
  Report& report_;
  BlockBuilder blocks_;
  std::size_t place_ = 0;         // in the guarded text, of what md4c spoke of last
  std::set<std::string> warned_;  // each once
  std::size_t attribute_bytes_left_;

  TextRun style_;
  int strong_depth_ = 0;
  int emphasis_depth_ = 0;
  int strike_depth_ = 0;
  int image_depth_ = 0;  // an image's text can hold images; they are part of its alternative text
  InlineImage image_;
  Table table_;
  Table::Row row_;
  bool in_verbatim_ = false;  // in a block of code or HTML
  std::string verbatim_;
};

MD_PARSER parser() {
  MD_PARSER p{};
  p.flags = MD_FLAG_PERMISSIVEAUTOLINKS | MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH;
  p.enter_block = [](MD_BLOCKTYPE type, void* detail, void* reader) {
    static_cast<Reader*>(reader)->enter_block(type, detail);
    return 0;
  };
  p.leave_block = [](MD_BLOCKTYPE type, void* detail, void* reader) {
    static_cast<Reader*>(reader)->leave_block(type, detail);
    return 0;
  };
  p.enter_span = [](MD_SPANTYPE type, void* detail, void* reader) {
    static_cast<Reader*>(reader)->enter_span(type, detail);
    return 0;
  };
  p.leave_span = [](MD_SPANTYPE type, void*, void* reader) {
    static_cast<Reader*>(reader)->leave_span(type);
    return 0;
  };
  p.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* reader) {
    static_cast<Reader*>(reader)->text(type, {text, size});
    return 0;
  };
  return p;
}

/// At most max_markdown_bytes, ending with a whole line, or at least with a whole character.
std::string_view bounded(std::string_view markdown, std::size_t offset, Report& report) {
  if (markdown.size() <= max_markdown_bytes) return markdown;
  std::size_t end = max_markdown_bytes;
  while ((markdown[end] & 0xC0) == 0x80) --end;
  const std::size_t line_end = markdown.rfind('\n', end);
  if (line_end != std::string_view::npos && line_end > 0) end = line_end;
  report.add(offset + end, "This slide is too long; what follows on it is left out.",
             "Divide it into several slides.");
  return markdown.substr(0, end);
}

}  // namespace

Blocks read_markdown(std::string_view markdown, std::size_t offset, Report& report) {
  const GuardedMarkdown guarded(bounded(markdown, offset, report), offset, report);
  Reader reader(guarded, report);
  const MD_PARSER with = parser();
  md_parse(guarded.text().data(), static_cast<MD_SIZE>(guarded.text().size()), &with, &reader);
  return reader.take();
}

Blocks read_markdown(std::string_view markdown) {
  const SourceText source{std::string(markdown)};
  Report unread(source);
  return read_markdown(source.text(), 0, unread);
}

}  // namespace lectern::deck
