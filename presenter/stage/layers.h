// A slide in layers, for turns in which its content moves over its background, and for steps at which parts
// of it move into their places: which frames they are, and when they are worth painting.
#pragma once

#include <cstdint>
#include <vector>

#include "common/deck/deck.h"
#include "presenter/stage/frame_store.h"
#include "presenter/stage/view.h"

namespace lectern::stage {

/// Of the layers for a display: of one with more than 2.8 million pixels a half of its width and height. What
/// is in motion need not be sharp, and a whole layer of 3840×2160 would take 33 MB.
PixelSize layer_size(PixelSize display);

/// A background as it is kept, of what was painted in the display's full size: what is so many pixels large
/// in it stays so.
Pixmap background_layer(Pixmap painted, PixelSize display);

/// Slides in a row that share a background have one.
FrameKey background_of(const deck::Deck&, std::size_t slide_index, PixelSize display);

FrameKey content_of(const View&, PixelSize display);

/// The slide without what arrives at the view's step.
FrameKey resting_of(const deck::Deck&, const View&, PixelSize display);

/// One for each effect with which something arrives there.
std::vector<FrameKey> arriving_of(const deck::Deck&, const View&, PixelSize display);

/// Adds to what is wished for the layers that it takes to go from one view to the other and back, if it takes
/// any.
void wish_for_turn(std::vector<FrameKey>& wishes, const deck::Deck&, const View& from, const View& to,
                   PixelSize display);

/// What there is on a content layer, cut out around its middle, which stays the display's: what is
/// transparent, or another `ground`, all around is neither kept nor drawn.
Pixmap cut_out(const Pixmap& content, std::uint32_t ground = 0);

/// Where the middle of what there is on a layer lies, from the layer's own.
struct Middle {
  double right = 0, down = 0;
};
Middle middle_of_ink(const Pixmap& layer);

/// Undoes cut_out().
Pixmap on_ground(const Pixmap& cut, std::uint32_t ground, PixelSize display);

}  // namespace lectern::stage
