#include "presenter/stage/director.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "presenter/stage/arrivals.h"
#include "presenter/stage/easing.h"
#include "presenter/stage/holding_slides.h"

namespace lectern::stage {

double Fade::at(Instant now) const {
  if (is_over(now)) return to;
  using Fraction = std::chrono::duration<double, Duration::period>;
  return from + (to - from) * ease(Fraction(now - begin) / Fraction(length));
}

Director::Director(std::shared_ptr<const deck::Deck> deck) : deck_(std::move(deck)) {}

void Director::show(std::shared_ptr<const session::State> state) {
  const session::Frozen shown = session::on_stage(*state);
  if (shown.deck != deck_->hash) return;
  const auto view = view_of(*deck_, shown.position);
  if (!view) return;
  wanted_ = view;
  wanted_revision_ = shown.since;
  newest_ = std::move(state);
}

std::optional<Shot> Director::direct(Instant now, const IsPainted& is_painted) {
  if (newest_) {
    take_slide(now, is_painted);  // first: what changes behind full black is not seen to change
    take_black(now, is_painted);
  }
  Shot shot{scene_at(now), std::nullopt};
  if (has_arrived() && wanted_revision_ != presented_) shot.presents = wanted_revision_;
  const bool at_once = redraw_ || shot.presents || !(is_moving(now) || points_elsewhere(now));
  if (!at_once && now < last_frame_ + interval_) return std::nullopt;
  last_frame_ = now;
  if (!redraw_ && !shot.presents && drawn_ == shot.scene) return std::nullopt;
  redraw_ = false;
  drawn_ = shot.scene;
  if (shot.presents) presented_ = *shot.presents;
  return shot;
}

void Director::take_black(Instant now, const IsPainted& is_painted) {
  if (newest_->black == black_) return;
  const bool lifts_over_the_wrong_slide = !newest_->black && slide_ != wanted_ && light_.at(now) == 0;
  if (lifts_over_the_wrong_slide && !is_painted(*wanted_, Form::whole)) return;
  const bool at_once = !slide_ || deck_->settings.transition == deck::Transition::none;
  black_ = newest_->black;
  // One frame in, so that the first frame already shows a change.
  light_ = {now - frame_interval, at_once ? Duration::zero() : black_fade_time, light_.at(now),
            black_ ? 0.0 : 1.0};
}

void Director::take_slide(Instant now, const IsPainted& is_painted) {
  if (slide_ == wanted_ || !is_painted(*wanted_, Form::whole)) return;
  leaving_ = std::exchange(slide_, wanted_);
  turn_.reset();
  arrives_ = false;
  const bool seen = leaving_ && light_.at(now) > 0;
  // One frame in, so that the first frame already shows something of the new slide.
  cross_fade_ = {now - frame_interval, seen ? begin_turn(is_painted) : Duration::zero(), 0, 1};
}

/// How long it takes.
Duration Director::begin_turn(const IsPainted& is_painted) {
  if (leaving_->slide == slide_->slide) {
    arrives_ = moves_by_a_step(is_painted);
    return step_fade_time;
  }
  if (is_holding(*deck_, leaving_->slide) || is_holding(*deck_, slide_->slide))
    return deck_->settings.transition == deck::Transition::none ? Duration::zero() : cross_fade_time;
  const TurnMotion motion(*deck_, leaving_->slide, slide_->slide);
  if (motion.kind() == TurnMotion::Kind::cut) return {};
  const bool in_layers = motion.kind() == TurnMotion::Kind::layers && is_painted(*leaving_, Form::layers) &&
                         is_painted(*slide_, Form::layers);
  if (!in_layers) return cross_fade_time;
  turn_ = motion;
  return motion.length();
}

bool Director::moves_by_a_step(const IsPainted& is_painted) const {
  const auto& [earlier, later] = std::minmax(*leaving_, *slide_);
  return later.step == earlier.step + 1 && !arrivals(deck_->slides[later.slide], later.step).empty() &&
         is_painted(later, Form::arrival);
}

Scene Director::scene_at(Instant now) const {
  Scene scene;
  const auto steps = [&](const Fade& fade) { return static_cast<int>(std::lround(fade.at(now) * full)); };
  scene.light = steps(light_);
  if (scene.light == 0) return scene;
  scene.slide = slide_;
  scene.blend = steps(cross_fade_);
  const Duration since = now - cross_fade_.begin;
  if (turn_ && since < turn_->length()) {
    scene.layers = turn_->at(since);
    scene.leaving = leaving_;
  } else {
    if (scene.blend < full) scene.leaving = leaving_;
    scene.arrives = arrives_ && scene.leaving;
  }
  if (newest_) scene.timer = timer_face(newest_->qa, now);
  scene.pointer = pointer_at(now);
  const auto invites = [&](const std::optional<View>& view) {
    return view && is_holding(*deck_, view->slide, session::Holding::before);
  };
  const bool is_frozen = newest_ && newest_->frozen;
  if (!is_frozen && (invites(scene.slide) || invites(scene.leaving))) scene.invitation = invitation_;
  return scene;
}

/// Nobody points at what is black.
session::Pointer Director::pointer_at(Instant now) const {
  return light_.at(now) > 0 ? pointer_ : session::Pointer();
}

std::optional<Instant> Director::next_look(Instant now) const {
  std::optional<Instant> next;
  if (is_moving(now) || points_elsewhere(now)) next = last_frame_ + interval_;
  const bool ticks = newest_ && newest_->qa.phase == session::QaTimer::Phase::running;
  if (ticks && light_.at(now) > 0) {
    const Instant tick = session::next_change(newest_->qa, now);
    next = next ? std::min(*next, tick) : tick;
  }
  return next;
}

}  // namespace lectern::stage
