#include "presenter/export/slide_pictures.h"

#include <algorithm>
#include <cmath>

#include "presenter/images/encode.h"

namespace lectern::exporting {

SlidePictures::SlidePictures(const deck::Deck& deck, stage::SlidePainter& painter, PixelSize display,
                             int width)
    : deck_(deck), painter_(painter) {
  const double scale = static_cast<double>(width) / std::max(display.width, display.height);
  const auto scaled = [scale](int side) { return std::max(static_cast<int>(std::lround(side * scale)), 16); };
  size_ = {scaled(display.width), scaled(display.height)};
}

SlidePictures::Picture SlidePictures::draw(std::size_t slide_index, int step) {
  Picture picture{.jpeg = images::encode_slide(painter_.paint(deck_, slide_index, size_, step))};
  const auto [found, is_new] = numbers_.try_emplace(deck::hash_of(picture.jpeg), numbers_.size());
  picture.number = found->second;
  picture.is_new = is_new;
  return picture;
}

}  // namespace lectern::exporting
