#include "common/client/outbox.h"

#include <gtest/gtest.h>

#include "tests/support/decks.h"

namespace lectern::client {
namespace {

using session::ChainedStep;
using session::Command;
using session::Direction;
using session::SetBlack;
using session::Step;

const session::State state = session::first_state(test::deck_of({1, 1, 1}), 42);
constexpr Instant now{Duration(1000)};

session::State at_revision(Revision revision) {
  session::State later = state;
  later.revision = revision;
  return later;
}

TEST(Outbox, AStepStartsFromWhatIsSeen) {
  Outbox outbox;
  const auto request = outbox.press(Direction::next, state, now);
  EXPECT_EQ(request, (session::Request{1, 42, now + step_patience,
                                       Command(Step{Direction::next, state.deck, state.position})}));
}

TEST(Outbox, NumbersGrow) {
  Outbox outbox;
  EXPECT_EQ(outbox.press(Direction::next, state, now).id, 1u);
  EXPECT_EQ(outbox.press(Command(SetBlack{true}), state, now).id, 2u);
}

TEST(Outbox, APressBehindAnUnansweredOneNamesIt) {
  Outbox outbox;
  outbox.press(Direction::next, state, now);
  EXPECT_EQ(outbox.press(Direction::next, state, now).command,
            (decltype(session::Request::command)(ChainedStep{Direction::next, state.deck, 1})));
}

TEST(Outbox, APressBehindAnAnswerThatTheStateLacksNamesItToo) {
  Outbox outbox;
  outbox.press(Direction::next, state, now);
  outbox.answered({1, 2, {}, {}});
  EXPECT_TRUE(
      std::holds_alternative<ChainedStep>(outbox.press(Direction::next, at_revision(1), now).command));
}

TEST(Outbox, APressAfterTheStateCaughtUpStartsFromWhatIsSeen) {
  Outbox outbox;
  outbox.press(Direction::next, state, now);
  outbox.answered({1, 2, {}, {}});
  EXPECT_TRUE(std::holds_alternative<Command>(outbox.press(Direction::next, at_revision(2), now).command));
}

TEST(Outbox, APressAfterARefusalStartsFromWhatIsSeen) {
  Outbox outbox;
  outbox.press(Direction::next, state, now);
  outbox.answered({1, std::nullopt, "moved_on", ""});
  EXPECT_TRUE(std::holds_alternative<Command>(outbox.press(Direction::next, state, now).command));
}

TEST(Outbox, AStepBehindAJumpNamesIt) {
  Outbox outbox;
  outbox.press(Command(session::GoToEnd{session::End::last}), state, now);
  EXPECT_EQ(outbox.press(Direction::previous, state, now).command,
            (decltype(session::Request::command)(ChainedStep{Direction::previous, state.deck, 1})));
}

TEST(Outbox, IsFullAtThePresentersLimit) {
  Outbox outbox;
  for (std::size_t i = 0; i < protocol::max_requests_in_flight; ++i) {
    EXPECT_FALSE(outbox.is_full());
    outbox.press(Direction::next, state, now);
  }
  EXPECT_TRUE(outbox.is_full());
}

TEST(Outbox, ASecondAnswerIsNobodys) {
  Outbox outbox;
  outbox.press(Direction::next, state, now);
  EXPECT_TRUE(outbox.answered({1, 2, {}, {}}));
  EXPECT_FALSE(outbox.answered({1, 2, {}, {}}));
}

TEST(Outbox, WhatWasNotAnsweredIsSentAgainInOrderUnderItsOwnNumber) {
  Outbox outbox;
  const auto first = outbox.press(Direction::next, state, now);
  const auto second = outbox.press(Direction::next, state, now);
  outbox.press(Command(SetBlack{true}), state, now);
  outbox.answered({3, 2, {}, {}});
  EXPECT_EQ(outbox.resume(42, now + Duration(500)), (std::vector{first, second}));
}

TEST(Outbox, NothingIsSentAgainToAnotherEpoch) {
  Outbox outbox;
  outbox.press(Direction::next, state, now);
  EXPECT_TRUE(outbox.resume(43, now).empty());
  EXPECT_FALSE(outbox.waits(1));
}

TEST(Outbox, AStepThatWaitedTooLongIsNotSentAgain) {
  Outbox outbox;
  outbox.press(Direction::next, state, now);
  EXPECT_TRUE(outbox.resume(42, now + step_patience + Duration(1)).empty());
}

TEST(Outbox, AfterResumingAStepStartsFromWhatIsSeen) {
  Outbox outbox;
  outbox.press(Direction::next, state, now);
  outbox.resume(43, now);
  EXPECT_TRUE(std::holds_alternative<Command>(outbox.press(Direction::next, state, now).command));
}

TEST(Outbox, GivesUpOnAnAnswerLongAfterTheExpiry) {
  Outbox outbox;
  outbox.press(Direction::next, state, now);
  outbox.expire(now + step_patience * 2);
  EXPECT_TRUE(outbox.waits(1));
  outbox.expire(now + step_patience * 2 + Duration(1));
  EXPECT_FALSE(outbox.waits(1));
}

}  // namespace
}  // namespace lectern::client
