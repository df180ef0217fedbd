#include "presenter/stage/director.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/unit/stage/test_deck.h"

namespace lectern::stage {
namespace {

using namespace std::chrono_literals;

/// A director of some slides with a cross-fade, at a clock of the test's own, whose slides are painted as the
/// test says.
class Directed : public testing::Test {
 protected:
  explicit Directed(deck::Transition transition = deck::Transition::fade)
      : deck_(colored_deck(25, transition)), director_(deck_) {
    for (std::size_t slide = 0; slide < deck_->slides.size(); ++slide) painted_.insert(slide);
  }

  void tell(int slide_index, bool black = false) {
    auto state = state_of(*deck_, ++revision_, slide_index);
    state->black = black;
    director_.show(state);
  }

  std::optional<Shot> look() {
    return director_.direct(now_, [&](const View& view, Director::Form form) {
      return painted_.contains(view.slide) && (form == Director::Form::whole || layers_are_painted_);
    });
  }

  /// Up to where nothing is due any more; the last thing drawn.
  std::optional<Shot> look_until_still() {
    auto last = look();
    while (const auto next = director_.next_look(now_)) {
      now_ = std::max(*next, now_);
      if (auto shot = look()) last = shot;
      if (now_ > Instant{1min}) return std::nullopt;
    }
    return last;
  }

  /// On the first slide, with nothing left to draw.
  void start() {
    tell(0);
    look();
  }

  std::shared_ptr<deck::Deck> deck_;
  Director director_;
  std::set<std::size_t> painted_;
  bool layers_are_painted_ = true;
  Instant now_{1s};
  Revision revision_ = 0;
};

class DirectedWithoutTransition : public Directed {
 protected:
  DirectedWithoutTransition() : Directed(deck::Transition::none) {}
};

class DirectedWithSlide : public Directed {
 protected:
  DirectedWithSlide() : Directed(deck::Transition::slide) {}
};

TEST_F(DirectedWithSlide, ContentsMoveWhileBackgroundsCrossFade) {
  start();
  tell(1);
  const Instant told = now_;
  const auto first = look();
  ASSERT_TRUE(first && first->scene.contents);
  EXPECT_EQ(first->presents, 2u);
  EXPECT_EQ(first->scene.leaving, 0u);
  EXPECT_EQ(first->scene.slide, 1u);
  EXPECT_LT(first->scene.contents->leaving.right, 0) << "the first frame shows a change";
  EXPECT_LT(first->scene.blend, full / 2);
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
  EXPECT_FALSE(first->scene.contents);
  EXPECT_EQ(first->scene.leaving, 0u);
  layers_are_painted_ = true;
  now_ += 100ms;
  const auto later = look();
  ASSERT_TRUE(later);
  EXPECT_FALSE(later->scene.contents) << "it stays what it began as";
}

TEST_F(DirectedWithSlide, ANewerSlideCutsToTheEndOfTheTurnUnderWay) {
  start();
  tell(1);
  look();
  now_ += 100ms;
  tell(2);
  const auto shot = look();
  ASSERT_TRUE(shot && shot->scene.contents);
  EXPECT_EQ(shot->scene.leaving, 1u);
  EXPECT_EQ(shot->scene.slide, 2u);
  EXPECT_GT(shot->scene.contents->leaving.right, -0.5) << "from its place, as if it had arrived";
}

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

TEST_F(DirectedWithSlide, BlackTakesTheLightOfATurnUnderWay) {
  start();
  tell(1);
  look();
  now_ += 100ms;
  tell(1, true);
  const auto shot = look();
  ASSERT_TRUE(shot);
  EXPECT_TRUE(shot->scene.contents);
  EXPECT_LT(shot->scene.light, full);
  EXPECT_EQ(look_until_still()->scene.light, 0);
}

TEST_F(DirectedWithoutTransition, ASlideWithOneOfItsOwnHasIt) {
  deck_->slides[1].turn.in = deck_->slides[1].turn.out = deck::Transition::zoom;
  start();
  tell(1);
  const auto shot = look();
  ASSERT_TRUE(shot && shot->scene.contents);
  EXPECT_LT(shot->scene.contents->entering.scale, 1);
  EXPECT_EQ(shot->scene.contents->leaving.opacity, 0);
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

TEST_F(DirectedWithoutTransition, TheNextSlideIsThereAtOnce) {
  start();
  tell(1);
  const auto shot = look();
  ASSERT_TRUE(shot);
  EXPECT_EQ(shot->scene, (Scene{.slide = 1, .leaving = {}, .timer = {}}));
  EXPECT_FALSE(director_.next_look(now_));
}

TEST_F(DirectedWithoutTransition, BlackIsThereAtOnce) {
  start();
  tell(0, true);
  const auto shot = look();
  ASSERT_TRUE(shot);
  EXPECT_EQ(shot->scene.light, 0);
  EXPECT_FALSE(director_.next_look(now_));
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

TEST_F(Directed, AFrozenStageHoldsItsSlideAndWhatIsPresented) {
  start();
  auto state = state_of(*deck_, ++revision_, 0);
  state->frozen = session::Frozen{2, state->deck, state->position};
  director_.show(state);
  const auto frozen = look();
  ASSERT_TRUE(frozen);
  EXPECT_EQ(frozen->presents, 2u);

  state = state_of(*deck_, ++revision_, 5);
  state->frozen = session::Frozen{2, state->deck, {deck_->slides[0].address, 0}};
  director_.show(state);
  EXPECT_FALSE(look());

  tell(5);
  const auto thawed = look_until_still();
  ASSERT_TRUE(thawed);
  EXPECT_EQ(thawed->scene.slide, View(5));
}

TEST_F(Directed, AFrozenStageGoesBlackAndShowsTheTimer) {
  start();
  auto state = state_of(*deck_, ++revision_, 5);
  state->frozen = session::Frozen{1, state->deck, {deck_->slides[0].address, 0}};
  state->qa = {session::QaTimer::Phase::running, 5min, 0ms, now_};
  director_.show(state);
  const auto timed = look();
  ASSERT_TRUE(timed);
  EXPECT_TRUE(timed->scene.timer);
  EXPECT_EQ(timed->scene.slide, View(0));

  state = std::make_shared<session::State>(*state);
  state->revision = ++revision_;
  state->black = true;
  director_.show(state);
  const auto black = look_until_still();
  ASSERT_TRUE(black);
  EXPECT_EQ(black->scene.light, 0);
}

}  // namespace
}  // namespace lectern::stage
