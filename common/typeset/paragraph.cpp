// Headings, paragraphs and the bare text of tight list items.
#include <utility>

#include "common/typeset/text.h"

namespace lectern::typeset {
namespace {

struct Margins {
  double above = 0;
  double below = 0;
};

/// Text as wide as what is around it.
class TextBlock : public Block {
 public:
  TextBlock(Text text, std::string kind, std::string plain, Margins margins)
      : text_(std::move(text)), kind_(std::move(kind)), plain_(std::move(plain)), margins_(margins) {}

  Widths widths() override { return text_.widths(); }

  void place(Sheet& sheet, Flow& flow, double left, double width) override {
    flow.margin(margins_.above);
    const double top = flow.settle();
    text_.wrap(width);
    if (!kind_.empty()) {
      sheet.boxes.push_back({kind_, plain_, left, top, width, text_.height(), text_.line_count()});
    }
    text_.place(sheet, left, top);
    flow.advance(text_.height(), text_.overhang());
    flow.margin(margins_.below);
  }

 private:
  Text text_;
  std::string kind_;  ///< of its box; empty: it has none
  std::string plain_;
  Margins margins_;
};

/// The first and last paragraph of a quote: as wide as its text, and its margins meet no others (display:
/// inline-block).
class EnclosedParagraph : public Block {
 public:
  EnclosedParagraph(std::unique_ptr<Block> paragraph, deck::Align align)
      : paragraph_(std::move(paragraph)), align_(align) {}

  Widths widths() override { return paragraph_->widths(); }

  void place(Sheet& sheet, Flow& flow, double left, double width) override {
    const double own_width = shrink_to_fit(widths(), width);
    left += share_before(align_) * (width - own_width);
    const double top = flow.settle();
    Flow inner(top);
    paragraph_->place(sheet, inner, left, own_width);
    flow.advance(inner.end() - top);
  }

 private:
  std::unique_ptr<Block> paragraph_;
  deck::Align align_;
};

}  // namespace

std::unique_ptr<Block> make_block(Setting& setting, const deck::Heading& heading,
                                  const Surroundings& surroundings) {
  const int level = std::clamp(heading.level, 1, 6);
  const Theme& theme = setting.theme;
  TextStyle style = surroundings.text;
  style.font.pixels *= theme.heading_em[static_cast<std::size_t>(level) - 1];
  style.font.family = theme.heading_family;
  style.line_height = style.font.pixels * theme.heading_line_height;
  style.letter_spacing = style.font.pixels * theme.heading_letter_spacing_em;
  style.font.weight = theme.heading_weight;
  style.letter_case = theme.heading_case;
  style.paint = level == 1 ? Paint::title : Paint::heading;
  return std::make_unique<TextBlock>(
      Text(setting, heading.content, style), "h" + std::to_string(level),
      folded(deck::plain_text(heading.content)),
      Margins{theme.heading_margin_above, surroundings.is_last ? 0 : theme.heading_margin_below});
}

std::unique_ptr<Block> make_block(Setting& setting, const deck::Paragraph& paragraph,
                                  const Surroundings& surroundings) {
  const double margin = setting.theme.block_margin;
  auto block =
      std::make_unique<TextBlock>(Text(setting, paragraph.content, surroundings.text), "p",
                                  folded(deck::plain_text(paragraph.content)), Margins{margin, margin});
  if (!surroundings.in_quote || !(surroundings.is_first || surroundings.is_last)) return block;
  return std::make_unique<EnclosedParagraph>(std::move(block), surroundings.text.align);
}

std::unique_ptr<Block> make_block(Setting& setting, const deck::Plain& plain,
                                  const Surroundings& surroundings) {
  return std::make_unique<TextBlock>(Text(setting, plain.content, surroundings.text), "", "", Margins{});
}

}  // namespace lectern::typeset
