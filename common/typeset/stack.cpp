#include "common/typeset/block.h"
#include "common/typeset/scripts.h"

namespace lectern::typeset {

Stack::Stack(Setting& setting, const deck::Blocks& blocks, const Surroundings& surroundings,
             Follower follower) {
  for (std::size_t i = 0; i < blocks.size() && setting.afford_piece(); ++i) {
    Surroundings here = surroundings;
    here.is_first = i == 0;
    here.is_last = i + 1 == blocks.size() && follower == Follower::none;
    if (blocks[i].align != deck::Align::none) here.text.align = blocks[i].align;
    if (blocks[i].direction != deck::TextDirection::unsaid) here.text.direction = blocks[i].direction;
    if (here.text.direction == deck::TextDirection::unsaid)
      here.text.direction = direction_by_letters(deck::plain_text(deck::Blocks{blocks[i]}));
    here.text.scale(blocks[i].size);
    parts_.push_back(
        {std::visit([&](const auto& block) { return make_block(setting, block, here); }, blocks[i].content),
         blocks[i].fragment});
  }
}

Widths Stack::widths() {
  Widths widest;
  for (const Part& part : parts_) widest.cover(part.block->widths());
  return widest;
}

void Stack::place(Sheet& sheet, Flow& flow, double left, double width) {
  for (const Part& part : parts_) {
    const Sheet::Mark begin = sheet.mark();
    part.block->place(sheet, flow, left, width);
    sheet.add_part(begin, part.fragment);
  }
}

std::string folded(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const bool is_space = c == ' ' || (c >= '\t' && c <= '\r');
    if (!is_space) {
      result += c;
    } else if (!result.empty() && result.back() != ' ') {
      result += ' ';
    }
  }
  if (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

}  // namespace lectern::typeset
