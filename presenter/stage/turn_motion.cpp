#include "presenter/stage/turn_motion.h"

#include <algorithm>
#include <cmath>

#include "presenter/stage/backgrounds.h"
#include "presenter/stage/easing.h"

namespace lectern::stage {
namespace {

using deck::Transition;

// A slide goes 150 % of its width, which is the design area's and on a display of 16:9 so much of that, or of
// its height, which is its content's.
constexpr Travel content_travel{1.11, 1.5};
constexpr Travel background_travel{1, 1};

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

Change change_by(Transition transition, Duration time) {
  switch (transition) {
    case Transition::none:
      return {};
    case Transition::zoom:
      return {time, &ease};
    default:
      return {time, &glide};
  }
}

bool moves(Transition transition) {
  return transition == Transition::slide || transition == Transition::zoom;
}

int opacity(double share) {
  return static_cast<int>(std::lround(share * full));
}

}  // namespace

double Change::at(Duration since) const {
  if (since >= length) return 1;
  using Fraction = std::chrono::duration<double, Duration::period>;
  return curve(Fraction(since) / Fraction(length));
}

TurnMotion::Part TurnMotion::content_of(const deck::Deck& deck, const deck::Slide& slide, Side side) {
  const deck::Turn& turn = slide.turn;
  const auto own = side == Side::ahead ? turn.in : turn.out;
  const bool is_silent = !turn.in && !turn.out;  // who speaks of one way only fades the other
  const Transition transition = drawn_as(own         ? *own
                                         : is_silent ? deck.settings.transition
                                                     : Transition::fade);
  if (transition == Transition::fade) return {transition, side, {cross_fade_time, &ease}};
  return {transition, side, change_by(transition, time_at(turn.speed.value_or(deck.settings.speed)))};
}

TurnMotion::TurnMotion(const deck::Deck& deck, const deck::Slide& leaving, const deck::Slide& entering)
    : axis_(leaving.address.h == entering.address.h ? Axis::down : Axis::across),
      leaving_(content_of(deck, leaving, leaving.address < entering.address ? Side::behind : Side::ahead)),
      entering_(content_of(deck, entering, leaving.address < entering.address ? Side::ahead : Side::behind)) {
  set_backgrounds(deck, leaving, entering);
}

TurnMotion::TurnMotion(const deck::Deck& deck, std::size_t leaving_slide, std::size_t entering_slide)
    : TurnMotion(deck, deck.slides[leaving_slide], deck.slides[entering_slide]) {}

/// Where nobody speaks of them they fade, and are there at once where the contents are.
void TurnMotion::set_backgrounds(const deck::Deck& deck, const deck::Slide& leaving,
                                 const deck::Slide& entering) {
  if (share_background(deck, leaving, entering)) return;
  const bool is_cut = leaving_.transition == Transition::none && entering_.transition == Transition::none;
  const Transition usual =
      deck.settings.background_transition.value_or(is_cut ? Transition::none : Transition::fade);
  Transition out = drawn_as(leaving.turn.background.value_or(usual));
  Transition in = drawn_as(entering.turn.background.value_or(usual));
  const auto has_own = [&](const deck::Slide& slide) {  // equal ones differ in numbers and veils alone
    return slide.background != deck::Background() && leaving.background != entering.background;
  };
  if (!has_own(entering)) in = out == Transition::none ? Transition::none : Transition::fade;
  if (!has_own(leaving)) out = Transition::fade;
  if (in == Transition::none) out = Transition::none;
  const Duration time = time_at(deck.settings.speed);
  leaving_background_ = {out, leaving_.side, change_by(out, time)};
  entering_background_ = {in, entering_.side, change_by(in, time)};
  ground_ = in == Transition::none    ? Ground::changes_at_once
            : moves(in) || moves(out) ? Ground::moves
                                      : Ground::fades;
}

TurnMotion::Kind TurnMotion::kind() const {
  if (leaving_.transition != entering_.transition || moves(entering_.transition)) return Kind::layers;
  if (entering_.transition == Transition::none)
    return ground_ == Ground::rests || ground_ == Ground::changes_at_once ? Kind::cut : Kind::layers;
  return ground_ == Ground::rests || ground_ == Ground::fades ? Kind::cross_fade : Kind::layers;
}

Duration TurnMotion::length() const {
  return std::max({leaving_.change.length, entering_.change.length, leaving_background_.change.length,
                   entering_background_.change.length});
}

Layers TurnMotion::at(Duration since) const {
  return {backgrounds(since), contents(since)};
}

Places TurnMotion::contents(Duration since) const {
  const auto place = [&](const Part& part, double away) {
    Placement placement = placed(part, away, content_travel);
    placement.opacity = opacity(1 - away);
    return placement;
  };
  return {place(leaving_, leaving_.change.at(since)), place(entering_, 1 - entering_.change.at(since))};
}

/// One that slides stays opaque, and one that fades in does so over the other, unless that moves away from
/// it.
Places TurnMotion::backgrounds(Duration since) const {
  if (ground_ == Ground::rests || ground_ == Ground::changes_at_once) return {{.opacity = 0}, {}};
  const auto place = [&](const Part& part, double away) {
    Placement placement = placed(part, away, background_travel);
    if (part.transition == Transition::zoom) placement.opacity = opacity(1 - away);
    return placement;
  };
  const double gone = leaving_background_.change.at(since), there = entering_background_.change.at(since);
  Places places{place(leaving_background_, gone), place(entering_background_, 1 - there)};
  if (ground_ == Ground::fades) places.entering.opacity = opacity(there);
  return places;
}

/// `away`: 0 in its place to 1 gone.
Placement TurnMotion::placed(const Part& part, double away, const Travel& travel) const {
  const bool is_ahead = part.side == Side::ahead;
  Placement place;
  if (part.transition == Transition::zoom)
    place.scale += away * ((is_ahead ? scale_ahead : scale_behind) - 1);
  if (part.transition != Transition::slide) return place;
  const double way = is_ahead ? away : -away;
  if (axis_ == Axis::down)
    place.down = way * travel.down;
  else
    place.right = way * travel.across;
  return place;
}

}  // namespace lectern::stage
