// Slides that go on by themselves.
#include "presenter/engine/autoslide.h"

#include <gtest/gtest.h>

#include <boost/asio/io_context.hpp>

#include "common/session/reduce.h"
#include "presenter/engine/autoslide_timer.h"
#include "tests/support/decks.h"

namespace lectern::engine {
namespace {

using session::Direction;

constexpr Duration second{1000};
constexpr Instant start{};

Instant at(Duration since_start) {
  return start + since_start;
}

/// Slides that each wait a second, the third with a fragment that waits two more once it is there.
deck::Deck self_running() {
  deck::Deck deck = test::deck_of({1, 1, 1, 1});
  deck.settings.autoslide = second;
  deck.slides[2].step_count = 1;
  deck.slides[2].fragments = {{.effect = deck::Effect::fade_in, .step = 1, .autoslide = 2 * second}};
  return deck;
}

/// A show without a clock: time passes only in what it is told.
struct Show {
  explicit Show(deck::Deck its_deck = self_running(),
                session::Opening opening = session::Opening::first_slide)
      : deck(std::move(its_deck)), state(session::first_state(deck, 1, opening)) {
    autoslide.see(state, deck, start);
  }

  void take(const session::Command& command, Instant now) {
    const auto decision = session::reduce(state, deck, command, now);
    ASSERT_TRUE(std::holds_alternative<session::State>(decision));
    state = std::get<session::State>(decision);
    autoslide.see(state, deck, now);
  }
  void press(Direction direction, Instant now) {
    take(session::Step{direction, state.deck, state.position}, now);
  }
  /// What is due, after so many milliseconds: "1000 from 2+0".
  std::string due() const {
    if (!autoslide.due()) return "never";
    const session::Position& from = autoslide.due()->step.from;
    return std::to_string((autoslide.due()->at - start).count()) + " from " + deck::to_string(from.slide) +
           "+" + std::to_string(from.step);
  }

  deck::Deck deck;
  AutoSlide autoslide;
  session::State state;
};

TEST(AutoSlide, TheFragmentCountsOverTheSlideAndTheSlideOverTheDeck) {
  deck::Deck deck = self_running();
  session::State state = session::first_state(deck, 1);
  EXPECT_EQ(automatic_wait(state, deck), second);
  deck.slides[0].autoslide = 5 * second;
  EXPECT_EQ(automatic_wait(state, deck), 5 * second);
  state.position = {{3, 0}, 0};
  EXPECT_EQ(automatic_wait(state, deck), second);
  state.position.step = 1;
  EXPECT_EQ(automatic_wait(state, deck), 2 * second);
}

TEST(AutoSlide, NothingComesByItselfWhereNobodyAsksForItAtTheEndAndWhileBlack) {
  deck::Deck deck = self_running();
  session::State state = session::first_state(deck, 1);
  deck.slides[0].autoslide = Duration(0);
  EXPECT_EQ(automatic_wait(state, deck), std::nullopt) << "0 takes the slide out";
  state.position = {{2, 0}, 0};
  state.black = true;
  EXPECT_EQ(automatic_wait(state, deck), std::nullopt);
  state.black = false;
  state.position = {{4, 0}, 0};
  EXPECT_EQ(automatic_wait(state, deck), std::nullopt);
  deck.settings.autoslide = Duration(0);
  state.position = {{2, 0}, 0};
  EXPECT_EQ(automatic_wait(state, deck), std::nullopt);
}

TEST(AutoSlide, APersonsStepForwardBeginsTheWaitAnew) {
  Show show;
  EXPECT_EQ(show.due(), "1000 from 1+0");
  show.press(Direction::next, at(Duration(600)));
  EXPECT_EQ(show.due(), "1600 from 2+0");
}

TEST(AutoSlide, AfterAStepBackOrAJumpTheSlideStaysUntilSomebodyStepsForward) {
  Show show;
  show.press(Direction::next, at(second));
  show.press(Direction::previous, at(2 * second));
  EXPECT_EQ(show.due(), "never");
  show.press(Direction::next, at(3 * second));
  EXPECT_EQ(show.due(), "4000 from 2+0");
  show.take(session::GoToEnd{session::End::first}, at(5 * second));
  EXPECT_EQ(show.due(), "never");
  show.take(session::SetBlack{true}, at(6 * second));
  show.take(session::SetBlack{false}, at(7 * second));
  EXPECT_EQ(show.due(), "never") << "black does not let go of it";
}

TEST(AutoSlide, BlackStopsTheWaitAndItsEndBeginsItAnew) {
  Show show;
  show.take(session::SetBlack{true}, at(Duration(500)));
  EXPECT_EQ(show.due(), "never");
  show.take(session::SetBlack{false}, at(5 * second));
  EXPECT_EQ(show.due(), "6000 from 1+0");
}

TEST(AutoSlide, AFrozenStageStopsTheWaitAndItsEndBeginsItAnew) {
  Show show;
  show.take(session::SetFrozen{true}, at(Duration(500)));
  EXPECT_EQ(show.due(), "never");
  show.take(session::SetFrozen{false}, at(5 * second));
  EXPECT_EQ(show.due(), "6000 from 1+0");
}

TEST(AutoSlide, TheHoldingSlideWaitsForAPersonAndTheSlideBehindItWaitsAnew) {
  Show show;
  show.take(session::SetHolding{true}, at(Duration(500)));
  EXPECT_EQ(show.due(), "never");
  show.press(Direction::next, at(5 * second));
  EXPECT_EQ(show.due(), "6000 from 1+0");
  show.take(session::GoToEnd{session::End::last}, at(7 * second));
  show.take(session::SetHolding{true}, at(8 * second));
  show.take(session::GoTo{{2, 0}}, at(9 * second));
  show.take(session::SetHolding{true}, at(10 * second));
  show.take(session::SetHolding{false}, at(11 * second));
  EXPECT_EQ(show.due(), "never") << "a pause does not let go of a slide that somebody wants to speak about";
}

TEST(AutoSlide, TheStartsHoldingSlideWaitsForAPerson) {
  Show show(self_running(), session::Opening::holding_slide);
  EXPECT_EQ(show.due(), "never");
  show.press(Direction::next, at(5 * second));
  EXPECT_EQ(show.due(), "6000 from 1+0");
}

TEST(AutoSlide, TheQuestionTimerDoesNotProlongTheWait) {
  Show show;
  show.take(session::StartTimer{second}, at(Duration(900)));
  EXPECT_EQ(show.due(), "1000 from 1+0");
}

/// A real engine whose slides wait a millisecond each. run() comes back when nothing is left to wait for.
struct Running {
  explicit Running(deck::Deck deck)
      : engine({std::make_shared<const deck::Deck>(std::move(deck))}, 42, Clock()), timer(io, engine) {}

