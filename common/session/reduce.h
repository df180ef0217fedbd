// The only place that decides. Pure: the same state, deck, command and time always give the same answer.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "common/session/command.h"
#include "common/session/sender.h"
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
  no_such_deck,        ///< the session has no deck of that number
  not_driving,         ///< somebody else drives, and it takes the driver
  nobody_to_drive,     ///< who was named to drive is not connected, or may not
  no_such_device,      ///< no device of that number asks to come in, or is paired
  too_many_devices,    ///< as many are paired as there may be
  has_begun,           ///< the stage shows a code only before the start
};

/// In words for whoever asked.
std::string_view describe(Refusal);

using Decision = std::variant<State, Refusal>;

/// The deck that is shown, and all decks of the session, by number, as they would be opened now: the one that
/// is shown as well, which may have been edited.
struct Decks {
  Decks(const deck::Deck& only) : shown(only), newest{&only} {}  // NOLINT: mostly there is one
  Decks(const deck::Deck& shown_deck, std::vector<const deck::Deck*> newest_decks)
      : shown(shown_deck), newest(std::move(newest_decks)) {}

  const deck::Deck& shown;
  std::vector<const deck::Deck*> newest;
};

/// The state after `command` of `sender` at `now`. What their role allows is not asked here. A command that
/// changes nothing (next at the end, black while black) is accepted and leaves the revision as it is; one
/// that changes something adds 1 to it.
Decision reduce(const State&, const Decks&, const Command&, Instant now, const Sender& = show_itself());

/// The state once the presenter has found that the deck of this number was edited; `decks` are those before.
/// The edit of the deck that is shown waits, unless it is what is shown already; that of another is what will
/// be opened.
State offer_edit(const State&, const Decks& decks, std::uint32_t number, const deck::Deck& edited);

}  // namespace lectern::session
