#include "presenter/stage/turn_motion.h"

#include <algorithm>
#include <cmath>

#include "presenter/stage/backgrounds.h"
#include "presenter/stage/easing.h"

namespace lectern::stage {
namespace {

using deck::Transition;

// How far a slide moves: 150 % of its width, which is the design area's and on a display of 16:9 so much of
// that, or of its height, which is its content's.
constexpr double travel_across = 1.11;
constexpr double travel_down = 1.5;

constexpr double scale_ahead = 0.2;
constexpr double scale_behind = 16;

Duration time_at(deck::Speed speed) {
  switch (speed) {
    case deck::Speed::fast:
      return Duration(400);
    case deck::Speed::slow:
      return Duration(1200);
    case deck::Speed::usual:
      break;
  }
  return Duration(800);
}

Transition drawn_as(Transition transition) {
  const bool turns_in_space = transition == Transition::convex || transition == Transition::concave;
  return turns_in_space ? Transition::slide : transition;
}

/// Without a transition every change is at once, the background's as well.
Change background_change(const deck::Deck& deck, const deck::Slide& leaving, const deck::Slide& entering) {
  if (share_background(deck, leaving, entering) || entering.turn.background == Transition::none) return {};
  return {time_at(deck.settings.speed), &glide};
}

}  // namespace

double Change::at(Duration since) const {
  if (since >= length) return 1;
  using Fraction = std::chrono::duration<double, Duration::period>;
  return curve(Fraction(since) / Fraction(length));
}

TurnMotion::Part TurnMotion::part_of(const deck::Deck& deck, const deck::Slide& slide, Side side) {
  const deck::Turn& turn = slide.turn;
  const auto own = side == Side::ahead ? turn.in : turn.out;
  const bool is_silent = !turn.in && !turn.out;  // who speaks of one way only fades the other
  const Transition transition = drawn_as(own         ? *own
                                         : is_silent ? deck.settings.transition
                                                     : Transition::fade);
  const Duration time = time_at(turn.speed.value_or(deck.settings.speed));
  switch (transition) {
    case Transition::none:
      return {transition, side, {}};
    case Transition::fade:
      return {transition, side, {cross_fade_time, &ease}};
    case Transition::zoom:
      return {transition, side, {time, &ease}};
    default:
      return {transition, side, {time, &glide}};
  }
}

TurnMotion::TurnMotion(const deck::Deck& deck, const deck::Slide& leaving, const deck::Slide& entering)
    : axis_(leaving.address.h == entering.address.h ? Axis::down : Axis::across),
      leaving_(part_of(deck, leaving, leaving.address < entering.address ? Side::behind : Side::ahead)),
      entering_(part_of(deck, entering, leaving.address < entering.address ? Side::ahead : Side::behind)),
      background_(background_change(deck, leaving, entering)) {}

TurnMotion::TurnMotion(const deck::Deck& deck, std::size_t leaving_slide, std::size_t entering_slide)
    : TurnMotion(deck, deck.slides[leaving_slide], deck.slides[entering_slide]) {}

TurnMotion::Kind TurnMotion::kind() const {
  if (leaving_.transition != entering_.transition) return Kind::layers;
  switch (entering_.transition) {
    case Transition::none:
      return Kind::cut;
    case Transition::fade:
      return Kind::cross_fade;
    default:
      return Kind::layers;
  }
}

Duration TurnMotion::length() const {
  return std::max({leaving_.change.length, entering_.change.length, background_.length});
}

Contents TurnMotion::contents(Duration since) const {
  return {placed(leaving_, leaving_.change.at(since)), placed(entering_, 1 - entering_.change.at(since))};
}

int TurnMotion::background(Duration since) const {
  return static_cast<int>(std::lround(background_.at(since) * full));
}

/// `away`: 0 in its place to 1 gone.
Placement TurnMotion::placed(const Part& part, double away) const {
  const bool is_ahead = part.side == Side::ahead;
  Placement place{.opacity = static_cast<int>(std::lround((1 - away) * full))};
  if (part.transition == Transition::zoom)
    place.scale += away * ((is_ahead ? scale_ahead : scale_behind) - 1);
  if (part.transition != Transition::slide) return place;
  const double way = is_ahead ? away : -away;
  if (axis_ == Axis::down)
    place.down = way * travel_down;
  else
    place.right = way * travel_across;
  return place;
}

}  // namespace lectern::stage
