// How elements end: their content becomes blocks and goes outwards.
#include <algorithm>
#include <utility>

#include "common/deck/deck.h"
#include "common/deck/markup/block_builder.h"

namespace lectern::deck {
namespace {

constexpr std::size_t max_carried = 8;  // they are opened anew in every block

bool is_empty(const Block& block) {
  if (const auto* list = std::get_if<List>(&block.content)) return list->items.empty();
  if (const auto* quote = std::get_if<Quote>(&block.content)) return quote->blocks.empty();
  if (const auto* table = std::get_if<Table>(&block.content)) return table->columns.empty();
  return std::holds_alternative<Rule>(block.content);
}

}  // namespace

/// What is closed so was not closed by its author.
void BlockBuilder::close_to(std::size_t depth) {
  for (; open_.size() > depth; close_top()) {
    if (!unclosed_ && top().place)
      unclosed_ = Unclosed{top().name, *top().place, top().goes_on && !is_in_cell()};
    if (top().goes_on) carry();
  }
}

/// A fragment would be one more each time.
void BlockBuilder::carry() {
  if (top().fragment != 0) return;
  std::vector<Carried>& elements = top().carried;
  if (elements.empty()) elements.push_back({top().name, top().outer_style, style_});
  if (carried_.empty()) return carried_.swap(elements);
  for (Carried& element : elements)
    if (carried_.size() < max_carried) carried_.push_back(std::move(element));
}

/// Complete blocks move outwards, so nothing points into a vector that grows.
void BlockBuilder::close_top() {
  if (!top().after.empty()) put_text(top().after);
  const Frame kind = top().kind;
  if (kind != Frame::text && kind != Frame::cell && kind != Frame::preformatted) flush();
  Open open = std::move(top());
  open_.pop_back();
  style_ = std::move(open.outer_style);
  align_ = open.outer_align;
  direction_ = open.outer_direction;
  html_depth_ -= open.owner == Owner::html;
  nesting_ -= kind == Frame::quote || kind == Frame::list || kind == Frame::table;
  switch (kind) {
    case Frame::text:
      return close_text(open);
    case Frame::item:
      return close_item(std::move(open));
    case Frame::cell:
      return close_cell(open);
    case Frame::row:
      return close_row(open);
    case Frame::quote:
      add({.content = Quote{std::move(open.blocks)}, .direction = open.direction}, 1, open.pixels);
      break;
    case Frame::list:
      add({.content = std::move(open.list), .direction = open.direction}, 1, open.pixels);
      break;
    case Frame::table:
      add({.content = open.cells->finish(room_), .direction = open.direction}, 1, open.pixels);
      break;
    case Frame::preformatted: {
      if (open.text.starts_with('\n')) open.text.erase(0, 1);  // HTML's rule
      if (open.text.ends_with('\n')) open.text.pop_back();
      add({.content = CodeBlock{std::move(open.language), std::move(open.text)}}, code_em, open.pixels);
      break;
    }
    default:
      break;
  }
  close_blocks(open);
}

void BlockBuilder::close_text(const Open& open) {
  inlines_.border();
  const std::size_t begin = open.epoch == epoch_ ? open.inlines_begin : 0;
  if (begin >= inlines_.size()) return;
  patch(open, inlines_.pieces(), begin, inlines_.size());
  top().last = {.kind = Child::Kind::inlines,
                .begin = begin,
                .end = inlines_.size(),
                .serial = open.serial,
                .epoch = epoch_,
                .fragment = open.fragment};
}

/// The blocks that came of it are the last ones of their container.
void BlockBuilder::close_blocks(const Open& open) {
  if (is_in_cell()) return;
  Blocks& blocks = blocks_of(top().container);
  const std::size_t begin = open_[top().container].kind == Frame::list ? blocks.size() : open.blocks_begin;
  for (const Patch& patch : open.patches)
    for (std::size_t i = begin; i < blocks.size(); ++i)
      Restyle(patch, fragments_, work_left_).apply(blocks[i]);
  if (blocks.size() > begin) remember_block(open.serial, open.fragment);
}

void BlockBuilder::close_item(Open&& open) {
  if (!room_.take_piece() && open.blocks.empty()) return;
  Open& list = open_[top().flow];  // nothing else lets an item begin
  list.list.items.push_back({std::move(open.blocks), open.task, 0});
  for (const Patch& patch : open.patches)
    Restyle(patch, fragments_, work_left_).apply(list.list.items.back());
  list.last = {.kind = Child::Kind::item,
               .begin = list.list.items.size() - 1,
               .end = 0,
               .serial = open.serial,
               .epoch = 0,
               .fragment = open.fragment};
}

void BlockBuilder::close_cell(const Open& open) {
  --cell_depth_;
  break_is_due_ = false;
  carried_ = open.carried;
  patch(open, inlines_.pieces(), 0, inlines_.size());
  Inlines content = inlines_.take();
  ++epoch_;
  if (!room_.take_piece() && content.empty()) return;
  const auto kind = open.is_header ? TableBuilder::CellKind::header : TableBuilder::CellKind::body;
  open_[open.table].cells->add(std::move(content), kind, open.span);
}

void BlockBuilder::close_row(const Open& open) {
  TableBuilder& cells = *open_[open.table].cells;
  for (TableBuilder::Cell& cell : cells.cells()) patch(open, cell.content, 0, cell.content.size());
  cells.end_row();
}

Blocks& BlockBuilder::blocks_of(std::size_t container) {
  Open& open = open_[container];
  if (open.kind != Frame::list) return open.blocks;
  if (open.list.items.empty()) open.list.items.emplace_back();  // what stands in a list outside its items
  return open.list.items.back().blocks;
}

/// What has a content that there was room for is always added.
void BlockBuilder::add(Block block, double natural_em, double pixels) {
  if (!room_.take_piece() && is_empty(block)) return;
  block.size = pixels / (natural_em * open_[top().container].pixels);
  block.align = align_;
  if (block.direction == TextDirection::unsaid) block.direction = direction_;
  blocks_of(top().container).push_back(std::move(block));
}

/// Text that stands outside paragraphs becomes Plain; in a cell it goes on in a new line.
void BlockBuilder::flush() {
  if (is_in_cell()) {
    break_is_due_ = !inlines_.empty();
    return;
  }
  Inlines content = inlines_.take();
  ++epoch_;
  if (content.empty()) return;
  const Open& flow = open_[top().flow];
  const double pixels = open_[top().base].pixels;
  if (flow.kind == Frame::paragraph)
    add({.content = Paragraph{std::move(content)}}, 1, pixels);
  else if (flow.kind == Frame::heading)
    add({.content = Heading{flow.level, std::move(content)}}, flow.natural_em, pixels);
  else
    add({.content = Plain{std::move(content)}}, 1, pixels);
}

void BlockBuilder::remember_block(std::size_t serial, int fragment) {
  const std::size_t container = top().container;
  if (open_[container].kind == Frame::list || open_[container].blocks.empty()) return;
  top().last = {.kind = Child::Kind::block,
                .begin = open_[container].blocks.size() - 1,
                .end = 0,
                .serial = serial,
                .epoch = 0,
                .fragment = fragment};
}

void BlockBuilder::patch(const Open& open, Inlines& inlines, std::size_t begin, std::size_t end) {
  for (const Patch& patch : open.patches)
    Restyle(patch, fragments_, work_left_).apply(inlines, begin, end, open_[top().base].pixels);
}

}  // namespace lectern::deck
