// The words for how slides come and go.
#pragma once

#include <optional>
#include <string_view>

#include "common/deck/deck.h"

namespace lectern::deck {

inline constexpr std::string_view transition_words = "none, fade, slide, convex, concave or zoom";

inline constexpr std::string_view autoslide_remedy =
    "Write whole milliseconds, for example data-autoslide=\"5000\".";

std::optional<Transition> transition_named(std::string_view);

/// "default", "fast", "slow".
std::optional<Speed> speed_named(std::string_view);

/// What `data-transition` says: "zoom", or "zoom-in fade-out" for the two ways. A word that is not known sets
/// nothing and is returned; empty: all are known.
std::string_view read_turn(std::string_view words, Turn&);

}  // namespace lectern::deck
