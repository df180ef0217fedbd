// From one slide to another.
#include "tests/unit/stage/directed.h"

namespace lectern::stage {
namespace {

TEST_F(DirectedWithSlide, ContentsMoveWhileBackgroundsCrossFade) {
  start();
  tell(1);
  const Instant told = now_;
  const auto first = look();
  ASSERT_TRUE(first && first->scene.layers);
  EXPECT_EQ(first->presents, 2u);
  EXPECT_EQ(first->scene.leaving, 0u);
  EXPECT_EQ(first->scene.slide, 1u);
  EXPECT_LT(first->scene.layers->contents.leaving.right, 0) << "the first frame shows a change";
  EXPECT_LT(first->scene.layers->backgrounds.entering.opacity, full / 2);
  const auto last = look_until_still();
  ASSERT_TRUE(last);
  EXPECT_EQ(last->scene, (Scene{.slide = 1, .leaving = {}, .timer = {}}));
  EXPECT_NEAR((now_ - told).count(), 800, 2 * frame_interval.count());
}

TEST_F(DirectedWithSlide, WithoutLayersItIsACrossFade) {
  start();
  layers_are_painted_ = false;
  tell(1);
  const auto first = look();
  ASSERT_TRUE(first);
  EXPECT_EQ(first->presents, 2u) << "no press waits for layers";
  EXPECT_FALSE(first->scene.layers);
  EXPECT_EQ(first->scene.leaving, 0u);
  layers_are_painted_ = true;
  now_ += 100ms;
  const auto later = look();
  ASSERT_TRUE(later);
  EXPECT_FALSE(later->scene.layers) << "it stays what it began as";
}

TEST_F(DirectedWithSlide, ANewerSlideCutsToTheEndOfTheTurnUnderWay) {
  start();
  tell(1);
  look();
  now_ += 100ms;
  tell(2);
  const auto shot = look();
  ASSERT_TRUE(shot && shot->scene.layers);
  EXPECT_EQ(shot->scene.leaving, 1u);
  EXPECT_EQ(shot->scene.slide, 2u);
  EXPECT_GT(shot->scene.layers->contents.leaving.right, -0.5) << "from its place, as if it had arrived";
}

TEST_F(DirectedWithSlide, TwentyPressesInASecondEachShowTheirSlideAndEndOnTheLast) {
  start();
  for (int press = 1; press <= 20; ++press) {
    tell(press);
    const Instant next_press = now_ + 50ms;
    for (; now_ < next_press; now_ += frame_interval) {
      const auto shot = look();
      ASSERT_TRUE(shot);
      EXPECT_EQ(shot->scene.slide, static_cast<std::size_t>(press));
      EXPECT_EQ(shot->scene.leaving, static_cast<std::size_t>(press - 1));
    }
    now_ = next_press;
  }
  const Instant pressed_last = now_ - 50ms;
  const auto last = look_until_still();
  ASSERT_TRUE(last);
  EXPECT_EQ(last->scene, (Scene{.slide = 20, .leaving = {}, .timer = {}}));
  EXPECT_LE(now_ - pressed_last, 800ms + frame_interval) << "nothing was queued";
}

TEST_F(DirectedWithoutTransition, ASlideWithOneOfItsOwnHasIt) {
  deck_->slides[1].turn.in = deck_->slides[1].turn.out = deck::Transition::zoom;
  start();
  tell(1);
  const auto shot = look();
  ASSERT_TRUE(shot && shot->scene.layers);
  EXPECT_LT(shot->scene.layers->contents.entering.scale, 1);
  EXPECT_EQ(shot->scene.layers->contents.leaving.opacity, 0);
}

TEST_F(Directed, ANewSlideFadesInOverHalfASecond) {
  start();
  now_ += 1s;
  tell(1);
  const Instant told = now_;
  const auto first = look();
  ASSERT_TRUE(first);
  EXPECT_EQ(first->presents, 2u) << "the first frame of a transition presents its revision";
  EXPECT_EQ(first->scene.leaving, 0u);
  EXPECT_EQ(first->scene.slide, 1u);
  EXPECT_GT(first->scene.blend, 0);
  EXPECT_LT(first->scene.blend, full / 10);

  now_ = told + 250ms - frame_interval;
  const auto middle = look();
  ASSERT_TRUE(middle);
  EXPECT_FALSE(middle->presents);
  EXPECT_NEAR(middle->scene.blend, 0.8024 * full, 1);

  const auto last = look_until_still();
  ASSERT_TRUE(last);
  EXPECT_EQ(last->scene.blend, full);
  EXPECT_FALSE(last->scene.leaving);
  EXPECT_LE(now_ - told, cross_fade_time);
  EXPECT_GT(now_ - told, cross_fade_time - 2 * frame_interval);
}

TEST_F(Directed, AFadeDrawsAFrameEachInterval) {
  start();
  tell(1);
  look();
  EXPECT_EQ(director_.next_look(now_), now_ + frame_interval);
  now_ += frame_interval / 2;
  EXPECT_FALSE(look()) << "woken early, for something else";
  now_ += frame_interval / 2;
  EXPECT_TRUE(look());
}

TEST_F(Directed, ASlowDisplayGetsAsManyFramesAsItShows) {
  director_.pace(33ms);
  start();
  tell(1);
  look();
  EXPECT_EQ(director_.next_look(now_), now_ + 33ms);
  now_ += 32ms;
  EXPECT_FALSE(look());
  now_ += 1ms;
  EXPECT_TRUE(look());
}

TEST_F(Directed, AFasterOneGetsAFrameEachInterval) {
  director_.pace(4ms);
  start();
  tell(1);
  look();
  EXPECT_EQ(director_.next_look(now_), now_ + frame_interval);
}

TEST_F(Directed, ANewerSlideCutsToTheEndOfTheFadeUnderWay) {
  start();
  tell(1);
  look();
  now_ += 100ms;
  tell(2);
  const auto shot = look();
  ASSERT_TRUE(shot);
  EXPECT_EQ(shot->presents, 3u);
  EXPECT_EQ(shot->scene.leaving, 1u);
  EXPECT_EQ(shot->scene.slide, 2u);
}

}  // namespace
}  // namespace lectern::stage
