// The journal of the show that is to begin.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "common/base/time.h"
#include "presenter/app/sealed_deck.h"
#include "presenter/journal/journal.h"

namespace lectern::app {

/// Of these decks, in the user's state folder.
std::unique_ptr<journal::Journal> open_journal(const std::vector<SealedDeck>&, const Clock&);

/// Writes what it is given from now on. `tell` is told what is recorded, on the journal's thread; the
/// operator hears of troubles and of their end.
void begin_recording(journal::Journal&, std::function<void(const session::Recorded&)> tell);

}  // namespace lectern::app
