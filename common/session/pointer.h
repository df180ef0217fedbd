// Where somebody points on the stage, and with what. A signal: the newest counts, whoever sent it; it has no
// revision, and nobody remembers it.
#pragma once

#include "common/base/time.h"

namespace lectern::session {

struct Pointer {
  enum class Kind {
    none,
    laser,      ///< a dot
    spotlight,  ///< all but a circle is darkened
    zoom,       ///< what lies around the point is enlarged
  };
  Kind kind = Kind::none;
  float x = 0, y = 0;  ///< of the stage's width and height, 0 to 1 from its top left corner
  float size = 0;      ///< a spotlight's radius, of the stage's height; a zoom's factor; otherwise 0

  friend bool operator==(const Pointer&, const Pointer&) = default;
};

struct PointerSizes {
  float least = 0, usual = 0, most = 0;
};
PointerSizes sizes_of(Pointer::Kind);

/// Whether all of it is within bounds, which what is not a number never is.
bool is_valid(const Pointer&);

/// Whether it is about one place in the deck, and goes with it; a laser is only a hand that moves.
bool belongs_to_its_place(Pointer::Kind);

/// After its last move a laser goes away by itself.
inline constexpr Duration laser_time{5000};

/// Between two pointers that one client is heard with: 30 a second.
inline constexpr Duration pointer_interval{33};

}  // namespace lectern::session
