#include "common/deck/inlines.h"

#include <utility>

#include "common/deck/text.h"

namespace lectern::deck {
namespace {

bool same_style(const TextRun& a, const TextRun& b) {
  return a.strong == b.strong && a.emphasis == b.emphasis && a.strike == b.strike && a.code == b.code &&
         a.href == b.href;
}

}  // namespace

bool InlineBuilder::ends_in_space() const {
  if (inlines_.empty() || std::holds_alternative<LineBreak>(inlines_.back())) return true;
  const auto* run = std::get_if<TextRun>(&inlines_.back());
  return run && !run->code && run->text.ends_with(' ');
}

void InlineBuilder::add_text(std::string_view text, const TextRun& style) {
  if (!style.code && ends_in_space()) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  }
  if (text.empty()) return;
  auto* last = inlines_.empty() ? nullptr : std::get_if<TextRun>(&inlines_.back());
  if (!last || !same_style(*last, style)) {
    inlines_.emplace_back(style);
    last = &std::get<TextRun>(inlines_.back());
  }
  if (style.code) {
    last->text += text;
    return;
  }
  for (const char c : text) {
    if (!is_space(c)) {
      last->text += c;
    } else if (!last->text.ends_with(' ')) {
      last->text += ' ';
    }
  }
}

void InlineBuilder::add_image(InlineImage image) {
  inlines_.emplace_back(std::move(image));
}

void InlineBuilder::add_break() {
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
  return std::exchange(inlines_, {});
}

}  // namespace lectern::deck
