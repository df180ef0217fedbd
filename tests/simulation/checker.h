// Whether a meeting went as was promised, whatever the network, the disk and the presenter's process did. It
// knows nothing of how that is achieved: it reads the history alone, and of the programs it uses reduce(),
// which says what one command does to one state.
//
// Of every history it proves that
//  1. no command was applied twice, nor in another epoch than it was meant for; who asks again is told what
//  they were told before, or that it is too old;
//  2. none was applied later than its client allowed, nor later after the press than a person would have it;
//  3. no accepted command was lost: the states of an epoch are its accepted commands, one after another, and
//  nothing else; what a client was told, and whoever pressed, is what was decided;
//  4. what was said to be recorded survived: the next epoch goes on from that state or a later one of the
//  same epoch, in the same place with the same timer;
//  5. an id stands for one command: what is sent again is what was sent, and what is decided as well;
//  6. all clients show the presenter's state once the network is well again, and wait for nothing.
#pragma once

#include <optional>
#include <string>

#include "common/deck/deck.h"
#include "tests/simulation/history.h"

namespace lectern::simulation {

/// What is wrong with it; nullopt: nothing.
std::optional<std::string> fault_in(const History&, const deck::Deck&);

}  // namespace lectern::simulation
