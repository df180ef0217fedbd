// What is seen of the picker: a page of slides, what was typed, and what it found.
#pragma once

#include <string>
#include <vector>

#include "common/base/pixmap.h"
#include "common/typeset/typesetter.h"
#include "presenter/picker/grid.h"
#include "presenter/stage/frame_store.h"

namespace lectern::picker {

struct Cell {
  std::size_t number = 1;  ///< of the slide
  std::string title;
  stage::Frame picture;  ///< nullptr: not painted yet
  bool is_chosen = false;
  bool is_present = false;  ///< the show is there
  bool is_counted = true;   ///< false: it is spare

  friend bool operator==(const Cell&, const Cell&) = default;
};

struct Sheet {
  PixelSize window, stage;
  std::string typed;
  std::vector<Cell> cells;  ///< of the page that is seen
  std::size_t found_count = 0, slide_count = 0;
  std::size_t page = 1, page_count = 1;

  friend bool operator==(const Sheet&, const Sheet&) = default;
};

/// Opaque, of the window's size. Takes some milliseconds.
Pixmap draw(const Sheet&, typeset::Typesetter&);

}  // namespace lectern::picker
