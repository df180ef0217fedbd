// What a client's machine does while nothing is heard, when it comes back, and about the clocks.
#include <gtest/gtest.h>

#include <random>

#include "tests/unit/client/meeting.h"

namespace lectern::client {
namespace {

using std::chrono::seconds;

/// Answers every question for the time in these effects, and those that follow from the answers: how many.
int answer(Meeting& meeting, std::vector<Effect> effects) {
  int count = 0;
  for (auto probes = all<protocol::ClockProbe>(effects); !probes.empty();
       probes = all<protocol::ClockProbe>(effects)) {
    meeting.now += Duration(5);
    effects = meeting.receive(protocol::ClockReading{probes[0].client_sent_ms, meeting.now, meeting.now});
    ++count;
  }
  return count;
}

/// Nothing else is heard than such answers.
void stay(Meeting& meeting, Instant until) {
  while (meeting.machine.due().value_or(until) < until) answer(meeting, meeting.wait());
  meeting.now = until;
}

/// As join(), and the first questions are answered.
int join_and_answer(Meeting& meeting) {
  meeting.open();
  const int count = answer(meeting, meeting.receive(meeting.welcome()));
  meeting.receive(meeting.state);
  return count;
}

TEST(Presence, WhoComesBackSaysWhatTheyHave) {
  Meeting meeting;
  meeting.step(Woken{});
  const auto first = only<protocol::Hello>(meeting.step(Opened{}));
  EXPECT_EQ(first.epoch, 0u);
  meeting.greet();
  meeting.step(Lost{{"gone", ""}});
  while (!has<Connect>(meeting.wait())) {
  }
  const auto again = only<protocol::Hello>(meeting.step(Opened{}));
  EXPECT_EQ(again.epoch, meeting.state.epoch);
  EXPECT_EQ(again.revision, meeting.state.revision);
}

TEST(Presence, OutlineAndNotesAreNotAskedForAgain) {
  Meeting meeting;
  meeting.join();
  const DeckHash deck = meeting.state.deck;
  meeting.receive(protocol::outline_of(test::deck_of({1, 1, 1})));
  meeting.step(NotesWanted{{deck, 1}});
  meeting.receive(protocol::Notes{deck, 1, "Pause.", {}});
  meeting.lose_and_open();
  EXPECT_FALSE(has<protocol::DeckRequest>(meeting.receive(meeting.welcome())));
  EXPECT_FALSE(has<protocol::DeckRequest>(meeting.receive(meeting.state)));
  EXPECT_TRUE(meeting.view().outline);
  EXPECT_FALSE(has<protocol::DeckRequest>(meeting.step(NotesWanted{{deck, 1}})));
}

TEST(Presence, TheOutlineOfADeckThatWasShownBeforeIsKeptToo) {
  Meeting meeting;
  meeting.join();
  meeting.receive(protocol::outline_of(test::deck_of({1, 1, 1})));
  session::State other = meeting.state;
  other.deck = "another";
  EXPECT_TRUE(has<protocol::DeckRequest>(meeting.receive(other)));
  EXPECT_FALSE(meeting.view().outline);
  EXPECT_FALSE(has<protocol::DeckRequest>(meeting.receive(meeting.state)));
  EXPECT_TRUE(meeting.view().outline);
}

TEST(Presence, WhatWasAskedForAndNeverCameIsAskedForAgain) {
  Meeting meeting;
  meeting.join();
  meeting.lose_and_open();
  EXPECT_EQ(only<protocol::DeckRequest>(meeting.receive(meeting.welcome())).deck, meeting.state.deck);
}

TEST(Presence, WhoIsCutOffKnowsWithinFourSecondsAndSaysSo) {
  Meeting meeting;
  join_and_answer(meeting);
  stay(meeting, meeting.now + seconds(20));
  const Instant cut = meeting.now;
  while (!has<Disconnect>(meeting.wait())) {
  }
  EXPECT_LE(meeting.now - cut, seconds(4));
  EXPECT_EQ(meeting.view().link, Link::waiting);
  EXPECT_NE(meeting.view().trouble.find("cut off"), std::string::npos);
}

TEST(Presence, WhoIsHeardStays) {
  Meeting meeting;
  join_and_answer(meeting);
  stay(meeting, meeting.now + std::chrono::minutes(10));
  EXPECT_EQ(meeting.view().link, Link::connected);
  EXPECT_EQ(meeting.view().connection_count, 1u);
}

TEST(Presence, ANetworkThatChangedIsTriedAtOnce) {
  Meeting meeting;
  meeting.step(Woken{});
  for (int i = 0; i < 6; ++i) {
    meeting.step(Lost{{"no network", ""}});
    if (i < 5) meeting.wait();
  }
  EXPECT_TRUE(has<Connect>(meeting.step(Nudged{})));
  EXPECT_FALSE(has<Connect>(meeting.step(Nudged{}))) << "one attempt at a time";
  EXPECT_TRUE(has<Connect>(meeting.step(Lost{{"no network yet", ""}}))) << "nor does the next wait";
}

TEST(Presence, AConnectionThatDoesNotSurviveANewNetworkIsSoonGivenUp) {
  Meeting meeting;
  join_and_answer(meeting);
  stay(meeting, meeting.now + seconds(10));
  const Instant changed = meeting.now;
  EXPECT_TRUE(has<protocol::ClockProbe>(meeting.step(Nudged{})));
  std::vector<Effect> effects;
  while (!has<Disconnect>(effects)) effects = meeting.wait();
  EXPECT_LE(meeting.now - changed, seconds(2));
  EXPECT_TRUE(has<Connect>(effects)) << "at once";
}

TEST(Presence, AConnectionThatSurvivesIsKept) {
  Meeting meeting;
  join_and_answer(meeting);
  stay(meeting, meeting.now + seconds(10));
  EXPECT_EQ(answer(meeting, meeting.step(Nudged{})), 1);
  stay(meeting, meeting.now + seconds(10));
  EXPECT_EQ(meeting.view().connection_count, 1u);
}

TEST(Presence, AComputerThatSleptKnowsAtOnceThatItsConnectionIsDead) {
  Meeting meeting;
  join_and_answer(meeting);
  stay(meeting, meeting.now + seconds(10));
  meeting.now += std::chrono::hours(1);
  const auto effects = meeting.step(Nudged{});
  EXPECT_TRUE(has<Disconnect>(effects));
  EXPECT_TRUE(has<Connect>(effects));
}

TEST(Presence, TheClockIsMeasuredEightTimesAtTheStartAndEveryHalfMinute) {
  Meeting meeting;
  EXPECT_EQ(join_and_answer(meeting), Probing::run_length);
  const Instant joined = meeting.now;
  std::vector<Duration> runs;
  while (meeting.now < joined + seconds(95)) {
    const Duration since = *meeting.machine.due() - joined;
    if (answer(meeting, meeting.wait()) >= Probing::run_length) runs.push_back(since);
  }
  ASSERT_EQ(runs.size(), 3u);
  EXPECT_EQ(std::chrono::round<seconds>(runs[0]), seconds(30));
  EXPECT_EQ(std::chrono::round<seconds>(runs[1] - runs[0]), seconds(30));
}

TEST(Presence, OnABadNetworkTheTimeIsRightToFiftyMilliseconds) {
  constexpr Duration truth(86'400'123);
  for (unsigned seed = 0; seed < 100; ++seed) {
    std::mt19937 random(seed);
    const auto delay = [&] { return Duration(20 + static_cast<int>(random() % 161)); };
    Meeting meeting;
    meeting.open();
    meeting.now += delay();
    protocol::Welcome welcome = meeting.welcome();
    welcome.sent = meeting.now + truth;
    meeting.now += delay();
    auto probes = all<protocol::ClockProbe>(meeting.receive(welcome));
    for (int i = 0; i < 8 && !probes.empty(); ++i) {
      const Instant received = meeting.now + delay() + truth;
      meeting.now = received - truth + delay();
      probes = all<protocol::ClockProbe>(
          meeting.receive(protocol::ClockReading{probes[0].client_sent_ms, received, received}));
    }
    EXPECT_LE(std::chrono::abs(meeting.view().presenter_ahead - truth), Duration(50)) << seed;
  }
}

}  // namespace
}  // namespace lectern::client
