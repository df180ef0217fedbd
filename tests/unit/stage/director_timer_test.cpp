// The timer over the slides.
#include "tests/unit/stage/directed.h"

namespace lectern::stage {
namespace {

TEST_F(Directed, TheTimerIsDrawnOnceASecond) {
  start();
  auto state = state_of(*deck_, ++revision_, 0);
  state->qa = {session::QaTimer::Phase::running, 5min, 0ms, now_};
  director_.show(state);
  const auto first = look();
  ASSERT_TRUE(first && first->scene.timer);
  EXPECT_EQ(first->scene.timer->text, "5:00");
  EXPECT_EQ(first->presents, 2u);
  int draw_count = 0;
  const Instant end = now_ + 10s;
  while (now_ < end) {
    const auto next = director_.next_look(now_);
    ASSERT_TRUE(next && *next > now_);
    now_ = *next;
    if (look()) ++draw_count;
  }
  EXPECT_EQ(draw_count, 10);
}

TEST_F(Directed, APausedTimerStandsStill) {
  start();
  auto state = state_of(*deck_, ++revision_, 0);
  state->qa = {session::QaTimer::Phase::paused, 5min, 1min, Instant{}};
  director_.show(state);
  ASSERT_TRUE(look());
  EXPECT_FALSE(director_.next_look(now_));
}

TEST_F(Directed, BehindBlackTheTimerDrawsNothing) {
  start();
  auto state = state_of(*deck_, ++revision_, 0);
  state->qa = {session::QaTimer::Phase::running, 5min, 0ms, now_};
  state->black = true;
  director_.show(state);
  look_until_still();
  EXPECT_FALSE(director_.next_look(now_));
  now_ += 5s;
  EXPECT_FALSE(look());
}

TEST_F(Directed, AStartedTimerLeavesAFadeAlone) {
  start();
  tell(1);
  look();
  now_ += 100ms;
  auto state = state_of(*deck_, ++revision_, 1);
  state->qa = {session::QaTimer::Phase::running, 5min, 0ms, now_};
  director_.show(state);
  const auto shot = look();
  ASSERT_TRUE(shot);
  EXPECT_EQ(shot->scene.leaving, 0u);
  EXPECT_TRUE(shot->scene.timer);
  EXPECT_EQ(shot->presents, 3u);
}

}  // namespace
}  // namespace lectern::stage
