#include "common/session/resume.h"

#include <gtest/gtest.h>

#include "tests/support/decks.h"

namespace lectern::session {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

deck::Deck resumable(const std::string& name, const std::vector<int>& stacks) {
  deck::Deck deck = test::deck_of(stacks, 2);
  deck.hash = name;
  return deck;
}

/// One show, before and after.
struct Left {
  State resume_after(Duration away, Opening opening = Opening::first_slide) const {
    return resumed(first_state(plain(), 8, opening), plain(), state, Instant(minutes(10)), away);
  }
  std::vector<const deck::Deck*> plain() const {
    std::vector<const deck::Deck*> pointers;
    for (const auto& deck : decks) pointers.push_back(&deck);
    return pointers;
  }
  Position position_after(const deck::Deck& edited) {
    decks = {edited};
    return resume_after(seconds(2)).position;
  }

  explicit Left(std::vector<deck::Deck> of = {resumable("a", {1, 1, 1})})
      : decks(std::move(of)), state(first_state(plain(), 7)) {
    state.revision = 40;
    state.position = {{2, 0}, 2};
  }

  std::vector<deck::Deck> decks;
  State state;
};

TEST(Resumed, GoesOnFromTheSamePlaceInANewEpochAtALaterRevision) {
  Left left;
  left.state.black = true;
  left.state.back = Position{{3, 0}, 0};
  left.state.following = {true, true};
  const State state = left.resume_after(seconds(2));
  EXPECT_EQ(state.epoch, 8u);
  EXPECT_EQ(state.revision, 41u);
  EXPECT_EQ(state.position, left.state.position);
  EXPECT_EQ(state.back, left.state.back);
  EXPECT_TRUE(state.black);
  EXPECT_EQ(state.following, left.state.following);
}

TEST(Resumed, ARunningTimerHasGoneOnMeanwhile) {
  Left left;
  left.state.qa = {QaTimer::Phase::running, minutes(5), seconds(30), Instant(minutes(9))};
  const State state = left.resume_after(minutes(3));
  EXPECT_EQ(remaining(state.qa, Instant{}), minutes(5) - seconds(30) - minutes(1) - minutes(3));
  EXPECT_EQ(remaining(state.qa, Instant(seconds(1))), remaining(state.qa, Instant{}) - seconds(1));
  EXPECT_EQ(state.qa.since, Instant{});
}

TEST(Resumed, APausedTimerHasNot) {
  Left left;
  left.state.qa = {QaTimer::Phase::paused, minutes(5), seconds(30), Instant{}};
  EXPECT_EQ(left.resume_after(minutes(3)).qa, left.state.qa);
}

TEST(Resumed, AStepThatTheDeckNoLongerHasIsTheLastOfItsSlide) {
  Left left;
  deck::Deck edited = resumable("b", {1, 1, 1});
  edited.slides[1].step_count = 1;
  EXPECT_EQ(left.position_after(edited), (Position{{2, 0}, 1}));
}

TEST(Resumed, ASlideThatTheDeckNoLongerHasIsTheOneBeforeItsPlace) {
  Left left;
  left.state.back = Position{{3, 0}, 0};
  left.state.position = {{3, 0}, 1};
  EXPECT_EQ(left.position_after(resumable("b", {1, 1})), (Position{{2, 0}, 0}));
  EXPECT_EQ(left.resume_after(seconds(2)).back, std::nullopt);
  EXPECT_EQ(left.position_after(resumable("b", {1, 1, 2})), (Position{{3, 1}, 1}));
  left.state.position = {{0, 0}, -3};
  EXPECT_EQ(left.position_after(resumable("b", {2})), (Position{{1, 1}, 0}));
}

TEST(Resumed, TheHoldingSlideIsUpWhereItWas) {
  Left left;
  left.state.position.holding = Holding::pause;
  EXPECT_EQ(left.resume_after(seconds(2)).position, left.state.position);
  left.state.position = {{1, 0}, 0, Holding::before};
  EXPECT_EQ(left.position_after(resumable("b", {2, 1})), (Position{{1, 1}, 0, Holding::before}));
}

TEST(Resumed, AShowThatHadBegunGoesOnWithoutTheHoldingSlideOfTheStart) {
  EXPECT_EQ(Left().resume_after(seconds(2), Opening::holding_slide).position.holding, std::nullopt);
}

TEST(Resumed, EachOfSeveralDecksGoesOnWhereItWas) {
  Left left({resumable("a", {1, 1, 1}), resumable("b", {2, 2})});
  left.state.decks[0].position = {{3, 0}, 1};
  left.state.decks[0].back = Position{{1, 0}, 0};
  left.state.deck_number = 2;
  left.state.deck = "b";
  left.state.position = {{2, 2}, 1};
  const State state = left.resume_after(seconds(2));
  EXPECT_EQ(state.deck_number, 2u);
  EXPECT_EQ(state.deck, "b");
  EXPECT_EQ(state.position, (Position{{2, 2}, 1}));
  EXPECT_EQ(state.decks, left.state.decks);
}

TEST(Resumed, AFrozenStageKeepsItsSlideIfADeckStillHasIt) {
  Left left({resumable("a", {1, 1, 1}), resumable("b", {1})});
  left.state.frozen = Frozen{12, "b", {{1, 0}, 0}};
  EXPECT_EQ(left.resume_after(seconds(2)).frozen, (Frozen{41, "b", {{1, 0}, 0}}));
  left.decks[1].hash = "c";
  EXPECT_EQ(left.resume_after(seconds(2)).frozen, std::nullopt);
}

TEST(Resumed, AnEditThatWaitedIsShown) {
  Left left;
  left.state.edit = Edit{"b", "slide 2 changed"};
  left.decks = {resumable("b", {1, 1, 1})};
  const State state = left.resume_after(seconds(2));
  EXPECT_EQ(state.edit, std::nullopt);
  EXPECT_EQ(state.deck, "b");
}

TEST(Resumed, WhatIsOfOtherDecksIsNotGoneOnFrom) {
  Left left({resumable("a", {1, 1, 1}), resumable("b", {1})});
  const State fresh = first_state(left.plain(), 8);
  left.state.deck_number = 3;
  EXPECT_EQ(left.resume_after(seconds(2)), fresh);
  left.state.deck_number = 0;
  EXPECT_EQ(left.resume_after(seconds(2)), fresh);
  left.state.deck_number = 1;
  left.state.decks.pop_back();
  EXPECT_EQ(left.resume_after(seconds(2)), fresh);
}

}  // namespace
}  // namespace lectern::session
