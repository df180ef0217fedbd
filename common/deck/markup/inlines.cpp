#include "common/deck/markup/inlines.h"

#include <utility>

#include "common/text/text.h"

namespace lectern::deck {
namespace {

bool same_style(const TextRun& a, const TextRun& b) {
  return a.strong == b.strong && a.emphasis == b.emphasis && a.strike == b.strike && a.code == b.code &&
         a.underline == b.underline && a.mark == b.mark && a.keyboard == b.keyboard &&
         a.baseline == b.baseline && a.size == b.size && a.color == b.color && a.href == b.href &&
         a.fragment == b.fragment;
}

/// Neighbours that were kept apart by a border, or came to look alike.
Inlines joined(Inlines inlines) {
  Inlines result;
  result.reserve(inlines.size());
  for (Inline& part : inlines) {
    auto* run = std::get_if<TextRun>(&part);
    auto* last = result.empty() ? nullptr : std::get_if<TextRun>(&result.back());
    if (run && last && same_style(*run, *last)) {
      last->text += run->text;
    } else {
      result.push_back(std::move(part));
    }
  }
  return result;
}

}  // namespace

bool InlineBuilder::ends_in_space() const {
  if (inlines_.empty() || std::holds_alternative<LineBreak>(inlines_.back())) return true;
  const auto* run = std::get_if<TextRun>(&inlines_.back());
  return run && !run->code && run->text.ends_with(' ');
}

void InlineBuilder::add_text(std::string_view text, const Style& style, double base_pixels) {
  if (!style.code && ends_in_space()) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  }
  if (text.empty()) return;
  const bool goes_on = !border_ && !inlines_.empty() && std::holds_alternative<TextRun>(inlines_.back()) &&
                       style == style_ && base_pixels == base_pixels_;
  if (!goes_on && !begin_run(style, base_pixels)) return;
  text = room_.take_text(text);
  auto& run = std::get<TextRun>(inlines_.back());
  if (style.code) {
    run.text += text;
    return;
  }
  for (const char c : text) {
    if (!is_space(c)) {
      run.text += c;
    } else if (!run.text.ends_with(' ')) {
      run.text += ' ';
    }
  }
}

/// False: there is no room.
bool InlineBuilder::begin_run(const Style& style, double base_pixels) {
  if (!room_.take_piece()) return false;
  TextRun run{.text = {},
              .strong = style.strong,
              .emphasis = style.emphasis,
              .strike = style.strike,
              .code = style.code,
              .underline = style.underline,
              .mark = style.mark,
              .keyboard = style.keyboard,
              .baseline = style.baseline,
              .size = style.pixels / base_pixels,
              .color = style.color ? *style.color : std::string(),
              .href = {},
              .fragment = 0};
  if (style.href && room_.take_address(style.href->size())) run.href = *style.href;
  inlines_.emplace_back(std::move(run));
  style_ = style;
  base_pixels_ = base_pixels;
  border_ = false;
  return true;
}

void InlineBuilder::add_image(InlineImage image) {
  if (!room_.take_piece()) return;
  inlines_.emplace_back(std::move(image));
}

void InlineBuilder::add_break() {
  if (!room_.take_piece()) return;
  drop_trailing_space();
  inlines_.emplace_back(LineBreak{});
}

void InlineBuilder::drop_trailing_space() {
  if (inlines_.empty() || !ends_in_space()) return;
  auto* run = std::get_if<TextRun>(&inlines_.back());
  if (!run) return;
  run->text.pop_back();
  if (run->text.empty()) inlines_.pop_back();
}

Inlines InlineBuilder::take() {
  drop_trailing_space();
  border_ = false;
  return joined(std::exchange(inlines_, {}));
}

}  // namespace lectern::deck
