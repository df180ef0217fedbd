// Decides what the audience's display shows at each moment: which slides, how far a transition has come, the
// timer. Pure: it is told of states, of the time and of which slides are painted; it draws nothing and never
// waits.
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "common/base/time.h"
#include "common/deck/deck.h"
#include "common/session/pointer.h"
#include "common/session/state.h"
#include "presenter/stage/timer_face.h"
#include "presenter/stage/turn_motion.h"
#include "presenter/stage/view.h"

namespace lectern::stage {

inline constexpr Duration step_fade_time{200};    ///< reveal.js's fragments
inline constexpr Duration black_fade_time{1000};  ///< reveal.js's pause
inline constexpr Duration frame_interval{16};     ///< between two frames of a transition, at the least

/// What one draw shows.
struct Scene {
  std::optional<View> slide;       ///< nullopt: the theme's colour, before the first slide
  std::optional<View> leaving;     ///< what is under it during a turn
  int blend = full;                ///< of `slide` over `leaving`, where layers are missing
  int light = full;                ///< 0: black
  std::optional<Layers> layers{};  ///< of both, instead of whole frames
  bool arrives = false;            ///< what comes or goes between two steps moves while it fades
  std::optional<TimerFace> timer;
  session::Pointer pointer{};
  std::string invitation{};  ///< in the code on the holding slide before the start; empty: there is none

  friend bool operator==(const Scene&, const Scene&) = default;
};

struct Shot {
  Scene scene;
  std::optional<Revision> presents;  ///< this draw is the first of that revision
};

/// A value on its way, eased.
struct Fade {
  Instant begin{};
  Duration length{};
  double from = 1, to = 1;

  double at(Instant now) const;
  bool is_over(Instant now) const { return now >= begin + length; }
};

/// A slide that is not painted yet leaves the old picture (or black) up until it is; going black and the
/// timer never wait, and a turn or step whose layers are not painted yet is a cross-fade. A newer slide
/// during a turn cuts to that one's end and starts the next; black turned round on its way goes on from where
/// it is. Nothing moves that cannot be seen (before the first slide, behind full black) or, from slide to
/// slide, with the transition `none`. The holding slide comes and goes by a cross-fade.
class Director {
 public:
  /// Of a view; what arrives at its step is a form of the view of the later step.
  enum class Form { whole, layers, arrival };
  using IsPainted = std::function<bool(const View&, Form)>;

  explicit Director(std::shared_ptr<const deck::Deck>);

  /// The newest state; where another deck is to be shown, or a slide that there is not, it is ignored.
  void show(std::shared_ptr<const session::State>);

  /// What somebody points with now.
  void point(const session::Pointer& pointer) { pointer_ = pointer; }

  /// What the holding slide before the start shows as a code, unless the stage is frozen; empty: nothing.
  void invite(const std::string& invitation) { invitation_ = invitation; }
  bool invites() const { return !invitation_.empty(); }

  /// The display has lost what was drawn, or something better is there for it.
  void redraw() { redraw_ = true; }

  /// A slower display gets no more frames than it can show.
  void pace(Duration refresh_interval) { interval_ = std::max(frame_interval, refresh_interval); }

  /// What to draw now; nullopt: what is up is right.
  std::optional<Shot> direct(Instant now, const IsPainted&);

  /// When to ask again even if nothing else happens.
  std::optional<Instant> next_look(Instant now) const;

  const session::State* state() const { return newest_.get(); }
  std::optional<View> wanted() const { return wanted_; }
  bool shows_something() const { return slide_.has_value(); }

 private:
  void take_black(Instant now, const IsPainted&);
  void take_slide(Instant now, const IsPainted&);
  Duration begin_turn(const IsPainted&);
  bool moves_by_a_step(const IsPainted&) const;
  Scene scene_at(Instant now) const;
  bool is_moving(Instant now) const { return !cross_fade_.is_over(now) || !light_.is_over(now); }
  session::Pointer pointer_at(Instant now) const;
  bool points_elsewhere(Instant now) const { return drawn_ && drawn_->pointer != pointer_at(now); }
  bool has_arrived() const { return newest_ && (newest_->black || slide_ == wanted_); }

  std::shared_ptr<const deck::Deck> deck_;
  std::shared_ptr<const session::State> newest_;
  std::optional<View> wanted_;
  Revision wanted_revision_ = 0;  ///< that is presented once it is up
  std::optional<View> slide_, leaving_;
  bool black_ = false;
  session::Pointer pointer_;
  std::string invitation_;
  Fade cross_fade_;
  std::optional<TurnMotion> turn_;  ///< what happens during the cross-fade's time instead of one
  bool arrives_ = false;            ///< likewise beside it
  Fade light_;
  Duration interval_ = frame_interval;
  Instant last_frame_{};
  std::optional<Scene> drawn_;
  Revision presented_ = 0;
  bool redraw_ = true;
};

}  // namespace lectern::stage
