#include "common/session/admission.h"

#include <gtest/gtest.h>

#include "tests/support/decks.h"

namespace lectern::session {
namespace {

struct Meeting {
  Answer ask(const ClientId& client, const Request& request, Role role = Role::controller) {
    return admission.decide({client, client, role}, request, state, deck, now);
  }
  Request step(CommandId id) const {
    return {id, state.epoch, now + Duration(2000), Command(Step{Direction::next, deck.hash, state.position})};
  }
  Request chained(CommandId id, CommandId after) const {
    return {id, state.epoch, now + Duration(2000), ChainedStep{Direction::next, deck.hash, after}};
  }
  std::string at() const { return deck::to_string(state.position.slide); }

  deck::Deck deck = test::deck_of({1, 1, 1, 1, 1});
  State state = first_state(deck, 42);
  Instant now{Duration(10'000)};
  Admission admission;
};

TEST(Admission, AnAcceptedCommandSaysTheRevision) {
  Meeting meeting;
  EXPECT_EQ(meeting.ask("lisa", meeting.step(1)), (Answer{1, Revision{2}}));
  EXPECT_EQ(meeting.at(), "2");
}

TEST(Admission, ADuplicateGetsItsFirstAnswerAndMovesNothing) {
  Meeting meeting;
  const Request press = meeting.step(1);
  const Answer first = meeting.ask("lisa", press);
  meeting.ask("omar", meeting.step(1));
  EXPECT_EQ(meeting.ask("lisa", press), first);
  EXPECT_EQ(meeting.at(), "3");
}

TEST(Admission, ADuplicateOfARefusedCommandStaysRefused) {
  Meeting meeting;
  Request late = meeting.step(1);
  late.expires = meeting.now - Duration(1);
  EXPECT_EQ(meeting.ask("lisa", late), (Answer{1, Rejection::expired}));
  late.expires = meeting.now + Duration(1000);
  EXPECT_EQ(meeting.ask("lisa", late), (Answer{1, Rejection::expired}));
  EXPECT_EQ(meeting.at(), "1");
}

TEST(Admission, ANumberBelowAnAnsweredOneIsTooOld) {
  Meeting meeting;
  meeting.ask("lisa", meeting.step(5));
  EXPECT_EQ(meeting.ask("lisa", meeting.step(4)), (Answer{4, Rejection::too_old}));
}

TEST(Admission, OnlyTheLastAnswersAreKept) {
  Meeting meeting;
  const auto last = static_cast<CommandId>(Admission::kept_answers) + 1;
  for (CommandId id = 1; id <= last; ++id) {
    meeting.now += command_interval;
    meeting.ask("lisa", {id, 42, meeting.now, Command(SetBlack{id % 2 == 0})});
  }
  EXPECT_EQ(meeting.ask("lisa", meeting.step(1)), (Answer{1, Rejection::too_old}));
  EXPECT_TRUE(meeting.ask("lisa", meeting.step(2)).accepted());
}

TEST(Admission, AnotherEpochIsRefused) {
  Meeting meeting;
  Request press = meeting.step(1);
  press.epoch = 41;
  EXPECT_EQ(meeting.ask("lisa", press), (Answer{1, Rejection::other_epoch}));
}

TEST(Admission, AFollowerMovesNothing) {
  Meeting meeting;
  EXPECT_EQ(meeting.ask("gallery", meeting.step(1), Role::follower), (Answer{1, Rejection::not_permitted}));
  EXPECT_EQ(meeting.at(), "1");
}

TEST(Admission, ARefusedRoleSpoilsNoNumbersAndForgetsNobody) {
  Meeting meeting;
  const Request press = meeting.step(1);
  const Answer first = meeting.ask("lisa", press);
  meeting.ask("lisa", meeting.step(1000), Role::follower);
  EXPECT_TRUE(meeting.ask("lisa", meeting.step(2)).accepted());
  for (std::size_t i = 0; i < Admission::kept_clients; ++i)
    meeting.ask("client " + std::to_string(i), meeting.step(1), Role::follower);
  EXPECT_EQ(meeting.ask("lisa", press), first);
}

TEST(Admission, WhoHasLostARoleIsStillToldWhatWasAccepted) {
  Meeting meeting;
  const Request press = meeting.step(1);
  const Answer first = meeting.ask("lisa", press);
  EXPECT_EQ(meeting.ask("lisa", press, Role::follower), first);
}

TEST(Admission, OneClientsTooManyAreRefusedAndHinderNobodyElse) {
  Meeting meeting;
  const auto black = [&](CommandId id) {
    return Request{id, 42, meeting.now + Duration(1000), Command(SetBlack{id % 2 == 0})};
  };
  const auto burst = static_cast<CommandId>(command_burst);
  for (CommandId id = 1; id <= burst; ++id) EXPECT_TRUE(meeting.ask("lisa", black(id)).accepted()) << id;
  const Request surplus = black(burst + 1);
  EXPECT_EQ(meeting.ask("lisa", surplus), (Answer{burst + 1, Rejection::too_many}));
  EXPECT_TRUE(meeting.ask("omar", black(1)).accepted());
  EXPECT_TRUE(meeting.ask("lisa", black(burst)).accepted()) << "sent again, it is answered as ever";
  meeting.now += command_interval;
  EXPECT_EQ(meeting.ask("lisa", surplus), (Answer{burst + 1, Rejection::too_many})) << "once and for all";
  EXPECT_TRUE(meeting.ask("lisa", black(burst + 2)).accepted());
  EXPECT_EQ(meeting.ask("lisa", black(burst + 3)), (Answer{burst + 3, Rejection::too_many}));
}

TEST(Admission, TheLockRefusesAnswersLikeAnyOther) {
  Meeting meeting;
  meeting.ask("lisa", {1, 42, meeting.now, Command(SetLock{true})});
  EXPECT_EQ(meeting.ask("omar", meeting.step(1)), (Answer{1, Refusal::not_driving}));
  EXPECT_TRUE(meeting.ask("lisa", meeting.step(2)).accepted());
}

TEST(Admission, AChainStartsWhereItsPredecessorEnded) {
  Meeting meeting;
  meeting.ask("lisa", meeting.step(1));
  meeting.ask("lisa", meeting.chained(2, 1));
  meeting.ask("lisa", meeting.chained(3, 2));
  EXPECT_EQ(meeting.at(), "4");
}

TEST(Admission, AChainGoesOnFromTheHoldingSlide) {
  Meeting meeting;
  meeting.state.position.holding = Holding::before;
  meeting.ask("lisa", meeting.step(1));
  meeting.ask("lisa", meeting.chained(2, 1));
  EXPECT_EQ(meeting.at(), "2");
  meeting.ask("lisa", {3, 42, meeting.now, Command(SetHolding{true})});
  meeting.ask("lisa", meeting.chained(4, 3));
  EXPECT_EQ(meeting.state.position, (Position{{2, 0}, 0}));
}

TEST(Admission, OneRefusalDropsTheChain) {
  Meeting meeting;
  Request stale = meeting.step(1);
  meeting.ask("omar", meeting.step(1));
  EXPECT_EQ(meeting.ask("lisa", stale), (Answer{1, Refusal::moved_on}));
  EXPECT_EQ(meeting.ask("lisa", meeting.chained(2, 1)), (Answer{2, Rejection::predecessor_refused}));
  EXPECT_EQ(meeting.ask("lisa", meeting.chained(3, 2)), (Answer{3, Rejection::predecessor_refused}));
  EXPECT_EQ(meeting.at(), "2");
}

TEST(Admission, SomebodyElsesMoveBreaksAChain) {
  Meeting meeting;
  meeting.ask("lisa", meeting.step(1));
  meeting.ask("omar", meeting.step(1));
  EXPECT_EQ(meeting.ask("lisa", meeting.chained(2, 1)), (Answer{2, Refusal::moved_on}));
}

TEST(Admission, AChainOnAnUnknownCommandIsRefused) {
  Meeting meeting;
  EXPECT_EQ(meeting.ask("lisa", meeting.chained(2, 1)), (Answer{2, Rejection::predecessor_refused}));
}

TEST(Admission, TheLongestUnheardClientIsForgottenFirst) {
  Meeting meeting;
  const Request press = meeting.step(1);
  const Answer first = meeting.ask("lisa", press);
  for (std::size_t i = 1; i < Admission::kept_clients; ++i)
    meeting.ask("client " + std::to_string(i), {1, 42, meeting.now, Command(SetBlack{false})});
  EXPECT_EQ(meeting.ask("lisa", press), first);  // still known, and heard again
  meeting.ask("one more", {1, 42, meeting.now, Command(SetBlack{false})});
  EXPECT_EQ(meeting.ask("lisa", press), first);
  EXPECT_EQ(meeting.at(), "2");
}

}  // namespace
}  // namespace lectern::session
