// A deck as text that a person can write down beforehand; how is said in docs/deck-specification.md.
#pragma once

#include <string>

#include "common/deck/deck.h"

namespace lectern::test {

std::string describe(const deck::ReadDeck&);

}  // namespace lectern::test
