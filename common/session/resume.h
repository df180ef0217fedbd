// How a show goes on that its presenter left: after a crash, or a reboot. Pure.
#pragma once

#include <vector>

#include "common/deck/deck.h"
#include "common/session/state.h"

namespace lectern::session {

/// The state of a new epoch, at its zero, that goes on from `left`, whose presenter was last known to run at
/// `left_at` on the clock of its own epoch, `away` ago. `first` is what these decks would open with
/// otherwise, in that new epoch; it is what comes where `left` is of other decks than these. The revision is
/// later than that of `left`, and timers have gone on meanwhile. A slide that was edited away is followed to
/// the one before its place; an edit that waited is shown.
State resumed(State first, const std::vector<const deck::Deck*>&, const State& left, Instant left_at,
              Duration away);

}  // namespace lectern::session
