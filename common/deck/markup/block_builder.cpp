#include "common/deck/markup/block_builder.h"

#include <algorithm>
#include <utility>

#include "common/deck/deck.h"
#include "common/text/text.h"

namespace lectern::deck {
namespace {

constexpr int max_html_depth = max_nesting;

bool has(const std::vector<Carried>& carried, std::string_view name) {
  return std::ranges::find(carried, name, &Carried::name) != carried.end();
}

bool stands_alone(Frame kind) {
  return kind != Frame::text && kind != Frame::row && kind != Frame::cell;
}

}  // namespace

BlockBuilder::BlockBuilder(Room room, std::size_t max_work)
    : room_(room), work_left_(max_work), inlines_(room_), open_(1) {}

BlockBuilder::Handle BlockBuilder::open(Opening opening) {
  room_.take_element();
  if (opening.owner == Owner::html && html_depth_ >= max_html_depth) {
    ++unopened_html_;
    is_nested_too_deep_ = true;
    return {};
  }
  close_implied(opening.kind);
  if (opening.kind != Frame::text) flush();
  opening.kind = fitting(opening.kind);
  push(std::move(opening));
  return {open_.size() - 1, top().serial};
}

/// What HTML closes by itself: a paragraph where a block begins, an item, row or cell where the next one
/// does.
void BlockBuilder::close_implied(Frame kind) {
  if (stands_alone(kind) && open_[top().flow].kind == Frame::paragraph) close_to(top().flow);
  const std::size_t around = top().flow;
  const Open& open = open_[around];
  if (open.owner != Owner::html) return;
  if (kind == Frame::item && open.kind == Frame::item) close_to(around);
  if ((kind == Frame::cell || kind == Frame::row) && open.kind == Frame::cell) close_to(around);
  const std::size_t outer = top().flow;
  if (kind == Frame::row && open_[outer].kind == Frame::row && open_[outer].owner == Owner::html)
    close_to(outer);
}

/// What an element becomes where it stands: parts of tables and lists need the whole around them, a cell
/// holds only text, and there is an end to nesting.
Frame BlockBuilder::fitting(Frame kind) {
  const Frame around = open_[top().flow].kind;
  if (kind == Frame::cell && around == Frame::table)
    push({.kind = Frame::row, .owner = Owner::html, .name = "tr", .style = style_});
  const bool fits = kind == Frame::cell   ? around == Frame::row || around == Frame::table
                    : kind == Frame::row  ? around == Frame::table
                    : kind == Frame::item ? around == Frame::list
                                          : kind == Frame::text || !is_in_cell();
  if (!fits) return Frame::group;
  if (kind != Frame::quote && kind != Frame::list && kind != Frame::table) return kind;
  if (nesting_ < max_nesting) return kind;
  is_nested_too_deep_ = true;
  return Frame::group;
}

void BlockBuilder::push(Opening&& opening) {
  const Open& around = top();
  const std::size_t index = open_.size();
  const Frame kind = opening.kind;
  Open open;
  open.kind = kind;
  open.owner = opening.owner;
  open.name = opening.name;
  open.outer_style = style_;
  open.outer_align = align_;
  open.outer_direction = direction_;
  if (opening.direction != TextDirection::unsaid) direction_ = opening.direction;
  open.direction = direction_;
  open.pixels = opening.style.pixels;
  open.level = opening.level;
  open.natural_em = kind == Frame::heading        ? heading_em[std::clamp(opening.level, 1, 6) - 1]
                    : kind == Frame::preformatted ? code_em
                                                  : 1;
  open.serial = ++serial_;
  const bool holds_blocks = kind == Frame::quote || kind == Frame::list || kind == Frame::item;
  const bool is_inside = kind == Frame::text || kind == Frame::row || kind == Frame::cell;
  open.container = holds_blocks ? index : around.container;
  open.flow = kind == Frame::text || kind == Frame::group ? around.flow : index;
  open.base = is_inside || is_in_cell() ? around.base : index;
  open.table = kind == Frame::table ? index : holds_blocks ? 0 : around.table;
  open.inlines_begin = inlines_.size();
  open.blocks_begin = holds_blocks ? 0 : open_[around.container].blocks.size();
  open.epoch = epoch_;
  open.task = opening.task;
  open.is_header = opening.is_header;
  open.span = opening.mark.span;
  open.span.align = opening.align;
  open.after = opening.after;
  open.place = opening.place;
  open.goes_on = opening.goes_on;
  if (kind == Frame::cell) open.carried = carried_;
  open.list = std::move(opening.list);
  open.fragment = number_of(opening.mark, 0, open.serial);
  if (open.fragment != 0) open.patches.push_back({.look = {}, .fragment = open.fragment});
  if (kind == Frame::table) open.cells = std::make_unique<TableBuilder>();
  nesting_ += kind == Frame::quote || kind == Frame::list || kind == Frame::table;
  cell_depth_ += kind == Frame::cell;
  html_depth_ += opening.owner == Owner::html;
  style_ = std::move(opening.style);
  if (opening.align != Align::none) align_ = opening.align;
  if (kind == Frame::text) inlines_.border();
  open_.push_back(std::move(open));
}

void BlockBuilder::close(Handle handle) {
  if (handle.depth < open_.size() && open_[handle.depth].serial == handle.serial)
    close_to(handle.depth);
  else
    flush();
}

void BlockBuilder::close_html(std::string_view name, Frame kind) {
  if (unopened_html_ > 0) {
    --unopened_html_;
    return;
  }
  const bool is_of_table = kind == Frame::table || kind == Frame::row || kind == Frame::cell;
  for (std::size_t i = open_.size(); i-- > 1;) {
    const Open& open = open_[i];
    if (open.owner == Owner::html) {
      if (open.name == name) {
        close_to(i + 1);
        return close_top();
      }
      if (open.kind == Frame::text && has(open.carried, name)) {
        close_to(i);
        break;
      }
      if (open.kind == Frame::table || (open.kind == Frame::cell && !is_of_table)) break;
    } else if (open.kind != Frame::paragraph || !stands_alone(kind)) {
      break;
    }
  }
  const auto carried = std::ranges::find(carried_, name, &Carried::name);
  if (carried != carried_.end()) carried_.erase(carried);
}

void BlockBuilder::add_text(std::string_view text) {
  if (!carried_.empty() && !trimmed(text).empty()) resume();
  put_text(text);
}

/// Formatting that was carried here goes on around what comes next, in one element.
void BlockBuilder::resume() {
  Style style = style_;
  for (auto element = carried_.rbegin(); element != carried_.rend(); ++element) carry_into(style, *element);
  push({.kind = Frame::text, .owner = Owner::html, .style = std::move(style), .goes_on = true});
  top().carried = std::exchange(carried_, {});
}

void BlockBuilder::put_text(std::string_view text) {
  if (top().kind == Frame::preformatted || open_[top().flow].kind == Frame::preformatted) {
    open_[top().flow].text += room_.take_text(text);
    return;
  }
  if (break_is_due_ && !trimmed(text).empty()) {
    break_is_due_ = false;
    inlines_.add_break();
  }
  inlines_.add_text(text, style_, open_[top().base].pixels);
}

void BlockBuilder::add_break() {
  if (open_[top().flow].kind == Frame::preformatted) {
    add_text("\n");
  } else {
    inlines_.add_break();
  }
}

void BlockBuilder::add_image(InlineImage image, const Mark& mark) {
  const std::size_t serial = ++serial_;
  image.fragment = number_of(mark, 0, serial);
  const int fragment = image.fragment;
  inlines_.add_image(std::move(image));
  top().last = {.kind = Child::Kind::inlines,
                .begin = inlines_.size() - (inlines_.empty() ? 0 : 1),
                .end = inlines_.size(),
                .serial = serial,
                .epoch = epoch_,
                .fragment = fragment};
}

void BlockBuilder::set_code_language(std::string_view language) {
  open_[top().flow].language = language;
}

void BlockBuilder::add_code(CodeBlock code) {
  flush();
  if (is_in_cell()) return inlines_.add_text(code.text, style_, open_[top().base].pixels);
  code.text = room_.take_text(code.text);
  const double em = code_em;
  add({.content = std::move(code)}, em, em * open_[open_[top().container].base].pixels);
  remember_block(++serial_, 0);
}

void BlockBuilder::add_rule(const Mark& mark) {
  close_implied(Frame::group);
  flush();
  if (is_in_cell()) return;
  const std::size_t serial = ++serial_;
  const int fragment = number_of(mark, 0, serial);
  add({.content = Rule{}, .fragment = fragment}, 1, style_.pixels);
  remember_block(serial, fragment);
}

bool BlockBuilder::mark(const Mark& mark) {
  Open& around = top();
  Child& child = around.last;
  const bool is_stale = child.kind == Child::Kind::inlines && child.epoch != epoch_;
  if (child.kind == Child::Kind::none || is_stale) {
    if (around.kind == Frame::document) return false;
    around.fragment = number_of(mark, around.fragment, around.serial);
    around.patches.push_back({mark.look, around.fragment});
    return true;
  }
  child.fragment = number_of(mark, child.fragment, child.serial);
  const Patch patch{mark.look, child.fragment};
  Restyle restyle(patch, fragments_, work_left_);
  if (child.kind == Child::Kind::inlines) {
    restyle.apply(inlines_.pieces(), child.begin, child.end, open_[around.base].pixels);
  } else if (child.kind == Child::Kind::item) {
    restyle.apply(around.list.items[child.begin]);
  } else {
    restyle.apply(blocks_of(around.container)[child.begin]);
  }
  return true;
}

/// The number of the fragment that an element becomes, or that it is already.
int BlockBuilder::number_of(const Mark& mark, int known, std::size_t serial) {
  if (known == 0) return mark.is_fragment ? fragments_.add(mark.fragment, serial) : 0;
  fragments_.add_to(known, mark.fragment);
  return known;
}

Blocks BlockBuilder::finish() {
  close_to(1);
  flush();
  return std::move(open_.front().blocks);
}

}  // namespace lectern::deck
