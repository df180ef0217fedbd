// A client's machine beside a presenter that says what a test wants it to, on a clock that the test moves.
#pragma once

#include <gtest/gtest.h>

#include <type_traits>

#include "common/client/machine.h"
#include "tests/support/decks.h"

namespace lectern::client {

template <class Kind>
constexpr bool is_effect = std::is_constructible_v<Effect, Kind>;

/// The effects of this kind, or the messages of this kind that were sent.
template <class Kind>
std::vector<Kind> all(const std::vector<Effect>& effects) {
  std::vector<Kind> found;
  for (const Effect& effect : effects) {
    if constexpr (is_effect<Kind>) {
      if (const auto* kind = std::get_if<Kind>(&effect)) found.push_back(*kind);
    } else if (const auto* sent = std::get_if<Send>(&effect)) {
      if (const auto* kind = std::get_if<Kind>(&sent->message)) found.push_back(*kind);
    }
  }
  return found;
}

template <class Kind>
bool has(const std::vector<Effect>& effects) {
  return !all<Kind>(effects).empty();
}

template <class Kind>
Kind only(const std::vector<Effect>& effects) {
  const auto found = all<Kind>(effects);
  EXPECT_EQ(found.size(), 1u);
  return found.empty() ? Kind{} : found.front();
}

struct Meeting {
  std::vector<Effect> step(const Event& event) { return machine.step(event, now); }
  std::vector<Effect> receive(protocol::ServerMessage message) { return step(Received{std::move(message)}); }

  /// Until the machine wants to be woken.
  std::vector<Effect> wait() {
    now = std::max(now, machine.due().value_or(now));
    return step(Woken{});
  }

  void open() {
    step(Woken{});
    step(Opened{});
  }
  void greet() {
    step(Opened{});
    receive(welcome());
    receive(state);
  }
  void join() {
    step(Woken{});
    greet();
  }
  void lose_and_open() {
    step(Lost{{"gone", ""}});
    while (!has<Connect>(wait())) {
    }
    step(Opened{});
  }

  const View& view() const { return machine.view(); }
  protocol::Welcome welcome() const { return {1, state.epoch, session::Role::controller, {}, 0, 0, {}, now}; }

  session::State state = session::first_state(test::deck_of({1, 1, 1}), 42);
  Instant now{Duration(1000)};
  Machine machine{{"lisa", "a test"}, 1};
};

}  // namespace lectern::client
