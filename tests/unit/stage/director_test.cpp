// Which slide is up, and what is drawn when.
#include "tests/unit/stage/directed.h"

namespace lectern::stage {
namespace {

TEST_F(Directed, OpensOnTheThemesColour) {
  const auto shot = look();
  ASSERT_TRUE(shot);
  EXPECT_EQ(shot->scene, Scene{});
  EXPECT_FALSE(shot->presents);
  EXPECT_FALSE(look());
  EXPECT_FALSE(director_.next_look(now_));
}

TEST_F(Directed, TheFirstSlideIsThereAtOnce) {
  tell(2);
  const auto shot = look();
  ASSERT_TRUE(shot);
  EXPECT_EQ(shot->scene.slide, 2u);
  EXPECT_EQ(shot->scene.blend, full);
  EXPECT_EQ(shot->presents, 1u);
}

TEST_F(Directed, NothingIsDrawnWhileNothingChanges) {
  start();
  now_ += 1h;
  EXPECT_FALSE(look());
  EXPECT_FALSE(director_.next_look(now_));
}

TEST_F(DirectedWithoutTransition, TheNextSlideIsThereAtOnce) {
  start();
  tell(1);
  const auto shot = look();
  ASSERT_TRUE(shot);
  EXPECT_EQ(shot->scene, (Scene{.slide = 1, .leaving = {}, .timer = {}}));
  EXPECT_FALSE(director_.next_look(now_));
}

TEST_F(Directed, OnlyTheNewestOfSeveralStatesIsShown) {
  start();
  tell(1);
  tell(2);
  const auto shot = look();
  ASSERT_TRUE(shot);
  EXPECT_EQ(shot->scene.leaving, 0u);
  EXPECT_EQ(shot->scene.slide, 2u);
  EXPECT_EQ(shot->presents, 3u);
}

TEST_F(Directed, AnUnpaintedSlideLeavesTheOldOneUp) {
  start();
  painted_.erase(1);
  tell(1);
  EXPECT_FALSE(look());
  EXPECT_FALSE(director_.next_look(now_)) << "the worker's end will wake us, not the time";
  painted_.insert(1);
  const auto shot = look();
  ASSERT_TRUE(shot);
  EXPECT_EQ(shot->presents, 2u);
  EXPECT_EQ(shot->scene.slide, 1u);
}

TEST_F(Directed, GoingBackFromAnUnpaintedSlidePresentsAtOnce) {
  start();
  painted_.erase(1);
  tell(1);
  look();
  tell(0);
  const auto shot = look();
  ASSERT_TRUE(shot);
  EXPECT_EQ(shot->presents, 3u);
  EXPECT_EQ(shot->scene.slide, 0u);
}

TEST_F(Directed, AStateThatLooksTheSameIsPresentedAllTheSame) {
  start();
  tell(0);
  const auto shot = look();
  ASSERT_TRUE(shot);
  EXPECT_EQ(shot->presents, 2u);
  EXPECT_FALSE(look());
}

TEST_F(Directed, TheSameRevisionTwiceIsPresentedOnce) {
  start();
  director_.show(state_of(*deck_, revision_, 0));
  EXPECT_FALSE(look());
}

TEST_F(Directed, AStateOfAnotherDeckIsIgnored) {
  start();
  auto foreign = state_of(*deck_, 9, 1);
  foreign->deck = "ffffffffffffffffffffffffffffffff";
  director_.show(foreign);
  EXPECT_FALSE(look());
  auto nowhere = state_of(*deck_, 9, 1);
  nowhere->position.slide = {77, 0};
  director_.show(nowhere);
  EXPECT_FALSE(look());
}

TEST_F(Directed, LostPixelsAreDrawnAgain) {
  start();
  director_.redraw();
  const auto shot = look();
  ASSERT_TRUE(shot);
  EXPECT_EQ(shot->scene.slide, 0u);
  EXPECT_FALSE(shot->presents);
}

}  // namespace
}  // namespace lectern::stage
