// The only place that decides. Pure: the same state, deck, command and time always give the same answer.
#pragma once

#include <string_view>
#include <variant>

#include "common/session/command.h"
#include "common/session/state.h"

namespace lectern::session {

/// Why a command was not taken. The names are the protocol's words.
enum class Refusal {
  moved_on,            ///< the step starts from a place where the show no longer is
  other_deck,          ///< the command speaks of a deck that is not being shown
  no_such_slide,       ///< the address names no slide
  timer_off,           ///< pause, resume or add without a timer
  limit_out_of_range,  ///< a timer limit not above zero, or over max_timer_limit
  no_such_edit,        ///< no edit waits, or another one than was named
};

/// In words for whoever asked.
std::string_view describe(Refusal);

using Decision = std::variant<State, Refusal>;

/// The deck that is shown, and the one that may be in its place.
struct Decks {
  Decks(const deck::Deck& shown_deck, const deck::Deck* edited_deck = nullptr)  // NOLINT: mostly there is one
      : shown(shown_deck), edited(edited_deck) {}

  const deck::Deck& shown;
  const deck::Deck* edited;
};

/// The state after `command` at `now`. A command that changes nothing (next at the end, black while black) is
/// accepted and leaves the revision as it is; one that changes something adds 1 to it.
Decision reduce(const State&, const Decks&, const Command&, Instant now);

/// The state once the presenter has found the edited deck that there is: it waits to be shown, unless it is
/// what is shown already.
State offer_edit(const State&, const Decks&);

}  // namespace lectern::session
