// How a slide sits on the display.
#include <algorithm>
#include <cmath>

#include "common/deck/each_inline.h"
#include "common/text/text.h"
#include "common/typeset/css_color.h"
#include "common/typeset/gradient.h"
#include "common/typeset/tiling.h"
#include "presenter/check/picture_names.h"
#include "presenter/check/rules.h"

namespace lectern::check {
namespace {

// EBU R 95-2008: what matters stays within the action safe area, 3.5 % from every edge.
constexpr double safe_margin = 0.035;

bool has_pictures(const deck::Blocks& blocks) {
  bool found = false;
  deck::for_each_part<deck::InlineImage>(blocks, [&](const deck::InlineImage&) { found = true; });
  return found;
}

}  // namespace

void background_unusable(const SlideView& view, Findings& findings) {
  const deck::Background& background = view.slide().background;
  if (!background.gradient.empty() && !typeset::is_gradient(background.gradient))
    findings.push_back(view.finding(deck::Code::background_unusable, background.gradient,
                                    "The gradient " + in_quotes(background.gradient) + " cannot be drawn.",
                                    "Write it as in linear-gradient(to right, #336699, black)."));
  if (!typeset::tiling_of({background.size, background.position, background.repeat}, {1, 1}, {1, 1}))
    findings.push_back(view.finding(deck::Code::background_unusable, "",
                                    "The size, position or repetition of the background cannot be used.",
                                    "Write the size as cover, contain, 50% or 300px, the position as left "
                                    "top, the repetition as repeat or "
                                    "no-repeat."));
  const std::string& color = background.color;
  if (color.empty() || typeset::parse_color(color)) return;
  if (auto fault = format_fault(color)) {
    findings.push_back(view.finding(fault->code, color, std::move(fault->message), std::move(fault->remedy)));
    return;
  }
  findings.push_back(
      view.finding(deck::Code::background_unusable, color,
                   "The background " + in_quotes(color) + " is neither a picture nor a colour.",
                   "Name a picture with its ending, or write a colour such as #336699."));
}

void slide_empty(const SlideView& view, Findings& findings) {
  const deck::Slide& slide = view.slide();
  if (!slide.background.images.empty() || has_pictures(slide.content) ||
      !deck::plain_text(slide.content).empty())
    return;
  findings.push_back(view.finding(deck::Code::slide_empty, "", "There is nothing on this slide.",
                                  slide.notes.empty() ? "Take it out, or give it a background picture."
                                                      : "Give it a heading or a background picture."));
}

void slide_overflows(const SlideView& view, Findings& findings) {
  const stage::Proof& proof = view.proof;
  if (!proof.overflows && proof.cut_line_count == 0) return;
  const bool is_text_smaller = proof.fit < 1 || proof.cut_line_count > 0;
  std::string message = is_text_smaller ? "This slide holds more than fits"
                                        : "The pictures on this slide are taller than there is room for";
  if (proof.fit < 1)
    message += " and is shown at " + std::to_string(std::lround(proof.fit * 100)) + " % of its size";
  if (!is_text_smaller) message += " and are shown smaller";
  if (proof.cut_line_count == 1) message += "; one line is not shown";
  if (proof.cut_line_count > 1)
    message += "; " + std::to_string(proof.cut_line_count) + " lines are not shown";
  findings.push_back(view.finding(deck::Code::slide_overflows, "", message + ".",
                                  is_text_smaller
                                      ? "Divide it into two slides, or say less on it."
                                      : "Cut them to a flatter shape, or give each a slide of its own."));
}

void slide_near_edge(const SlideView& view, Findings& findings) {
  if (view.proof.overflows) return;  // it fills its area to the edge, and that was said
  const double left = safe_margin * view.display.width, right = view.display.width - left;
  const double top = safe_margin * view.display.height, bottom = view.display.height - top;
  const auto is_outside = [&](const auto& box) {
    return box.width > 0 &&
           (box.x < left || box.y < top || box.x + box.width > right || box.y + box.height > bottom);
  };
  const auto letters = std::ranges::find_if(view.proof.letters, is_outside);
  const bool is_text = letters != view.proof.letters.end();
  const bool is_picture = std::ranges::any_of(
      view.proof.boxes, [&](const typeset::Box& box) { return box.kind == "img" && is_outside(box); });
  if (!is_text && !is_picture) return;
  findings.push_back(view.finding(deck::Code::slide_near_edge, is_text ? trimmed(letters->text) : "",
                                  std::string(is_text ? "Text" : "A picture") +
                                      " on this slide comes nearer to the display's edge than 3.5 %.",
                                  "Say less on it, or set a larger revealOptions.margin."));
}

}  // namespace lectern::check
