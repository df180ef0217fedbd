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
  EXPECT_FALSE(shot->scene.contents);
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

}  // namespace
}  // namespace lectern::stage
