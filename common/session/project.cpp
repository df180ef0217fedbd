#include "common/session/project.h"

namespace lectern::session {

State project(const State& state, Role role) {
  State view = state;
  if (view.driver && !may_control(role)) {
    view.driver->client.clear();
    view.driver->device = 0;
  }
  if (role == Role::follower) {
    if (view.black) view.qa = {};
    view.edit.reset();
    const Frozen shown = on_stage(state);
    view.deck = shown.deck;
    view.position = shown.position;
    if (shown.position.holding) view.position = {{}, 0, shown.position.holding};
    view.frozen.reset();
    view.back.reset();
    view.deck_number = 0;
    view.decks.clear();
    view.driver.reset();
  }
  return view;
}

}  // namespace lectern::session
