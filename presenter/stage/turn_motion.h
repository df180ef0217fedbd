// How one slide goes while another comes: the rules and the movements of reveal.js 5. Pure.
#pragma once

#include <cstddef>

#include "common/base/time.h"
#include "common/deck/deck.h"

namespace lectern::stage {

inline constexpr Duration cross_fade_time{500};  ///< reveal.js's fade, whatever the speed

inline constexpr int full = 256;  ///< of what is drawn more or less strongly

/// Where a slide's content is drawn, and how strongly.
struct Placement {
  double right = 0;  ///< from its place, in widths of the display
  double down = 0;   ///< likewise, in heights of the content
  double scale = 1;  ///< about its middle
  int opacity = full;

  friend bool operator==(const Placement&, const Placement&) = default;
};

/// The contents of both slides, over their backgrounds.
struct Contents {
  Placement leaving, entering;

  friend bool operator==(const Contents&, const Contents&) = default;
};

/// From 0 to 1 along a curve; at once where its length is zero.
struct Change {
  Duration length{};
  double (*curve)(double) = nullptr;

  double at(Duration since) const;
};

/// What happens between two slides of a deck. A slide that is not shown is ahead of the one that is, or
/// behind it: its way to and from ahead is the deck's `in`, to and from behind its `out`, whichever way the
/// talk goes. Each of the two slides moves by its own transition and speed.
class TurnMotion {
 public:
  enum class Kind {
    cut,
    cross_fade,  ///< of whole frames
    layers,      ///< contents move or change apart from the backgrounds
  };

  TurnMotion(const deck::Deck&, std::size_t leaving_slide, std::size_t entering_slide);

  Kind kind() const;

  // Of a turn in layers, `since` it began:
  Duration length() const;
  Contents contents(Duration since) const;
  int background(Duration since) const;  ///< how much of the entering slide's there is over the other's

 private:
  enum class Side { ahead, behind };
  enum class Axis { across, down };

  /// What one slide does.
  struct Part {
    deck::Transition transition;  ///< none, fade, slide or zoom
    Side side;                    ///< where it goes to or comes from
    Change change;
  };

  TurnMotion(const deck::Deck&, const deck::Slide& leaving, const deck::Slide& entering);

  static Part part_of(const deck::Deck&, const deck::Slide&, Side);
  Placement placed(const Part&, double away) const;

  Axis axis_;
  Part leaving_, entering_;
  Change background_;
};

}  // namespace lectern::stage
