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
using Action = decltype(session::Request::command);

const session::State seen = session::first_state(test::deck_of({1, 1, 1}), 42);
constexpr Instant now{Duration(1000)};

session::State at_revision(Revision revision) {
  session::State later = seen;
  later.revision = revision;
  return later;
}

/// An outbox whose presses are at `now`, in sight of `seen`; the tickets count from 1.
struct Pressing : Outbox {
  explicit Pressing(std::vector<Press> presses = {}) {
    resume(42);
    for (const Press& what : presses) put(what);
  }
  void put(const Press& what, const session::State& state = seen) { press(++ticket, what, state, now); }
  void accept(CommandId id) { answered({id, id + 1, {}, {}}); }
  void refuse(CommandId id) { answered({id, std::nullopt, "moved_on", "it moved on"}); }
  /// The numbers of what is to be sent.
  std::vector<CommandId> sent() {
    std::vector<CommandId> ids;
    for (const session::Request& request : next()) ids.push_back(request.id);
    return ids;
  }
  /// What became of the presses that were settled, by ticket: "accepted", "unconfirmed", or the reason.
  std::map<Ticket, std::string> outcomes() {
    std::map<Ticket, std::string> found;
    for (const Settled& each : take_settled())
      found[each.ticket] = each.confirmed.outcome == Outcome::accepted      ? "accepted"
                           : each.confirmed.outcome == Outcome::unconfirmed ? "unconfirmed"
                                                                            : each.confirmed.reason;
    return found;
  }
  Ticket ticket = 0;
};

using Ids = std::vector<CommandId>;
using Outcomes = std::map<Ticket, std::string>;
const Press next = Direction::next;
const Press black = Command(SetBlack{true});
const Press last = Command(session::GoToEnd{session::End::last});

TEST(Outbox, AStepStartsFromWhatIsSeen) {
  Pressing outbox({next});
  EXPECT_EQ(outbox.next(),
            (std::vector{session::Request{1, 42, now + step_patience,
                                          Command(Step{Direction::next, seen.deck, seen.position})}}));
}

TEST(Outbox, OneMoveIsUnderWayAtATime) {
  Pressing outbox({next, next, next});
  EXPECT_EQ(outbox.sent(), Ids{1});
  EXPECT_EQ(outbox.sent(), Ids{}) << "and is sent once";
  outbox.accept(1);
  EXPECT_EQ(outbox.sent(), Ids{2});
  outbox.accept(2);
  EXPECT_EQ(outbox.sent(), Ids{3});
}

TEST(Outbox, NothingOvertakesAMoveThatWaits) {
  Pressing outbox({next, black, next, black});
  EXPECT_EQ(outbox.sent(), (Ids{1, 2}));
  outbox.accept(2);
  EXPECT_EQ(outbox.sent(), Ids{});
  outbox.accept(1);
  EXPECT_EQ(outbox.sent(), (Ids{3, 4}));
}

TEST(Outbox, AStepThatWaitsNamesTheMoveBeforeIt) {
  Pressing outbox({last, black, Direction::previous});
  outbox.sent();
  outbox.accept(1);
  EXPECT_EQ(outbox.next()[0].command, Action(ChainedStep{Direction::previous, seen.deck, 1}));
}

TEST(Outbox, AStepBehindAnAnswerThatTheStateLacksNamesItToo) {
  Pressing outbox({next});
  outbox.sent();
  outbox.accept(1);
  outbox.put(next, at_revision(1));
  EXPECT_EQ(outbox.next()[0].command, Action(ChainedStep{Direction::next, seen.deck, 1}));
}

TEST(Outbox, AStepAfterTheStateCaughtUpStartsFromWhatIsSeen) {
  Pressing outbox({next});
  outbox.sent();
  outbox.accept(1);
  outbox.put(next, at_revision(2));
  EXPECT_TRUE(std::holds_alternative<Command>(outbox.next()[0].command));
}

TEST(Outbox, AStepAfterARefusalStartsFromWhatIsSeen) {
  Pressing outbox({next});
  outbox.sent();
  outbox.refuse(1);
  outbox.put(next);
  EXPECT_TRUE(std::holds_alternative<Command>(outbox.next()[0].command));
}

