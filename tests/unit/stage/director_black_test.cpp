// Black, and what happens behind it.
#include "tests/unit/stage/directed.h"

namespace lectern::stage {
namespace {

TEST_F(DirectedWithSlide, BlackTakesTheLightOfATurnUnderWay) {
  start();
  tell(1);
  look();
  now_ += 100ms;
  tell(1, true);
  const auto shot = look();
  ASSERT_TRUE(shot);
  EXPECT_TRUE(shot->scene.layers);
  EXPECT_LT(shot->scene.light, full);
  EXPECT_EQ(look_until_still()->scene.light, 0);
}

TEST_F(DirectedWithoutTransition, BlackIsThereAtOnce) {
  start();
  tell(0, true);
  const auto shot = look();
  ASSERT_TRUE(shot);
  EXPECT_EQ(shot->scene.light, 0);
  EXPECT_FALSE(director_.next_look(now_));
}

TEST_F(Directed, BlackFadesForASecondAndThenNothingIsDrawn) {
  start();
  tell(0, true);
  const Instant told = now_;
  const auto first = look();
  ASSERT_TRUE(first);
  EXPECT_EQ(first->presents, 2u);
  EXPECT_LT(first->scene.light, full) << "what is called presented must show a change";
  const auto last = look_until_still();
  ASSERT_TRUE(last);
  EXPECT_EQ(last->scene.light, 0);
  EXPECT_LE(now_ - told, black_fade_time + frame_interval);
  EXPECT_GE(now_ - told, black_fade_time - frame_interval);
}

TEST_F(Directed, BlackTurnedRoundOnItsWayDoesNotJump) {
  start();
  tell(0, true);
  look();
  now_ += 300ms;
  const int light = look()->scene.light;
  tell(0, false);
  const auto shot = look();
  ASSERT_TRUE(shot);
  constexpr int one_frame = 8;  // more than the light can change in 16 ms
  EXPECT_NEAR(shot->scene.light, light, one_frame);
  EXPECT_EQ(look_until_still()->scene.light, full);
}

TEST_F(Directed, BlackDoesNotWaitForASlide) {
  start();
  painted_.erase(1);
  tell(1, true);
  const auto shot = look();
  ASSERT_TRUE(shot);
  EXPECT_EQ(shot->presents, 2u);
  EXPECT_EQ(look_until_still()->scene.light, 0);
}

TEST_F(Directed, ASlideChosenBehindBlackComesUpWithoutTheOldOne) {
  start();
  tell(0, true);
  look_until_still();
  tell(3);
  const auto shot = look();
  ASSERT_TRUE(shot);
  EXPECT_EQ(shot->presents, 3u);
  now_ += 100ms;
  const auto later = look();
  ASSERT_TRUE(later);
  EXPECT_EQ(later->scene.slide, 3u);
  EXPECT_FALSE(later->scene.leaving);
  EXPECT_GT(later->scene.light, 0);
}

TEST_F(Directed, BlackLiftsOnlyWhenTheSlideChosenBehindItIsPainted) {
  start();
  tell(0, true);
  look_until_still();
  painted_.erase(3);
  tell(3);
  EXPECT_FALSE(look_until_still()) << "lifting would show the old slide";
  painted_.insert(3);
  const auto shot = look();
  ASSERT_TRUE(shot);
  EXPECT_EQ(shot->presents, 3u);
  EXPECT_EQ(look_until_still()->scene, (Scene{.slide = 3, .leaving = {}, .timer = {}}));
}

}  // namespace
}  // namespace lectern::stage
