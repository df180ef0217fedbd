// What a link inside the deck can lead to, beside the places of slides.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>

#include "common/deck/deck.h"
#include "presenter/check/source.h"

namespace lectern::check {

using LinkTargets = std::set<std::string, std::less<>>;

/// The ids of slides, those that reveal-md gives to headings ("my-heading"), and what may be the id of an
/// HTML element.
LinkTargets link_targets(const deck::Deck&, const Source&);

}  // namespace lectern::check
