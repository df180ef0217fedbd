#include "common/session/seen.h"

#include <algorithm>

namespace lectern::session {

void Seen::look(const State& state, const deck::Deck& shown) {
  const Position position = on_stage(state).position;
  if (state.black || position.holding) return;
  const auto index = deck::find_slide(shown, position.slide);
  if (!index) return;
  int& steps = steps_.try_emplace(shown.slides[*index].fingerprint, 0).first->second;
  steps = std::max(steps, position.step);
}

void Seen::look_back(const State& state, const deck::Deck& shown) {
  const Position position = on_stage(state).position;
  const auto index = deck::find_slide(shown, position.slide);
  const std::size_t count = position.holding == Holding::after ? shown.slides.size() : index.value_or(0);
  for (std::size_t i = 0; i < count; ++i) steps_[shown.slides[i].fingerprint] = shown.slides[i].step_count;
}

std::optional<int> Seen::steps_of(const deck::Slide& slide) const {
  const auto found = steps_.find(slide.fingerprint);
  return found == steps_.end() ? std::nullopt : std::optional(std::min(found->second, slide.step_count));
}

std::optional<int> steps_for_followers(const State& state, const Seen& seen, const deck::Slide& slide) {
  if (!state.following.is_open) return std::nullopt;
  const bool is_over = on_stage(state).position.holding == Holding::after;
  if (is_over && state.following.is_whole_after_end) return slide.step_count;
  return seen.steps_of(slide);
}

}  // namespace lectern::session
