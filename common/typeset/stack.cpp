#include "common/typeset/block.h"

namespace lectern::typeset {

Stack::Stack(Setting& setting, const deck::Blocks& blocks, const Surroundings& surroundings,
             Follower follower) {
  Surroundings here = surroundings;
  for (std::size_t i = 0; i < blocks.size() && setting.afford_piece(); ++i) {
    here.is_first = i == 0;
    here.is_last = i + 1 == blocks.size() && follower == Follower::none;
    blocks_.push_back(
        std::visit([&](const auto& block) { return make_block(setting, block, here); }, blocks[i].content));
  }
}

Widths Stack::widths() {
  Widths widest;
  for (const auto& block : blocks_) widest.cover(block->widths());
  return widest;
}

void Stack::place(Sheet& sheet, Flow& flow, double left, double width) {
  for (const auto& block : blocks_) block->place(sheet, flow, left, width);
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
