#include "common/session/state.h"

namespace lectern::session {

Position uncovered(Position position) {
  position.holding.reset();
  return position;
}

State first_state(const std::vector<const deck::Deck*>& decks, Epoch epoch, Opening opening) {
  State state;
  state.revision = 1;
  state.epoch = epoch;
  state.deck = decks.front()->hash;
  for (const deck::Deck* deck : decks) {
    Position start{deck->slides.front().address};
    if (opening == Opening::holding_slide) start.holding = Holding::before;
    state.decks.push_back({deck::listed_title(*deck), start, {}});
  }
  state.position = state.decks.front().position;
  return state;
}

State first_state(const deck::Deck& deck, Epoch epoch, Opening opening) {
  return first_state(std::vector{&deck}, epoch, opening);
}

Frozen on_stage(const State& state) {
  return state.frozen.value_or(Frozen{state.revision, state.deck, state.position});
}

State thawed(State state) {
  state.frozen.reset();
  return state;
}

}  // namespace lectern::session