  void press() {
    engine.decide(session::Step{Direction::next, engine.deck().hash, engine.state()->position},
                  engine.state()->revision);
  }
  std::string position() const {
    const session::Position& at = engine.state()->position;
    return deck::to_string(at.slide) + "+" + std::to_string(at.step);
  }

  boost::asio::io_context io;
  Engine engine;
  AutoSlideTimer timer;
};

deck::Deck quick() {
  deck::Deck deck = test::deck_of({1, 2, 1}, 2);
  deck.settings.autoslide = Duration(1);
  return deck;
}

TEST(AutoSlideTimer, TakesTheShowToItsEndAndStopsThere) {
  Running show(quick());
  show.io.run();
  EXPECT_EQ(show.position(), "3+2");
  EXPECT_EQ(show.engine.state()->revision, 12u) << "each step once";
  EXPECT_FALSE(show.engine.state()->position.holding) << "it takes a person to end the show";
}

TEST(AutoSlideTimer, WaitsWhereASlideWantsAPerson) {
  deck::Deck deck = quick();
  deck.slides[1].autoslide = Duration(0);
  Running show(std::move(deck));
  show.io.run();
  EXPECT_EQ(show.position(), "2.1+0");
  show.io.restart();
  for (int i = 0; i < 3; ++i) show.press();
  show.io.run();
  EXPECT_EQ(show.position(), "3+2");
}

TEST(AutoSlideTimer, BlackEndsTheWaitAndAPressGoesOn) {
  Running show(quick());
  show.engine.decide(session::SetBlack{true}, 1);
  show.io.run();
  EXPECT_TRUE(show.engine.state()->black);
  EXPECT_EQ(show.position(), "1+0");
  show.io.restart();
  show.press();
  show.io.run();
  EXPECT_EQ(show.position(), "3+2");
}

TEST(AutoSlideTimer, LeavesNothingToWaitForOnceStopped) {
  deck::Deck deck = quick();
  deck.settings.autoslide = std::chrono::hours(1);
  Running show(std::move(deck));
  show.timer.stop();
  show.io.run();
  EXPECT_EQ(show.position(), "1+0");
}

}  // namespace
}  // namespace lectern::engine
