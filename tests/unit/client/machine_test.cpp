#include "common/client/machine.h"

#include <gtest/gtest.h>

#include "tests/unit/client/meeting.h"

namespace lectern::client {
namespace {

using session::Command;
using session::Direction;
using session::SetBlack;

TEST(Machine, TheFirstStepConnects) {
  Meeting meeting;
  EXPECT_TRUE(has<Connect>(meeting.step(Woken{})));
  EXPECT_EQ(meeting.view().link, Link::connecting);
  EXPECT_FALSE(has<Connect>(meeting.step(Woken{}))) << "and only the first";
}

TEST(Machine, AConnectionBeginsWithHello) {
  Meeting meeting;
  meeting.step(Woken{});
  const auto hello = only<protocol::Hello>(meeting.step(Opened{}));
  EXPECT_EQ(hello.client_id, "lisa");
  EXPECT_EQ(hello.version_max, protocol::version);
}

TEST(Machine, IsConnectedOnceTheFirstStateIsHere) {
  Meeting meeting;
  meeting.open();
  meeting.receive(meeting.welcome());
  EXPECT_EQ(meeting.view().link, Link::connecting);
  const auto request = only<protocol::DeckRequest>(meeting.receive(meeting.state));
  EXPECT_EQ(meeting.view().link, Link::connected);
  EXPECT_EQ(request, (protocol::DeckRequest{meeting.state.deck, protocol::WholeOutline{}}));
}

TEST(Machine, APressIsSentAndSettledByItsAnswer) {
  Meeting meeting;
  meeting.join();
  EXPECT_EQ(only<session::Request>(meeting.step(Pressed{7, Direction::next})).id, 1u);
  const auto settled = only<Settled>(meeting.receive(protocol::Answer{1, 2, {}, {}}));
  EXPECT_EQ(settled.ticket, 7u);
  EXPECT_EQ(settled.confirmed.outcome, Outcome::accepted);
  EXPECT_EQ(settled.confirmed.revision, 2u);
}

TEST(Machine, ARefusalSaysWhy) {
  Meeting meeting;
  meeting.join();
  meeting.step(Pressed{7, Direction::next});
  const auto settled = only<Settled>(meeting.receive(protocol::Answer{1, std::nullopt, "moved_on", "why"}));
  EXPECT_EQ(settled.confirmed.outcome, Outcome::refused);
  EXPECT_EQ(settled.confirmed.reason, "moved_on");
}

TEST(Machine, APressThatNobodyAnswersIsUnconfirmedInTheEnd) {
  Meeting meeting;
  meeting.join();
  meeting.step(Pressed{7, Direction::next});
  std::vector<Settled> settled;
  while (settled.empty()) settled = all<Settled>(meeting.wait());
  EXPECT_EQ(settled[0].ticket, 7u);
  EXPECT_EQ(settled[0].confirmed.outcome, Outcome::unconfirmed);
}

TEST(Machine, ABrokenConnectionIsMadeAnewAfterAWait) {
  Meeting meeting;
  meeting.join();
  EXPECT_FALSE(has<Connect>(meeting.step(Lost{{"gone", ""}})));
  EXPECT_EQ(meeting.view().link, Link::waiting);
  EXPECT_EQ(meeting.view().trouble, "gone");
  EXPECT_TRUE(meeting.view().state) << "what was known is kept";
  const Instant broken = meeting.now;
  EXPECT_TRUE(has<Connect>(meeting.wait()));
  EXPECT_GE(meeting.now - broken, Backoff::first / 2);
  EXPECT_LE(meeting.now - broken, Backoff::first * 3 / 2);
}

TEST(Machine, AttemptsThatFailComeLessAndLessOftenUntilOneWorks) {
  Meeting meeting;
  meeting.step(Woken{});
  Duration waited{};
  for (int i = 0; i < 10; ++i) {
    meeting.step(Lost{{"nobody answers", ""}});
    const Instant failed = meeting.now;
    while (!has<Connect>(meeting.wait())) {
    }
    waited = meeting.now - failed;
  }
  EXPECT_GE(waited, Backoff::longest / 2);
  meeting.greet();
  meeting.step(Lost{{"gone", ""}});
  EXPECT_LE(*meeting.machine.due() - meeting.now, Backoff::first * 3 / 2);
}

TEST(Machine, APressTriesAtOnce) {
  Meeting meeting;
  meeting.join();
  meeting.step(Lost{{"gone", ""}});
  EXPECT_TRUE(has<Connect>(meeting.step(Pressed{1, Direction::next})));
}

TEST(Machine, WhatWasNotAnsweredIsSentAgainToTheSameEpoch) {
  Meeting meeting;
  meeting.join();
  const auto request = only<session::Request>(meeting.step(Pressed{1, Direction::next}));
  meeting.lose_and_open();
  EXPECT_EQ(only<session::Request>(meeting.receive(meeting.welcome())), request);
}

TEST(Machine, ThePressBehindOneThatWasAnsweredIsSentThen) {
  Meeting meeting;
  meeting.join();
  meeting.step(Pressed{1, Direction::next});
  EXPECT_FALSE(has<session::Request>(meeting.step(Pressed{2, Direction::next})));
  EXPECT_EQ(only<session::Request>(meeting.receive(protocol::Answer{1, 2, {}, {}})).id, 2u);
}

TEST(Machine, APressInADeadSpotIsNotSentAfterIt) {
  Meeting meeting;
  meeting.join();
  meeting.step(Lost{{"gone", ""}});
  meeting.step(Pressed{1, Direction::next});
  meeting.now += std::chrono::seconds(30);
  const auto settled = only<Settled>(meeting.step(Opened{}));
  EXPECT_EQ(settled.confirmed.reason, "expired");
  EXPECT_FALSE(has<session::Request>(meeting.receive(meeting.welcome())));
}

TEST(Machine, ToAnotherEpochNothingIsSentAgain) {
  Meeting meeting;
  meeting.join();
  meeting.step(Pressed{1, Direction::next});
  meeting.lose_and_open();
  meeting.state.epoch = 43;
  const auto effects = meeting.receive(meeting.welcome());
  EXPECT_FALSE(has<session::Request>(effects));
  EXPECT_EQ(only<Settled>(effects).confirmed.outcome, Outcome::unconfirmed);
}

TEST(Machine, APresenterThatDoesNotSayWelcomeIsGivenUp) {
  Meeting meeting;
  meeting.open();
  const auto effects = meeting.wait();
  EXPECT_TRUE(has<Disconnect>(effects));
  EXPECT_EQ(meeting.view().link, Link::waiting);
  EXPECT_TRUE(has<Connect>(meeting.wait()));
}

TEST(Machine, WhatIsNotOfTheProtocolEndsItForGood) {
  for (const Event& wrong :
       {Event(Garbled{}), Event(Received{protocol::Presented{1}})}) {  // which is no Welcome
    Meeting meeting;
    meeting.open();
    EXPECT_TRUE(has<Disconnect>(meeting.step(wrong)));
    EXPECT_EQ(meeting.view().link, Link::refused);
    EXPECT_FALSE(meeting.machine.due());
  }
}

TEST(Machine, ACloseCodeThatNothingCanHelpEndsItForGoodToo) {
  Meeting meeting;
  meeting.open();
  meeting.step(Lost{{"no common version", "install it"},
                    static_cast<std::uint16_t>(protocol::CloseCode::version_unsupported)});
  EXPECT_EQ(meeting.view().link, Link::refused);
  EXPECT_EQ(meeting.view().trouble, "no common version; install it");
  EXPECT_EQ(only<Settled>(meeting.step(Pressed{1, Direction::next})).confirmed.reason, "not_connected");
}

TEST(Machine, OnceClosedItWantsNothing) {
  Meeting meeting;
  meeting.join();
  meeting.step(Pressed{1, Direction::next});
  const auto effects = meeting.step(Closed{});
  EXPECT_TRUE(has<Disconnect>(effects));
  EXPECT_EQ(only<Settled>(effects).ticket, 1u);
  EXPECT_FALSE(meeting.machine.due());
  EXPECT_TRUE(meeting.step(Lost{{"late", ""}}).empty());
}

TEST(Machine, NotesAreAskedForOnceAndKept) {
  Meeting meeting;
  meeting.join();
  const NotesOf which{meeting.state.deck, 3};
  EXPECT_EQ(only<protocol::DeckRequest>(meeting.step(NotesWanted{which})).part,
            protocol::DeckPart(protocol::NotesOf{3}));
  EXPECT_FALSE(has<protocol::DeckRequest>(meeting.step(NotesWanted{which})));
  EXPECT_FALSE(meeting.machine.notes(which));
  meeting.receive(protocol::Notes{which.first, 3, "Pause.", {}});
  EXPECT_EQ((*meeting.machine.notes(which))->markdown, "Pause.");
  EXPECT_FALSE(has<protocol::DeckRequest>(meeting.step(NotesWanted{which})));
}

}  // namespace
}  // namespace lectern::client
