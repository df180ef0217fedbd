#include "common/deck/markup/restyle.h"

namespace lectern::deck {

void Restyle::apply(Inlines& inlines, std::size_t begin, std::size_t end, double base_pixels) {
  for (std::size_t i = begin; i < end && i < inlines.size() && work(); ++i) {
    if (auto* run = std::get_if<TextRun>(&inlines[i])) {
      color(*run);
      if (patch_.look.size) run->size = pixels_of(*patch_.look.size, run->size * base_pixels) / base_pixels;
      take_part(run->fragment);
    } else if (auto* image = std::get_if<InlineImage>(&inlines[i])) {
      if (patch_.look.width) image->width = patch_.look.width;
      if (patch_.look.height) image->height = patch_.look.height;
      take_part(image->fragment);
    }
  }
}

void Restyle::apply(ListItem& item) {
  take_part(item.fragment);
  Patch inside = patch_;
  inside.fragment = 0;
  for (Block& block : item.blocks) Restyle(inside, fragments_, work_left_).apply(block);
}

void Restyle::apply(Block& block) {
  const Look& look = patch_.look;
  take_part(block.fragment);
  if (look.align != Align::none && block.align == Align::none) block.align = look.align;
  if (look.direction != TextDirection::unsaid && block.direction == TextDirection::unsaid)
    block.direction = look.direction;
  if (look.size) block.size = pixels_of(*look.size, block.size * text_pixels) / text_pixels;
  if (!look.color.empty() || look.strong || look.emphasis || look.underline || look.strike) {
    struct Visitor {
      Restyle& restyle;
      void operator()(Heading& heading) const { restyle.color(heading.content); }
      void operator()(Paragraph& paragraph) const { restyle.color(paragraph.content); }
      void operator()(Plain& plain) const { restyle.color(plain.content); }
      void operator()(Quote& quote) const { restyle.color(quote.blocks); }
      void operator()(CodeBlock&) const {}
      void operator()(Rule&) const {}
      void operator()(List& list) const {
        for (ListItem& item : list.items) restyle.color(item.blocks);
      }
      void operator()(Table& table) const {
        for (auto* rows : {&table.header, &table.body})
          for (Table::Row& row : *rows)
            for (Inlines& cell : row) restyle.color(cell);
      }
    };
    std::visit(Visitor{*this}, block.content);
  }
}

/// What is a fragment already comes inside the one around it.
void Restyle::take_part(int& fragment) {
  if (patch_.fragment == 0) return;
  if (fragment == 0)
    fragment = patch_.fragment;
  else
    fragments_.put_inside(fragment, patch_.fragment);
}

void Restyle::color(TextRun& run) {
  const Look& look = patch_.look;
  if (run.color.empty()) run.color = look.color;
  run.strong = look.strong.value_or(run.strong);
  run.emphasis = look.emphasis.value_or(run.emphasis);
  run.underline = look.underline.value_or(run.underline);
  run.strike = look.strike.value_or(run.strike);
  if (look.baseline) run.baseline = *look.baseline;
}

void Restyle::color(Inlines& inlines) {
  for (Inline& part : inlines) {
    if (!work()) return;
    if (auto* run = std::get_if<TextRun>(&part)) color(*run);
  }
}

void Restyle::color(Blocks& blocks) {
  Patch inside = patch_;
  inside.fragment = 0;
  inside.look.align = Align::none;
  inside.look.direction = TextDirection::unsaid;
  inside.look.size.reset();
  for (Block& block : blocks) {
    if (!work()) return;
    Restyle(inside, fragments_, work_left_).apply(block);
  }
}

}  // namespace lectern::deck
