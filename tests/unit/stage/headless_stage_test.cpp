#include <gtest/gtest.h>

#include <algorithm>

#include "presenter/stage/deck_on_stage.h"
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
