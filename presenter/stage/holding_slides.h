// The slides that stand in for a deck's own before the start, in a pause and after the end: its title, its
// logo and the date, in its theme. Pure.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

#include "common/deck/deck.h"
#include "common/session/state.h"
#include "presenter/stage/frame_store.h"
#include "presenter/stage/view.h"

namespace lectern::stage {

/// The deck as the stage shows it: behind its last slide one more for each session::Holding, at an address
/// that nobody can name. `today` stands on them where the deck says no date; `logo` is the picture's name,
/// empty where there is none that can be shown.
std::shared_ptr<const deck::Deck> with_holding_slides(const deck::Deck&, const std::string& today,
                                                      const std::string& logo = {});

bool is_holding(const deck::Deck&, std::size_t slide_index);
bool is_holding(const deck::Deck&, std::size_t slide_index, session::Holding);

/// The frame of all that is to be seen of a view.
FrameKey whole_of(const deck::Deck&, const View&, PixelSize display);

/// What there is to see at a position; nullopt: the deck has no such slide.
std::optional<View> view_of(const deck::Deck&, const session::Position&);

}  // namespace lectern::stage
