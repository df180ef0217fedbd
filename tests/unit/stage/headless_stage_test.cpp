#include <gtest/gtest.h>

#include <algorithm>

#include "presenter/stage/deck_on_stage.h"
#include "presenter/stage/holding_slides.h"
#include "presenter/stage/layers.h"
#include "tests/unit/stage/showing.h"

namespace lectern::stage {
namespace {

const Options headless{Output::headless, 0, {160, 90}};

TEST(HeadlessStage, PresentsTheFirstState) {
  const auto deck = colored_deck(3);
  Showing(deck).run(headless, [&](Showing& showing) {
    showing.show(state_of(*deck, 1, 0));
    EXPECT_TRUE(showing.wait_until_presented(1));
  });
}

TEST(HeadlessStage, PresentsEachOfManyStatesInOrder) {
  const auto deck = colored_deck(5);
  Showing(deck).run(headless, [&](Showing& showing) {
    for (Revision revision = 1; revision <= 50; ++revision) {
      showing.show(state_of(*deck, revision, static_cast<int>(revision % 5)));
      ASSERT_TRUE(showing.wait_until_presented(revision)) << revision;
    }
    EXPECT_EQ(showing.presented().size(), 50u);
    EXPECT_TRUE(std::ranges::is_sorted(showing.presented()));
  });
}

TEST(HeadlessStage, OvertakenStatesAreForgotten) {
  const auto deck = colored_deck(5, deck::Transition::fade);
  Showing(deck).run(headless, [&](Showing& showing) {
    for (Revision revision = 1; revision <= 1000; ++revision)
      showing.show(state_of(*deck, revision, static_cast<int>(revision % 5)));
    EXPECT_TRUE(showing.wait_until_presented(1000));
    EXPECT_TRUE(std::ranges::is_sorted(showing.presented()));
  });
}

TEST(HeadlessStage, PresentsEachOfManyTurnsInLayers) {
  const auto deck = colored_deck(9, deck::Transition::zoom);
  Showing(deck).run(headless, [&](Showing& showing) {
    for (Revision revision = 1; revision <= 50; ++revision) {
      showing.show(state_of(*deck, revision, static_cast<int>(revision % 9)));
      ASSERT_TRUE(showing.wait_until_presented(revision)) << revision;
    }
    EXPECT_EQ(showing.presented().size(), 50u);
  });
}

TEST(HeadlessStage, GoesOnWithTheDeckThatItWasOffered) {
  const auto deck = colored_deck(3), other = colored_deck(5);
  other->hash = "fedcba9876543210fedcba9876543210";
  Showing(deck).run(headless, [&](Showing& showing) {
    showing.show(state_of(*deck, 1, 2));
    ASSERT_TRUE(showing.wait_until_presented(1));
    showing.show(state_of(*other, 2, 4));  // nobody has offered it: nothing happens
    showing.show(state_of(*deck, 3, 1));
    ASSERT_TRUE(showing.wait_until_presented(3));
    showing.offer(other);
    showing.show(state_of(*other, 4, 4));
    EXPECT_TRUE(showing.wait_until_presented(4));
    showing.offer(deck);
    showing.show(state_of(*deck, 5, 0));
    EXPECT_TRUE(showing.wait_until_presented(5));
  });
}

TEST(HeadlessStage, PresentsTheHoldingSlides) {
  const auto deck = colored_deck(3, deck::Transition::slide);
  Showing(deck).run(headless, [&](Showing& showing) {
    Revision revision = 0;
    for (const auto holding : {session::Holding::before, session::Holding::pause, session::Holding::after}) {
      auto held = state_of(*deck, ++revision, 2);
      held->position.holding = holding;
      showing.show(held);
      ASSERT_TRUE(showing.wait_until_presented(revision));
      showing.show(state_of(*deck, ++revision, 2));
      ASSERT_TRUE(showing.wait_until_presented(revision));
    }
  });
}

TEST(HeadlessStage, ChangesDecksAsOftenAsItIsToldTo) {
  const auto deck = colored_deck(3), other = colored_deck(5);
  other->hash = "fedcba9876543210fedcba9876543210";
  Showing(deck).run(headless, [&](Showing& showing) {
    showing.offer(deck);
    showing.offer(other);
    for (Revision revision = 1; revision <= 9; ++revision)
      showing.show(state_of(revision % 2 == 0 ? *deck : *other, revision, 2));
    EXPECT_TRUE(showing.wait_until_presented(9));
    for (Revision revision = 10; revision <= 14; ++revision) {
      showing.show(state_of(revision % 2 == 0 ? *deck : *other, revision, 1));
      ASSERT_TRUE(showing.wait_until_presented(revision)) << revision;
    }
  });
}

TEST(HeadlessStage, AFrozenStageKeepsItsDeckAndThawsToTheOther) {
  const auto deck = colored_deck(3), other = colored_deck(5);
  other->hash = "fedcba9876543210fedcba9876543210";
  Showing(deck).run(headless, [&](Showing& showing) {
    showing.offer(deck);
    showing.offer(other);
    showing.show(state_of(*deck, 1, 2));
    ASSERT_TRUE(showing.wait_until_presented(1));
    auto frozen = state_of(*other, 3, 4);
    frozen->frozen = session::Frozen{2, deck->hash, {deck->slides[2].address, 0}};
    showing.show(frozen);
    ASSERT_TRUE(showing.wait_until_presented(2));
    showing.show(state_of(*other, 4, 4));
    ASSERT_TRUE(showing.wait_until_presented(4));
    EXPECT_EQ(showing.presented(), (std::vector<Revision>{1, 2, 4}));
  });
}

TEST(HeadlessStage, TheDeckBehindAFrozenStageIsPaintedBeforeItThaws) {
  const auto deck = colored_deck(3), other = colored_deck(5);
  other->hash = "fedcba9876543210fedcba9876543210";
  other->slides[4].background.images = {"behind.jpg"};
  Showing(deck).run(headless, [&](Showing& showing) {
    showing.offer(other);
    showing.show(state_of(*deck, 1, 2));
    ASSERT_TRUE(showing.wait_until_presented(1));
    auto frozen = state_of(*other, 3, 4);
    frozen->frozen = session::Frozen{2, deck->hash, {deck->slides[2].address, 0}};
    showing.show(frozen);
    EXPECT_TRUE(showing.wait_until_asked_for("behind.jpg"));
    ASSERT_TRUE(showing.wait_until_presented(2));
    EXPECT_EQ(showing.presented(), (std::vector<Revision>{1, 2}));
  });
}

TEST(HeadlessStage, StopsBeforeItHasShownAnything) {
  const auto deck = colored_deck(1);
  Showing(deck).run(headless, [](Showing&) {});
}

TEST(Wishes, AreTheSlideItsNeighboursAndTheDigits) {
  const PixelSize display{160, 90};
  const auto slide = [&](std::size_t index) { return FrameKey{FrameKey::Subject::slide, index, display}; };
  const FrameKey digits{FrameKey::Subject::timer_digits, 0, display};
  EXPECT_EQ(wishes(*colored_deck(9), 4, display, TimerIs::off),
            (std::vector{slide(4), slide(5), slide(3), digits, slide(6)}));
  EXPECT_EQ(wishes(*colored_deck(9), 4, display, TimerIs::on),
            (std::vector{slide(4), digits, slide(5), slide(3), slide(6)}));
  EXPECT_EQ(wishes(*colored_deck(1), 0, display, TimerIs::off), (std::vector{slide(0), digits}));
  EXPECT_EQ(wishes(*colored_deck(9), 8, display, TimerIs::off), (std::vector{slide(8), slide(7), digits}));
}

TEST(Wishes, LayersComeLastAndThoseOfTheNextSlideFirst) {
  const PixelSize display{160, 90};
  const auto deck = colored_deck(9, deck::Transition::slide);
  const auto keys = wishes(*deck, 4, display, TimerIs::off);
  const auto background = [&](std::size_t slide) { return background_of(*deck, slide, display); };
  const auto content = [&](std::size_t slide) { return content_of(slide, display); };
  ASSERT_EQ(keys.size(), 5u + 6u);
  EXPECT_EQ(std::vector(keys.begin() + 5, keys.end()),
            (std::vector{background(5), content(5), background(4), content(4), background(3), content(3)}));
}

TEST(Wishes, TheSlideForQuestionsIsAlwaysAmongThem) {
  const PixelSize display{160, 90};
  const auto deck = colored_deck(9);
  EXPECT_EQ(wishes(*deck, 1, display, TimerIs::off, 8).back(), frame_of(8, display));
  EXPECT_EQ(wishes(*deck, 7, display, TimerIs::off, 8), wishes(*deck, 7, display, TimerIs::off))
      << "it is next";
}

TEST(Wishes, TheHoldingSlideOfAPauseIsAlwaysAmongThemAndThatOfTheEndWhenItIsNext) {
  const PixelSize display{160, 90};
  const auto deck = with_holding_slides(*colored_deck(9, deck::Transition::slide), "");
  const auto held = [&](session::Holding holding) {
    return whole_of(*deck, *view_of(*deck, {{}, 0, holding}), display);
  };
  const auto first = [&](const View& view, std::size_t count, std::optional<session::Holding> holding = {}) {
    auto keys = wishes(*deck, view, display, TimerIs::off, {}, holding);
    keys.resize(count);
    return keys;
  };
  const auto at = [&](std::size_t slide) { return frame_of(slide, display); };
  const FrameKey digits{FrameKey::Subject::timer_digits, 0, display};
  const FrameKey pause = held(session::Holding::pause), after = held(session::Holding::after),
                 before = held(session::Holding::before);
  EXPECT_EQ(first(4, 6), (std::vector{at(4), at(5), at(3), digits, pause, at(6)}));
  EXPECT_EQ(first(8, 5), (std::vector{at(8), after, at(7), digits, pause}));
  EXPECT_EQ(first(0, 5, session::Holding::before), (std::vector{before, at(0), at(1), digits, pause}));
  EXPECT_EQ(first(4, 5, session::Holding::pause), (std::vector{pause, at(4), at(5), at(3), digits}));
  EXPECT_EQ(first(8, 5, session::Holding::after), (std::vector{after, at(8), at(7), digits, pause}));
}

TEST(Wishes, OfAFrozenStageAreWhatItKeepsAndThenWhatIsSeenOnceItThaws) {
  const PixelSize display{160, 90};
  const auto deck = colored_deck(9);
  auto state = *state_of(*deck, 3, 6);
  state.frozen = session::Frozen{2, deck->hash, {deck->slides[1].address}};
  auto keys = wishes(*deck, 6, display, TimerIs::off);
  keys.insert(keys.begin(), frame_of(1, display));
  EXPECT_EQ(wishes(*deck, state, display), keys);
  state.frozen.reset();
  keys.erase(keys.begin());
  EXPECT_EQ(wishes(*deck, state, display), keys);
}

TEST(Wishes, OfAFrozenStageWhoseShowGoesOnWithAnotherDeckAreOfItsOwnSlide) {
  const PixelSize display{160, 90};
  const auto deck = colored_deck(9), other = colored_deck(5);
  other->hash = "fedcba9876543210fedcba9876543210";
  auto state = *state_of(*other, 3, 4);
  state.frozen = session::Frozen{2, deck->hash, {deck->slides[1].address}};
  EXPECT_EQ(wishes(*deck, state, display), wishes(*deck, 1, display, TimerIs::off));
}

TEST(Wishes, NoLayersOfAHoldingSlideAreAmongThem) {
  const auto deck = with_holding_slides(*colored_deck(2, deck::Transition::zoom), "");
  for (const FrameKey& key : wishes(*deck, 1, {160, 90}, TimerIs::off))
    EXPECT_TRUE(key.slide_index < 2 || key.subject == FrameKey::Subject::holding) << key.slide_index;
}

TEST(Wishes, TheNextStepComesBeforeTheNextSlideAndASlideBackHasAllItsSteps) {
  const PixelSize display{160, 90};
  const auto deck = colored_deck(3);
  deck->slides[0].step_count = 2;
  deck->slides[1].step_count = 1;
  const FrameKey digits{FrameKey::Subject::timer_digits, 0, display};
  const auto at = [&](std::size_t slide, int step) { return frame_of({slide, step}, display); };
  EXPECT_EQ(wishes(*deck, {1, 0}, display, TimerIs::off),
            (std::vector{at(1, 0), at(1, 1), at(0, 2), digits, at(2, 0)}));
  EXPECT_EQ(wishes(*deck, {1, 1}, display, TimerIs::off),
            (std::vector{at(1, 1), at(2, 0), at(1, 0), digits}));
}

}  // namespace
}  // namespace lectern::stage
