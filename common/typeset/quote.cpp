// Block quotes: seven tenths wide, italic, on a slightly lighter ground.
#include "common/typeset/block.h"

namespace lectern::typeset {
namespace {

constexpr double width_share = 0.7;  // of what is around it, padding not included
constexpr double quote_padding = 5;

Surroundings inside(Surroundings surroundings) {
  surroundings.text.font.italic = true;
  surroundings.text.paint = Paint::quote;
  surroundings.in_quote = true;
  return surroundings;
}

class QuoteBlock : public Block {
 public:
  QuoteBlock(Setting& setting, const deck::Quote& quote, const Surroundings& surroundings)
      : content_(setting, quote.blocks, inside(surroundings)),
        plain_(folded(deck::plain_text(quote.blocks))),
        margin_(setting.theme.block_margin) {}

  Widths widths() override {
    const Widths content = content_.widths();
    return {content.min + 2 * quote_padding, content.max + 2 * quote_padding};
  }

  void place(Sheet& sheet, Flow& flow, double left, double width) override {
    flow.margin(margin_);
    const double top = flow.settle();
    const double inner_width = std::min(width_share * width, width - 2 * quote_padding);
    left += (width - inner_width) / 2 - quote_padding;

    const std::size_t box_index = sheet.boxes.size();
    const std::size_t ground_index = sheet.ink.size();
    const int lines_before = sheet.line_count;
    sheet.boxes.emplace_back();
    sheet.ink.emplace_back(FillInk{});
    Flow inner(top + quote_padding);
    content_.place(sheet, inner, left + quote_padding, inner_width);

    const Rect rect{left, top, inner_width + 2 * quote_padding, inner.end() + quote_padding - top};
    sheet.boxes[box_index] = {
        "blockquote", plain_, rect.x, rect.y, rect.width, rect.height, sheet.line_count - lines_before};
    sheet.ink[ground_index] = FillInk{rect, Paint::quote_ground};
    flow.advance(rect.height);
    flow.margin(margin_);
  }

 private:
  Stack content_;
  std::string plain_;
  double margin_;
};

}  // namespace

std::unique_ptr<Block> make_block(Setting& setting, const deck::Quote& quote,
                                  const Surroundings& surroundings) {
  return std::make_unique<QuoteBlock>(setting, quote, surroundings);
}

}  // namespace lectern::typeset
