// What there are pictures of, and how large.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>

#include "common/base/ids.h"
#include "common/base/pixmap.h"

namespace lectern::gallery {

/// A slide of a deck with some of its steps revealed.
struct PictureView {
  DeckHash deck;
  std::uint32_t number = 1;  ///< of the slide, from 1
  int step = 0;

  friend auto operator<=>(const PictureView&, const PictureView&) = default;
};

/// A picture that somebody wants, or may want.
struct Wanted {
  PictureView view;
  PixelSize size;

  friend auto operator<=>(const Wanted&, const Wanted&) = default;
};

/// That are made: few, so that many who follow share them.
inline constexpr std::array widths = {320, 480, 640, 960, 1280, 1920, 2560};

/// Of a picture for somebody who has `width` pixels of room, in the shape of the stage: the next of `widths`,
/// or the largest whose pixels are at most `max_bytes`.
PixelSize picture_size(int width, PixelSize stage, std::size_t max_bytes);

}  // namespace lectern::gallery
