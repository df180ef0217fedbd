// Where a show begins: afresh, or where the last run of it was cut off. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/base/time.h"
#include "common/deck/deck.h"
#include "common/session/state.h"
#include "presenter/journal/entry.h"

namespace lectern::journal {

/// How long ago a show may have been cut off to go on by itself: within a meeting.
inline constexpr Duration resumed_within = std::chrono::minutes(30);

/// What the operator said to it on the command line.
enum class Resume { if_cut_off, always, never };

struct Beginning {
  session::State state;
  std::string message;   ///< for the operator: what was gone on from, or could be; may be empty
  bool goes_on = false;  ///< with a session that was cut off
};

/// `fresh` is what the decks open with otherwise, in the epoch that begins `now`; `left` is what the journal
/// has of the last run.
Beginning begin_show(session::State fresh, const std::vector<const deck::Deck*>&,
                     const std::optional<Entry>& left, const Moment& now, Resume);

}  // namespace lectern::journal
