// The slide on which the audience asks.
#pragma once

#include <string>

#include "common/deck/deck.h"

namespace lectern::deck {

/// What on the slide invites questions, such as "Any questions?"; empty: nothing does. English words.
std::string invitation_to_ask(const Slide&);

}  // namespace lectern::deck
