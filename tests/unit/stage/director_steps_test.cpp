// From one step of a slide to another.
#include "tests/unit/stage/directed.h"

namespace lectern::stage {
namespace {

TEST_F(DirectedWithSlide, AStepDuringATurnCutsToItsEnd) {
  deck_->slides[1].step_count = 1;
  start();
  tell(1);
  look();
  now_ += 100ms;
  auto state = state_of(*deck_, ++revision_, 1);
  state->position.step = 1;
  director_.show(state);
  const auto shot = look();
  ASSERT_TRUE(shot);
  EXPECT_FALSE(shot->scene.layers);
  EXPECT_EQ(shot->scene.leaving, View(1, 0));
  EXPECT_EQ(shot->scene.slide, View(1, 1));
}

TEST_F(DirectedWithoutTransition, AStepCrossFadesShortlyWithinItsSlide) {
  deck_->slides[0].step_count = 1;
  start();
  now_ += 1s;
  auto state = state_of(*deck_, ++revision_, 0);
  state->position.step = 1;
  director_.show(state);
  const auto first = look();
  ASSERT_TRUE(first);
  EXPECT_EQ(first->presents, revision_);
  EXPECT_EQ(first->scene.leaving, View(0, 0));
  EXPECT_EQ(first->scene.slide, View(0, 1));
  const Instant begin = now_;
  const auto last = look_until_still();
  ASSERT_TRUE(last);
  EXPECT_EQ(last->scene, (Scene{.slide = View(0, 1), .leaving = {}, .timer = {}}));
  EXPECT_LT(now_ - begin, step_fade_time + 2 * frame_interval);
}

TEST_F(Directed, AStepThatTheSlideHasNotIsItsLast) {
  start();
  auto state = state_of(*deck_, ++revision_, 0);
  state->position.step = 7;
  director_.show(state);
  EXPECT_EQ(director_.wanted(), View(0, 0));
}

/// A slide whose second step brings something from below.
class DirectedWithArrival : public Directed {
 protected:
  DirectedWithArrival() {
    deck_->slides[0].fragments = {{deck::Effect::fade_in, 1}, {deck::Effect::fade_up, 2}};
    deck_->slides[0].step_count = 2;
  }
};

TEST_F(DirectedWithArrival, WhatComesMovesWhileItFades) {
  tell_step(1);
  look();
  tell_step(2);
  const auto first = look();
  ASSERT_TRUE(first);
  EXPECT_TRUE(first->scene.arrives);
  EXPECT_EQ(first->presents, revision_);
  EXPECT_GT(first->scene.blend, 0);
  const auto last = look_until_still();
  ASSERT_TRUE(last);
  EXPECT_EQ(last->scene, (Scene{.slide = View(0, 2), .leaving = {}, .timer = {}}));
}

TEST_F(DirectedWithArrival, SteppingBackItGoesAsItCame) {
  tell_step(2);
  look();
  tell_step(1);
  EXPECT_TRUE(look()->scene.arrives);
}

TEST_F(DirectedWithArrival, WhatOnlyFadesDoesNotMove) {
  start();
  tell_step(1);
  EXPECT_FALSE(look()->scene.arrives);
}

TEST_F(DirectedWithArrival, AJumpOverSeveralStepsIsACrossFade) {
  start();
  tell_step(2);
  EXPECT_FALSE(look()->scene.arrives);
}

TEST_F(DirectedWithArrival, NoPressWaitsForWhatMoves) {
  tell_step(1);
  look();
  layers_are_painted_ = false;
  tell_step(2);
  const auto first = look();
  ASSERT_TRUE(first);
  EXPECT_EQ(first->presents, revision_);
  EXPECT_FALSE(first->scene.arrives);
  layers_are_painted_ = true;
  now_ += 50ms;
  EXPECT_FALSE(look()->scene.arrives) << "it stays what it began as";
}

TEST_F(DirectedWithArrival, ANewPressCutsToItsEnd) {
  tell_step(1);
  look();
  tell_step(2);
  look();
  now_ += 50ms;
  tell(1);
  const auto shot = look();
  ASSERT_TRUE(shot);
  EXPECT_FALSE(shot->scene.arrives);
  EXPECT_EQ(shot->scene.leaving, View(0, 2));
}

}  // namespace
}  // namespace lectern::stage
