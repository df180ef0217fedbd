// Slides that go on by themselves: data-autoslide, and revealOptions.autoSlide for all of a deck. Pure.
#pragma once

#include <optional>

#include "common/base/time.h"
#include "common/deck/deck.h"
#include "common/session/command.h"
#include "common/session/state.h"

namespace lectern::engine {

/// How long the show stays where it is before the next step comes by itself. What fragments of the newest
/// step say counts over what the slide says, and that over the deck. nullopt: until somebody moves it, as on
/// a black or frozen stage, at the holding slide and at the deck's end.
std::optional<Duration> automatic_wait(const session::State&, const deck::Deck&);

/// Follows the show from state to state and knows the step that comes next by itself. After a step back or a
/// jump the slide stays up, because somebody wants to speak about it; after their next step forward the show
/// goes on by itself again.
class AutoSlide {
 public:
  struct Due {
    Instant at;
    session::Step step;  ///< names where it starts from: if somebody presses at that moment, it moves once
  };

  /// The newest state, and the deck that it speaks of. A deck that was edited, or another one, begins the
  /// wait anew.
  void see(const session::State&, const deck::Deck&, Instant now);
  const std::optional<Due>& due() const { return due_; }

 private:
  bool is_one_step_on(const session::State&, const deck::Deck&) const;

  std::optional<session::State> seen_;
  std::optional<Due> due_;
  bool is_held_ = false;
};

}  // namespace lectern::engine
