#include "presenter/engine/autoslide.h"

#include "common/session/reduce.h"

namespace lectern::engine {
namespace {

session::Step next_from(const session::State& state) {
  return {session::Direction::next, state.deck, state.position};
}

/// Where one step forward leads.
session::Position next_position(session::State state, const deck::Deck& deck) {
  state.black = false;
  const auto decision = session::reduce(state, deck, next_from(state), Instant{});
  const auto* next = std::get_if<session::State>(&decision);
  return next ? next->position : state.position;
}

std::optional<Duration> wait_of_step(const deck::Slide& slide, int step) {
  for (const deck::Fragment& fragment : slide.fragments)
    if (fragment.step == step && fragment.autoslide) return fragment.autoslide;
  return std::nullopt;
}

}  // namespace

std::optional<Duration> automatic_wait(const session::State& state, const deck::Deck& deck) {
  const auto index = deck::find_slide(deck, state.position.slide);
  if (!index || state.black || state.frozen || state.position.holding || next_position(state, deck).holding)
    return std::nullopt;
  const deck::Slide& slide = deck.slides[*index];
  auto wait = wait_of_step(slide, state.position.step);
  if (!wait) wait = slide.autoslide.value_or(deck.settings.autoslide);
  return *wait > Duration::zero() ? wait : std::nullopt;
}

void AutoSlide::see(const session::State& state, const deck::Deck& deck, Instant now) {
  const bool is_edited = seen_ && seen_->deck != state.deck;
  const bool has_moved = !is_edited && (!seen_ || uncovered(seen_->position) != uncovered(state.position));
  const bool is_the_same = seen_ && !is_edited && seen_->position == state.position &&
                           seen_->black == state.black && seen_->frozen == state.frozen;
  if (seen_ && seen_->deck_number != state.deck_number) is_held_ = false;
  if (has_moved) is_held_ = seen_ && !is_one_step_on(state, deck);
  seen_ = state;
  if (is_the_same) return;  // a timer was started: the wait goes on
  due_.reset();
  if (const auto wait = automatic_wait(state, deck); wait && !is_held_)
    due_ = Due{now + *wait, next_from(state)};
}

bool AutoSlide::is_one_step_on(const session::State& state, const deck::Deck& deck) const {
  return state.position == next_position(*seen_, deck);
}

}  // namespace lectern::engine
