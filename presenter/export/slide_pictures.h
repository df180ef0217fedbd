// The pictures that an HTML file has of its slides, each once.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "common/base/pixmap.h"
#include "common/deck/deck.h"
#include "presenter/stage/slide_painter.h"

namespace lectern::exporting {

class SlidePictures {
 public:
  /// As on a display of that shape, the smaller the more there are of them.
  SlidePictures(const deck::Deck&, stage::SlidePainter&, PixelSize display, int width);

  PixelSize size() const { return size_; }

  struct Picture {
    std::string jpeg;        ///< empty: there is no memory for it
    std::size_t number = 0;  ///< from 0; pictures that look the same have the same
    bool is_new = true;      ///< the first of its number
  };
  Picture draw(std::size_t slide_index, int step);

 private:
  const deck::Deck& deck_;
  stage::SlidePainter& painter_;
  PixelSize size_;
  std::map<std::string, std::size_t> numbers_;  // by a hash of their bytes
};

}  // namespace lectern::exporting
