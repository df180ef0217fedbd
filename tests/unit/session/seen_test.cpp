#include "common/session/seen.h"

#include <gtest/gtest.h>

#include "tests/support/decks.h"

namespace lectern::session {
namespace {

class SeenTest : public testing::Test {
 protected:
  SeenTest() {
    for (deck::Slide& slide : deck.slides) slide.fingerprint = ++last;
    state = first_state(deck, 42);
    state.following.is_open = true;
  }

  /// The stage shows that slide, with so many of its steps.
  void show(std::size_t index, int step = 0) {
    state.position = {deck.slides[index].address, step};
    seen.look(state, deck);
  }
  std::optional<int> steps(std::size_t index) const {
    return steps_for_followers(state, seen, deck.slides[index]);
  }

  std::size_t last = 0;
  deck::Deck deck = test::deck_of({1, 1, 1});
  State state;
  Seen seen;
};

TEST_F(SeenTest, OnlyWhatWasUpMayBeLookedAt) {
  show(0);
  show(2);
  EXPECT_EQ(steps(0), 0);
  EXPECT_EQ(steps(1), std::nullopt) << "a jump went over it";
  EXPECT_EQ(steps(2), 0);
}

TEST_F(SeenTest, AsManyStepsAsWereRevealed) {
  deck.slides[0].step_count = 3;
  show(0, 2);
  show(0, 1);
  EXPECT_EQ(steps(0), 2);
}

TEST_F(SeenTest, BlackAndTheHoldingSlideHideWhatIsBehind) {
  state.black = true;
  show(0);
  state.black = false;
  state.position = {deck.slides[1].address, 0, Holding::pause};
  seen.look(state, deck);
  EXPECT_EQ(steps(0), std::nullopt);
  EXPECT_EQ(steps(1), std::nullopt);
}

TEST_F(SeenTest, WhatAFrozenStageHidesIsNotSeen) {
  show(0);
  state.frozen = Frozen{1, deck.hash, state.position};
  show(1);
  EXPECT_EQ(steps(1), std::nullopt);
}

TEST_F(SeenTest, AnEditElsewhereInTheDeckForgetsNothing) {
  show(0);
  show(1);
  deck.slides[1].fingerprint = ++last;  // a new text
  EXPECT_EQ(steps(0), 0);
  EXPECT_EQ(steps(1), std::nullopt) << "nobody has seen what it says now";
}

TEST_F(SeenTest, OfAShowThatGoesOnWhatLiesBeforeItsPlaceCountsAsSeen) {
  deck.slides[0].step_count = 2;
  state.position = {deck.slides[1].address, 0};
  seen.look_back(state, deck);
  EXPECT_EQ(steps(0), 2);
  EXPECT_EQ(steps(1), std::nullopt);
}

TEST_F(SeenTest, NothingWhileThePageIsClosed) {
  show(0);
  state.following = {};
  EXPECT_EQ(steps(0), std::nullopt);
}

TEST_F(SeenTest, TheWholeDeckOnceTheShowIsOverAndTheOperatorAllowsIt) {
  deck.slides[2].step_count = 2;
  show(0);
  state.position = {deck.slides[2].address, 2, Holding::after};
  EXPECT_EQ(steps(2), std::nullopt);
  state.following.is_whole_after_end = true;
  EXPECT_EQ(steps(2), 2);
  state.position.holding = Holding::pause;
  EXPECT_EQ(steps(2), std::nullopt);
}

}  // namespace
}  // namespace lectern::session
