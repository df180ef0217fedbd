#include "common/session/state.h"

namespace lectern::session {

Position uncovered(Position position) {
  position.holding.reset();
  return position;
}

State first_state(const deck::Deck& deck, Epoch epoch, Opening opening) {
  State state;
  state.revision = 1;
  state.epoch = epoch;
  state.deck = deck.hash;
  state.position.slide = deck.slides.front().address;
  if (opening == Opening::holding_slide) state.position.holding = Holding::before;
  return state;
}

Frozen on_stage(const State& state) {
  return state.frozen.value_or(Frozen{state.revision, state.deck, state.position});
}

}  // namespace lectern::session
