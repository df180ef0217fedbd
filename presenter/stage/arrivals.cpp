#include "presenter/stage/arrivals.h"

#include <algorithm>

#include "common/deck/each_inline.h"

namespace lectern::stage {
namespace {

constexpr double distance = 40;
constexpr double smallest = 0.1;

/// Whether it changes again at the step after its own.
bool is_over_soon(deck::Effect effect) {
  using enum deck::Effect;
  return effect == fade_in_then_out || effect == fade_in_then_semi_out || effect == highlight_current_red ||
         effect == highlight_current_green || effect == highlight_current_blue;
}

}  // namespace

Origin origin_of(deck::Effect effect) {
  switch (effect) {
    case deck::Effect::fade_up:
      return {.down = distance};
    case deck::Effect::fade_down:
      return {.down = -distance};
    case deck::Effect::fade_left:
      return {.right = distance};
    case deck::Effect::fade_right:
      return {.right = -distance};
    case deck::Effect::zoom_in:
      return {.scale = smallest};
    default:
      return {};
  }
}

std::vector<deck::Effect> arrivals(const deck::Slide& slide, int step) {
  std::vector<deck::Effect> effects;
  for (const deck::Fragment& fragment : slide.fragments)
    if (fragment.step == step && deck::moves(fragment.effect) &&
        std::ranges::find(effects, fragment.effect) == effects.end())
      effects.push_back(fragment.effect);
  return effects;
}

/// The text of a line does not move, whatever its effect.
bool changes_otherwise(const deck::Slide& slide, int step) {
  bool does = std::ranges::any_of(slide.fragments, [&](const deck::Fragment& fragment) {
    return fragment.step == step ? !deck::moves(fragment.effect)
                                 : fragment.step + 1 == step && is_over_soon(fragment.effect);
  });
  deck::for_each_part<deck::TextRun>(slide.content, [&](const deck::TextRun& run) {
    const auto number = static_cast<std::size_t>(run.fragment);
    does |= number > 0 && number <= slide.fragments.size() && slide.fragments[number - 1].step == step;
  });
  return does;
}

}  // namespace lectern::stage
