#include "presenter/html/shown.h"

#include <algorithm>
#include <variant>

#include "common/text/text.h"

namespace lectern::html {
namespace {

bool is_there_at(const deck::Fragment& fragment, int step) {
  switch (fragment.effect) {
    using enum deck::Effect;
    case fade_in:
    case fade_in_then_semi_out:
    case fade_up:
    case fade_down:
    case fade_left:
    case fade_right:
    case zoom_in:
      return step >= fragment.step;
    case fade_out:
      return step < fragment.step;
    case fade_in_then_out:
      return step == fragment.step;
    case semi_fade_out:
    case grow:
    case shrink:
    case strike:
    case highlight_red:
    case highlight_green:
    case highlight_blue:
    case highlight_current_red:
    case highlight_current_green:
    case highlight_current_blue:
    case custom:
      break;
  }
  return true;
}

}  // namespace

const deck::Fragment* Shown::find(int number) const {
  const bool is_known = number > 0 && static_cast<std::size_t>(number) <= fragments_.size();
  return is_known ? &fragments_[static_cast<std::size_t>(number) - 1] : nullptr;
}

bool Shown::is_there(int fragment) const {
  for (const auto* one = find(fragment); one; one = find(one->outer))
    if (!is_there_at(*one, step_)) return false;
  return true;
}

bool Shown::is_struck(int fragment) const {
  for (const auto* one = find(fragment); one; one = find(one->outer))
    if (one->effect == deck::Effect::strike && step_ >= one->step) return true;
  return false;
}

bool Shown::has_words(const deck::Inlines& inlines) const {
  return std::ranges::any_of(inlines, [&](const deck::Inline& part) {
    if (const auto* run = std::get_if<deck::TextRun>(&part))
      return is_there(run->fragment) && !is_blank(run->text);
    const auto* image = std::get_if<deck::InlineImage>(&part);
    return image && is_there(image->fragment) && !image->is_decorative;
  });
}

bool is_blank(std::string_view utf8) {
  while (!utf8.empty()) {
    const char32_t c = take_code_point(utf8);
    const bool is_space = c <= 0x20 || c == 0x7F || (c >= 0x80 && c <= 0xA0) || c == 0x1680 || c == 0x180E ||
                          (c >= 0x2000 && c <= 0x200F) || (c >= 0x2028 && c <= 0x202F) ||
                          (c >= 0x205F && c <= 0x206F) || c == 0x3000 || c == 0xFEFF || c == 0xAD;
    if (!is_space) return false;
  }
  return true;
}

}  // namespace lectern::html
