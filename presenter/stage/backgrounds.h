// Which slides look the same behind their content.
#pragma once

#include "common/deck/deck.h"

namespace lectern::stage {

/// Whether its background is veiled as its own text needs it.
bool has_own_veil(const deck::Deck&, const deck::Slide&);

bool share_background(const deck::Deck&, const deck::Slide&, const deck::Slide&);

}  // namespace lectern::stage
