#include "presenter/stage/layers.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "presenter/stage/arrivals.h"
#include "presenter/stage/backgrounds.h"
#include "presenter/stage/blend.h"
#include "presenter/stage/turn_motion.h"

namespace lectern::stage {
namespace {

constexpr int most_whole_pixels = 2'800'000;  // 2560×1080 is less

}  // namespace

PixelSize layer_size(PixelSize display) {
  if (std::int64_t{display.width} * display.height <= most_whole_pixels) return display;
  return {(display.width + 1) / 2, (display.height + 1) / 2};
}

Pixmap background_layer(Pixmap painted, PixelSize display) {
  if (layer_size(display) == display) return painted;
  return halved(painted);
}

FrameKey background_of(const deck::Deck& deck, std::size_t slide_index, PixelSize display) {
  const auto& slides = deck.slides;
  std::size_t first = slide_index;
  while (first > 0 && share_background(deck, slides[first - 1], slides[slide_index])) --first;
  return {FrameKey::Subject::background, first, display};
}

FrameKey content_of(const View& view, PixelSize display) {
  return {FrameKey::Subject::content, view.slide, display, view.step};
}

FrameKey resting_of(const deck::Deck& deck, const View& view, PixelSize display) {
  if (!changes_otherwise(deck.slides[view.slide], view.step))
    return frame_of({view.slide, view.step - 1}, display);
  return {FrameKey::Subject::resting, view.slide, display, view.step};
}

std::vector<FrameKey> arriving_of(const deck::Deck& deck, const View& view, PixelSize display) {
  std::vector<FrameKey> keys;
  for (const deck::Effect effect : arrivals(deck.slides[view.slide], view.step))
    keys.push_back({FrameKey::Subject::arriving, view.slide, display, view.step, effect});
  return keys;
}

void wish_for_turn(std::vector<FrameKey>& wishes, const deck::Deck& deck, const View& from, const View& to,
                   PixelSize display) {
  const auto add = [&](const FrameKey& key) {
    if (std::ranges::find(wishes, key) == wishes.end()) wishes.push_back(key);
  };
  if (from.slide == to.slide) {
    const View& later = std::max(from, to);
    const auto arriving = arriving_of(deck, later, display);
    if (!arriving.empty()) add(resting_of(deck, later, display));
    std::ranges::for_each(arriving, add);
    return;
  }
  const auto takes_layers = [&](const View& leaving, const View& entering) {
    return TurnMotion(deck, leaving.slide, entering.slide).kind() == TurnMotion::Kind::layers;
  };
  if (!takes_layers(from, to) && !takes_layers(to, from)) return;
  for (const View& view : {to, from})
    for (const FrameKey& key : {background_of(deck, view.slide, display), content_of(view, display)})
      add(key);
}

Pixmap cut_out(const Pixmap& content, std::uint32_t ground) {
  const PixelSize size = content.size;
  const auto is_empty = [=](std::uint32_t pixel) { return pixel == ground; };
  int side = (size.width - 1) / 2, top = (size.height - 1) / 2;  // empty at both sides, above and below
  for (int y = 0; y < size.height; ++y) {
    const std::uint32_t* row = content.row(y);
    const int left = static_cast<int>(std::find_if_not(row, row + size.width, is_empty) - row);
    if (left == size.width) continue;
    int right = 0;
    while (is_empty(row[size.width - 1 - right])) ++right;
    side = std::min({side, left, right});
    top = std::min({top, y, size.height - 1 - y});
  }
  Pixmap cut({size.width - 2 * side, size.height - 2 * top});
  for (int y = 0; y < cut.size.height; ++y)
    std::copy_n(content.row(top + y) + side, cut.size.width, cut.row(y));
  return cut;
}

Middle middle_of_ink(const Pixmap& layer) {
  const int width = layer.size.width, height = layer.size.height;
  int left = width, right = 0, top = height, bottom = 0;
  for (int y = 0; y < height; ++y) {
    const std::uint32_t* row = layer.row(y);
    const auto is_ink = [](std::uint32_t pixel) { return pixel != 0; };
    const int first = static_cast<int>(std::find_if(row, row + width, is_ink) - row);
    if (first == width) continue;
    int end = width;
    while (row[end - 1] == 0) --end;
    left = std::min(left, first);
    right = std::max(right, end);
    top = std::min(top, y);
    bottom = y + 1;
  }
  if (bottom == 0) return {};
  return {(left + right - width) / 2.0, (top + bottom - height) / 2.0};
}

Pixmap on_ground(const Pixmap& cut, std::uint32_t ground, PixelSize display) {
  Pixmap whole(display);
  std::ranges::fill(whole.pixels, ground);
  const int side = (display.width - cut.size.width) / 2, top = (display.height - cut.size.height) / 2;
  for (int y = 0; y < cut.size.height; ++y)
    std::copy_n(cut.row(y), cut.size.width, whole.row(top + y) + side);
  return whole;
}

}  // namespace lectern::stage
