#include "common/typeset/steps.h"

#include <algorithm>
#include <optional>
#include <set>

#include "common/typeset/masked_runs.h"

namespace lectern::typeset {
namespace {

// reveal.js's fragment styles.
constexpr double semi_alpha = 0.5;
constexpr double grow_scale = 1.3;
constexpr double shrink_scale = 0.7;
constexpr Color red{1, 0x2c / 255.0, 0x2d / 255.0, 1};
constexpr Color green{0x17 / 255.0, 1, 0x2e / 255.0, 1};
constexpr Color blue{0x1b / 255.0, 0x91 / 255.0, 1, 1};

/// How a fragment is at a step.
struct Look {
  double alpha = 1;  // 0: not there
  double scale = 1;
  bool is_struck = false;
  std::optional<Color> color{};

  bool is_plain() const { return alpha == 1 && scale == 1 && !is_struck && !color; }
};

Look look_of(const deck::Fragment& fragment, int step) {
  const bool is_before = step < fragment.step, is_now = step == fragment.step;
  const auto highlight = [](bool is_on, const Color& color) { return is_on ? Look{.color = color} : Look{}; };
  using enum deck::Effect;
  switch (fragment.effect) {
    case fade_in:
    case fade_up:
    case fade_down:
    case fade_left:
    case fade_right:
    case zoom_in:
      return {.alpha = is_before ? 0.0 : 1.0};
    case fade_out:
      return {.alpha = is_before ? 1.0 : 0.0};
    case fade_in_then_out:
      return {.alpha = is_now ? 1.0 : 0.0};
    case fade_in_then_semi_out:
      return {.alpha = is_before ? 0.0 : is_now ? 1.0 : semi_alpha};
    case semi_fade_out:
      return {.alpha = is_before ? 1.0 : semi_alpha};
    case grow:
      return {.scale = is_before ? 1.0 : grow_scale};
    case shrink:
      return {.scale = is_before ? 1.0 : shrink_scale};
    case strike:
      return {.is_struck = !is_before};
    case highlight_red:
      return highlight(!is_before, red);
    case highlight_green:
      return highlight(!is_before, green);
    case highlight_blue:
      return highlight(!is_before, blue);
    case highlight_current_red:
      return highlight(is_now, red);
    case highlight_current_green:
      return highlight(is_now, green);
    case highlight_current_blue:
      return highlight(is_now, blue);
    case custom:
      break;
  }
  return {};
}

/// A link that is a fragment takes its colour; one in a fragment of more text keeps its own.
bool has_links_beside_text(const TextInk& text, int fragment) {
  bool is_linked = false, is_bare = false;
  for (const FragmentSpan& span : text.spans) {
    if (span.fragment != fragment) continue;
    const bool is_in_link = std::ranges::any_of(
        text.links, [&](const LinkSpan& link) { return link.begin <= span.begin && span.begin < link.end; });
    (is_in_link ? is_linked : is_bare) = true;
  }
  return is_linked && is_bare;
}

/// Draws a sheet's ink from one end to the other, fragment by fragment.
class StepDrawing {
 public:
  StepDrawing(cairo_t* cairo, const Sheet& sheet, const std::vector<deck::Fragment>& fragments, int step,
              const Excerpt& excerpt, const Announce& announce)
      : cairo_(cairo),
        sheet_(sheet),
        fragments_(fragments),
        step_(step),
        excerpt_(excerpt),
        announce_(announce),
        parts_(sheet.parts) {
    // The outer ones before those inside them.
    std::ranges::stable_sort(parts_, [](const FragmentPart& a, const FragmentPart& b) {
      return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
  }

  void draw(const Theme& theme) { draw_range(0, sheet_.ink.size(), 0, parts_.size(), theme, false); }

 private:
  /// nullptr: there is none of that number.
  const deck::Fragment* find(int number) const {
    const bool is_there = number > 0 && static_cast<std::size_t>(number) <= fragments_.size();
    return is_there ? &fragments_[static_cast<std::size_t>(number) - 1] : nullptr;
  }

  /// As all fragments that it is in look together.
  Look look(int number) const {
    Look all;
    for (const auto* fragment = find(number); fragment; fragment = find(fragment->outer)) {
      const Look look = look_of(*fragment, step_);
      all.alpha *= look.alpha;
      all.scale *= look.scale;
      all.is_struck |= look.is_struck;
      if (!all.color) all.color = look.color;
    }
    return all;
  }

  /// How it moves into its place at just this step, if it does.
  std::optional<deck::Effect> arrival(int number) const {
    for (const auto* fragment = find(number); fragment; fragment = find(fragment->outer))
      if (fragment->step == step_ && deck::moves(fragment->effect)) return fragment->effect;
    return std::nullopt;
  }

  bool is_in_excerpt() const {
    switch (excerpt_.of) {
      case Excerpt::Of::whole:
        break;
      case Excerpt::Of::resting:
        return !arriving_;
      case Excerpt::Of::arriving:
        return arriving_ == excerpt_.effect;
    }
    return true;
  }

  /// Of the parts from `first` on, before `last`, all lie inside the range.
  void draw_range(std::size_t begin, std::size_t end, std::size_t first, std::size_t last, const Theme& theme,
                  bool is_struck) {
    for (std::size_t part = first; part < last;) {
      const FragmentPart& fragment = parts_[part];
      for (; begin < fragment.begin; ++begin) draw_ink(begin, theme, is_struck);
      std::size_t next = part + 1;
      while (next < last && parts_[next].begin < fragment.end) ++next;
      draw_part(fragment, part + 1, next, theme, is_struck);
      begin = std::max(begin, fragment.end);
      part = next;
    }
    for (; begin < end; ++begin) draw_ink(begin, theme, is_struck);
  }

  void draw_part(const FragmentPart& part, std::size_t first, std::size_t last, const Theme& theme,
                 bool is_struck) {
    const auto arriving = arriving_;
    if (!arriving_) arriving_ = arrival(part.fragment);
    const Look look = this->look(part.fragment);
    if (look.alpha > 0 && part.begin < part.end) announce(part.begin);
    const auto inside = [&](const Theme& with) {
      draw_range(part.begin, part.end, first, last, with, is_struck || look.is_struck);
    };
    with_look(look, part.box, theme, inside);
    arriving_ = arriving;
  }

  template <class Draw>
  void with_look(const Look& look, const Rect& around, const Theme& theme, Draw draw) {
    if (look.alpha == 0) return;
    if (look.is_plain()) return draw(theme);
    cairo_save(cairo_);
    if (look.scale != 1) scale_about_centre(around, look.scale);
    if (look.alpha < 1) {
      cairo_push_group(cairo_);
      ++group_count_;
    }
    if (look.color) {
      Theme colored = theme;
      colored.text = colored.heading = colored.code = *look.color;
      colored.emphasis.reset();
      draw(colored);
    } else {
      draw(theme);
    }
    if (look.alpha < 1) {
      cairo_pop_group_to_source(cairo_);
      --group_count_;
      cairo_paint_with_alpha(cairo_, look.alpha);
    }
    cairo_restore(cairo_);
  }

  void scale_about_centre(const Rect& around, double scale) {
    const double x = around.x + around.width / 2, y = around.y + around.height / 2;
    cairo_translate(cairo_, x, y);
    cairo_scale(cairo_, scale, scale);
    cairo_translate(cairo_, -x, -y);
  }

  /// Runs of a text that look different from the others are drawn after them, on their own. They do not grow:
  /// CSS transforms blocks and pictures, not the text of a line.
  void draw_ink(std::size_t ink_index, const Theme& theme, bool is_struck) {
    if (!is_in_excerpt()) return;
    announce(ink_index);
    const Ink& ink = sheet_.ink[ink_index];
    const auto* text = std::get_if<TextInk>(&ink);
    if (!text || (text->spans.empty() && !is_struck)) return draw_one(cairo_, ink, theme);
    std::set<int> changed;
    for (const FragmentSpan& span : text->spans)
      if (!look(span.fragment).is_plain()) changed.insert(span.fragment);
    {
      const MaskedRuns rest(*text, [&](int fragment) { return !changed.contains(fragment); }, {is_struck});
      draw_one(cairo_, ink, theme);
    }
    for (const int fragment : changed) {
      Look own = look(fragment);
      own.scale = 1;
      RunLook runs_look{is_struck || own.is_struck};
      if (!has_links_beside_text(*text, fragment)) runs_look.color = own.color;
      const MaskedRuns runs(
          *text, [&](int other) { return other == fragment; }, runs_look);
      with_look(own, {}, theme, [&](const Theme& with) { draw_one(cairo_, ink, with); });
    }
  }

  void announce(std::size_t ink_index) const {
    if (announce_ && group_count_ == 0) announce_(ink_index);
  }

  cairo_t* cairo_;
  const Sheet& sheet_;
  const std::vector<deck::Fragment>& fragments_;
  int step_;
  const Excerpt& excerpt_;
  const Announce& announce_;
  int group_count_ = 0;                   ///< that are open
  std::optional<deck::Effect> arriving_;  ///< what is being drawn is, with all that is in it
  std::vector<FragmentPart> parts_;
};

}  // namespace

void draw_at_step(cairo_t* cairo, const Sheet& sheet, const Theme& theme,
                  const std::vector<deck::Fragment>& fragments, int step, const Excerpt& excerpt,
                  const Announce& announce) {
  StepDrawing(cairo, sheet, fragments, step, excerpt, announce).draw(theme);
}

}  // namespace lectern::typeset
