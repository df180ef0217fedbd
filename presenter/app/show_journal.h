// The journal of the show that is to begin.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "common/base/time.h"
#include "presenter/app/sealed_deck.h"
#include "presenter/journal/journal.h"

namespace lectern::app {

/// By which a later start knows the show again: its decks' paths, a line each, wherever the program was
/// called from.
std::string show_name(const std::vector<SealedDeck>&);

/// Of that show, in the user's state folder.
std::unique_ptr<journal::Journal> open_journal(const std::string& show, const Clock&);

/// Writes what it is given from now on. `tell` is told what is recorded, on the journal's thread; the
/// operator hears of troubles and of their end.
void begin_recording(journal::Journal&, std::function<void(const session::Recorded&)> tell);

}  // namespace lectern::app
