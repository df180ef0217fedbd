// How one slide goes while another comes: the rules and the movements of reveal.js 5. Pure.
#pragma once

#include <cstddef>

#include "common/base/time.h"
#include "common/deck/deck.h"

namespace lectern::stage {

inline constexpr Duration cross_fade_time{500};  ///< reveal.js's fade, whatever the speed

inline constexpr int full = 256;  ///< of what is drawn more or less strongly

/// Where a slide's content or background is drawn, and how strongly.
struct Placement {
  double right = 0;  ///< from its place, in widths of the display
  double down = 0;   ///< likewise, in heights of what is drawn
  double scale = 1;  ///< about its middle
  int opacity = full;

  bool is_moved() const { return right != 0 || down != 0 || scale != 1; }

  friend bool operator==(const Placement&, const Placement&) = default;
};

/// Of both slides' contents or backgrounds.
struct Places {
  Placement leaving, entering;

  friend bool operator==(const Places&, const Places&) = default;
};

/// A moment of a turn in layers.
struct Layers {
  Places backgrounds, contents;

  friend bool operator==(const Layers&, const Layers&) = default;
};

/// How far what slides goes, in the units of a Placement.
struct Travel {
  double across, down;
};

/// From 0 to 1 along a curve; at once where its length is zero.
struct Change {
  Duration length{};
  double (*curve)(double) = nullptr;

  double at(Duration since) const;
};

/// What happens between two slides of a deck. A slide that is not shown is ahead of the one that is, or
/// behind it: its way to and from ahead is the deck's `in`, to and from behind its `out`, whichever way the
/// talk goes. Each of the two slides moves by its own transition and speed, and so does its background. What
/// has no background of its own, or the same as the other slide, rests behind it.
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
  Layers at(Duration since) const;

 private:
  enum class Side { ahead, behind };
  enum class Axis { across, down };
  enum class Ground { rests, changes_at_once, fades, moves };

  /// What one slide's content or background does.
  struct Part {
    deck::Transition transition;  ///< none, fade, slide or zoom
    Side side;                    ///< where it goes to or comes from
    Change change;
  };

  TurnMotion(const deck::Deck&, const deck::Slide& leaving, const deck::Slide& entering);

  static Part content_of(const deck::Deck&, const deck::Slide&, Side);
  void set_backgrounds(const deck::Deck&, const deck::Slide& leaving, const deck::Slide& entering);
  Placement placed(const Part&, double away, const Travel&) const;
  Places contents(Duration since) const;
  Places backgrounds(Duration since) const;

  Axis axis_;
  Part leaving_, entering_;
  Part leaving_background_{}, entering_background_{};
  Ground ground_ = Ground::rests;
};

}  // namespace lectern::stage
