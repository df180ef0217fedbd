// Code blocks: nine tenths wide, in their own type and on their own ground. A long line is broken: nobody can
// scroll a slide.
#include <utility>

#include "common/typeset/text.h"

namespace lectern::typeset {
namespace {

constexpr double width_share = 0.9;
constexpr double padding_em = 1;
constexpr std::size_t tab_columns = 2;  // tab-size of the themes

std::string with_spaces_for_tabs(std::string_view text) {
  std::string result;
  std::size_t column = 0;
  for (const char c : text) {
    if (c == '\t') {
      const std::size_t spaces = tab_columns - column % tab_columns;
      result.append(spaces, ' ');
      column += spaces;
      continue;
    }
    result += c;
    if (c == '\n') {
      column = 0;
    } else if ((c & 0xC0) != 0x80) {  // a character's first byte
      ++column;
    }
  }
  return result;
}

class CodeBlock : public Block {
 public:
  CodeBlock(Setting& setting, const deck::CodeBlock& code, const TextStyle& style)
      : text_(Text::preformatted(setting, with_spaces_for_tabs(code.text), style)),
        plain_(folded(code.text)),
        padding_(padding_em * style.font.pixels),
        margin_(setting.theme.block_margin) {}

  Widths widths() override {
    const Widths text = text_.widths();
    return {text.min + 2 * padding_, text.max + 2 * padding_};
  }

  void place(Sheet& sheet, Flow& flow, double left, double width) override {
    flow.margin(margin_);
    const double own_width = width_share * width;
    left += (width - own_width) / 2;
    text_.wrap(own_width - 2 * padding_);
    const Rect rect{left, flow.settle(), own_width, text_.height() + 2 * padding_};
    sheet.boxes.push_back({"pre", plain_, rect.x, rect.y, rect.width, rect.height, text_.line_count()});
    sheet.ink.emplace_back(FillInk{rect, Paint::code_ground});
    text_.place(sheet, left + padding_, rect.y + padding_);
    flow.advance(rect.height);
    flow.margin(margin_);
  }

 private:
  Text text_;
  std::string plain_;
  double padding_;
  double margin_;
};

}  // namespace

std::unique_ptr<Block> make_block(Setting& setting, const deck::CodeBlock& code,
                                  const Surroundings& surroundings) {
  TextStyle style = surroundings.text;
  style.font.family = setting.theme.code_family;
  style.font.pixels *= setting.theme.code_em;
  style.line_height = style.font.pixels * setting.theme.code_line_height;
  style.align = deck::Align::left;
  style.direction = deck::TextDirection::left_to_right;
  style.paint = Paint::code;
  return std::make_unique<CodeBlock>(setting, code, style);
}

}  // namespace lectern::typeset
