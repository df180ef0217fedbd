// Lists: as wide as their longest item and centred as a whole, their markers hanging before the items.
#include <cmath>
#include <utility>

#include "common/typeset/scripts.h"
#include "common/typeset/text.h"

namespace lectern::typeset {
namespace {

constexpr double outer_indent_em = 1;
constexpr double nested_indent = 40;

class ListBlock : public Block {
 public:
  ListBlock(Setting& setting, const deck::List& list, const Surroundings& surroundings)
      : setting_(setting),
        surroundings_(surroundings),
        inner_(surroundings),
        is_ordered_(list.ordered),
        start_(list.start) {
    inner_.text.align = start_of(inner_.text.direction);
    inner_.in_quote = false;
    ++inner_.list_depth;
    if (!list.ordered) ++inner_.bullet_depth;
    for (const auto& item : list.items) {
      if (!setting.afford_piece()) break;
      // An item of nothing is one empty line, as its marker makes it in a browser.
      static const deck::Blocks empty_line = {{deck::Plain{}}};
      items_.push_back({Stack(setting, item.blocks.empty() ? empty_line : item.blocks, inner_),
                        folded(deck::plain_text(item.blocks)), item.task, item.fragment});
    }
  }

  Widths widths() override {
    Widths widest;
    for (auto& item : items_) widest.cover(item.content.widths());
    return {widest.min + indent(), widest.max + indent()};
  }

  void place(Sheet& sheet, Flow& flow, double left, double width) override {
    if (is_nested()) {
      place_items(sheet, flow, items_left(left), width - indent());
      return;
    }
    const double own_width = shrink_to_fit(widths(), width);
    left += share_before(surroundings_.text.align) * (width - own_width);
    const double top = flow.settle();
    Flow inner(top);
    place_items(sheet, inner, items_left(left), own_width - indent());
    flow.advance(inner.end() - top, std::max(0.0, inner.reached() - inner.end()));
  }

 private:
  struct Item {
    Stack content;
    std::string plain;
    deck::Task task = deck::Task::none;
    int fragment = 0;
  };

  struct Span {
    double left = 0, width = 0;
  };

  bool is_nested() const { return surroundings_.list_depth > 0; }
  bool is_mirrored() const { return inner_.text.direction == deck::TextDirection::right_to_left; }
  double indent() const {
    return is_nested() ? nested_indent : outer_indent_em * surroundings_.text.font.pixels;
  }

  /// Of a list whose left side this is.
  double items_left(double left) const { return is_mirrored() ? left : left + indent(); }

  /// The left side of a marker so wide whose other side is so far before the items.
  double before(const Span& items, double width, double gap) const {
    return is_mirrored() ? items.left + items.width + gap : items.left - gap - width;
  }

  void place_items(Sheet& sheet, Flow& flow, double left, double width) {
    int number = start_;
    for (auto& item : items_) {
      const Sheet::Mark begin = sheet.mark();
      sheet.boxes.push_back({"li", item.plain, left, 0, width, 0, 0});
      const int lines_before = sheet.line_count;
      const std::size_t mark = flow.mark();
      item.content.place(sheet, flow, left, width);
      const double top = flow.top_since(mark);
      const double baseline = first_baseline(sheet, begin.ink, top);
      if (item.task != deck::Task::none) {
        place_task(sheet, {left, width}, baseline, item.task);
        ++number;
      } else if (is_ordered_) {
        place_number(sheet, {left, width}, baseline, number++);
      } else {
        place_bullet(sheet, {left, width}, baseline);
      }
      Box& box = sheet.boxes[begin.box];
      box.y = top;
      box.height = flow.bottom() - top;
      box.line_count = sheet.line_count - lines_before;
      sheet.add_part(begin, item.fragment);
    }
  }

  /// Of the first text since `ink_index`; where there is none, of a line at `top`.
  double first_baseline(const Sheet& sheet, std::size_t ink_index, double top) const {
    for (std::size_t i = ink_index; i < sheet.ink.size(); ++i) {
      if (const auto* text = std::get_if<TextInk>(&sheet.ink[i])) return text->starts.front().y;
    }
    return top + with_leading(setting_.fonts.metrics(inner_.text.font), inner_.text.line_height).above;
  }

  /// Where Chromium's ListMarker puts its symbols.
  void place_bullet(Sheet& sheet, const Span& items, double baseline) {
    constexpr double gap = 7;
    const double ascent = setting_.fonts.metrics(inner_.text.font).above;
    const double two_thirds = std::floor(ascent * 2 / 3);
    const double size = std::floor((two_thirds + 1) / 2);
    const double left = before(items, size, two_thirds + gap - size);
    const double text_top = baseline - ascent;
    const Bullet bullet = inner_.bullet_depth == 1   ? Bullet::disc
                          : inner_.bullet_depth == 2 ? Bullet::square
                                                     : Bullet::circle;
    sheet.ink.emplace_back(
        BulletInk{{left, text_top + std::floor(3 * (ascent - two_thirds) / 2), size, size}, bullet});
  }

  /// As high as capital letters, where a bullet would be.
  void place_task(Sheet& sheet, const Span& items, double baseline, deck::Task task) {
    const double size = 0.72 * inner_.text.font.pixels;
    const double gap = 0.25 * inner_.text.font.pixels;
    sheet.ink.emplace_back(BulletInk{{before(items, size, gap), baseline - size, size, size},
                                     task == deck::Task::done ? Bullet::done_task : Bullet::open_task});
  }

  void place_number(Sheet& sheet, const Span& items, double baseline, int number) {
    TextInk ink{
        .layout = setting_.fonts.set(std::to_string(number) + ". ", inner_.text.font, inner_.text.direction),
        .starts = {},
        .paint = Paint::marker};
    PangoRectangle extents;
    pango_layout_get_extents(ink.layout.get(), nullptr, &extents);
    ink.starts.push_back({before(items, static_cast<double>(extents.width) / PANGO_SCALE, 0), baseline});
    sheet.ink.emplace_back(std::move(ink));
  }

  Setting& setting_;
  Surroundings surroundings_;
  Surroundings inner_;
  bool is_ordered_;
  int start_;
  std::vector<Item> items_;
};

}  // namespace

std::unique_ptr<Block> make_block(Setting& setting, const deck::List& list,
                                  const Surroundings& surroundings) {
  return std::make_unique<ListBlock>(setting, list, surroundings);
}

}  // namespace lectern::typeset