TEST(Outbox, WhatWaitsBehindARefusedMoveFallsWithItUnsent) {
  Pressing outbox({next, next, next});
  outbox.sent();
  outbox.refuse(1);
  EXPECT_EQ(outbox.outcomes(),
            (Outcomes{{1, "moved_on"}, {2, "predecessor_refused"}, {3, "predecessor_refused"}}));
  EXPECT_EQ(outbox.sent(), Ids{});
}

TEST(Outbox, WhatDoesNotHangOnARefusedMoveStays) {
  Pressing outbox({next, black, last, next});
  outbox.sent();
  outbox.refuse(1);
  EXPECT_EQ(outbox.outcomes(), (Outcomes{{1, "moved_on"}}));
  EXPECT_EQ(outbox.sent(), Ids{3}) << "a jump says itself where it goes";
}

TEST(Outbox, ASecondAnswerIsNobodys) {
  Pressing outbox({next});
  outbox.sent();
  outbox.accept(1);
  outbox.accept(1);
  EXPECT_EQ(outbox.take_settled().size(), 1u);
}

TEST(Outbox, WhatWasNotAnsweredIsSentAgainAsItWas) {
  Pressing outbox({black, next, next});
  const auto before = outbox.next();
  outbox.disconnected();
  outbox.resume(42);
  EXPECT_EQ(outbox.next(), before);
}

TEST(Outbox, ToAnotherEpochNothingIsSent) {
  Pressing outbox({next, next});
  outbox.sent();
  outbox.put(last);
  outbox.disconnected();
  outbox.resume(43);
  EXPECT_EQ(outbox.sent(), Ids{});
  EXPECT_EQ(outbox.outcomes(),
            (Outcomes{{1, "unconfirmed"}, {2, "predecessor_refused"}, {3, "other_epoch"}}));
}

TEST(Outbox, InAnotherEpochAStepStartsFromWhatIsSeenThere) {
  Pressing outbox({next});
  outbox.sent();
  outbox.answered({1, 9, {}, {}});
  outbox.resume(43);
  outbox.put(next);
  EXPECT_TRUE(std::holds_alternative<Command>(outbox.next()[0].command));
}

TEST(Outbox, AStepThatWaitedLongerThanItWasMeantIsNeverSent) {
  Pressing outbox({next, next, next});
  outbox.sent();
  EXPECT_EQ(outbox.due(), now + step_patience + Duration(1));
  outbox.expire(now + step_patience);
  EXPECT_TRUE(outbox.take_settled().empty());
  outbox.expire(now + step_patience + Duration(1));
  EXPECT_EQ(outbox.outcomes(), (Outcomes{{2, "expired"}, {3, "predecessor_refused"}}));
  outbox.accept(1);
  EXPECT_EQ(outbox.sent(), Ids{});
}

TEST(Outbox, APressInADeadSpotSkipsNoSlidesAfterIt) {
  Pressing outbox({next});
  outbox.sent();
  outbox.disconnected();
  for (int i = 0; i < 4; ++i) outbox.put(next);
  outbox.expire(now + std::chrono::seconds(30));
  outbox.resume(42);
  EXPECT_EQ(outbox.sent(), Ids{});
}

TEST(Outbox, GivesUpOnAnAnswerLongAfterTheExpiry) {
  Pressing outbox({next});
  outbox.sent();
  outbox.expire(now + step_patience * 2);
  EXPECT_TRUE(outbox.take_settled().empty());
  outbox.expire(now + step_patience * 2 + Duration(1));
  EXPECT_EQ(outbox.outcomes(), (Outcomes{{1, "unconfirmed"}}));
}

TEST(Outbox, IsFullAtThePresentersLimit) {
  Pressing outbox;
  for (std::size_t i = 0; i < protocol::max_requests_in_flight; ++i) {
    EXPECT_FALSE(outbox.is_full());
    outbox.put(next);
  }
  EXPECT_TRUE(outbox.is_full());
}

}  // namespace
}  // namespace lectern::client
