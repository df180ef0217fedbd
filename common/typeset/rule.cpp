// The line across a slide that `---` draws where it separates nothing.
#include "common/typeset/block.h"

namespace lectern::typeset {
namespace {

constexpr double margin_em = 0.5;
constexpr double thickness = 2;

class RuleBlock : public Block {
 public:
  explicit RuleBlock(double margin) : margin_(margin) {}

  Widths widths() override { return {}; }

  void place(Sheet& sheet, Flow& flow, double left, double width) override {
    flow.margin(margin_);
    sheet.ink.emplace_back(FillInk{{left, flow.settle(), width, thickness}, Paint::faint});
    flow.advance(thickness);
    flow.margin(margin_);
  }

 private:
  double margin_;
};

}  // namespace

std::unique_ptr<Block> make_block(Setting&, const deck::Rule&, const Surroundings& surroundings) {
  return std::make_unique<RuleBlock>(margin_em * surroundings.text.font.pixels);
}

}  // namespace lectern::typeset
