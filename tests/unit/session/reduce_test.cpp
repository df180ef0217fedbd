#include "common/session/reduce.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/support/decks.h"

namespace lectern::session {
namespace {

using std::chrono::minutes;
using test::deck_of;

/// A show of one deck, to be pressed at.
struct Show {
  explicit Show(deck::Deck with, Opening opening = Opening::first_slide)
      : deck(std::move(with)), state(first_state(deck, 7, opening)) {}

  Decision press(const Command& command) {
    const Decision decision = reduce(state, deck, command, now);
    if (const auto* next_state = std::get_if<State>(&decision)) state = *next_state;
    return decision;
  }
  void next() { press(Step{Direction::next, deck.hash, state.position}); }
  void previous() { press(Step{Direction::previous, deck.hash, state.position}); }
  void go(int h, int v) { press(GoTo{{h, v}}); }
  std::string at() const { return deck::to_string(state.position.slide); }

  deck::Deck deck;
  State state;
  Instant now{Duration(5000)};
};

TEST(Reduce, OpensOnTheFirstSlideAtRevisionOne) {
  const Show show(deck_of({1, 3, 1}));
  EXPECT_EQ(show.at(), "1");
  EXPECT_EQ(show.state.revision, 1u);
}

TEST(Reduce, NextGoesDownAStackThenRight) {
  Show show(deck_of({1, 3, 1}));
  std::string walked;
  for (int i = 0; i < 5; ++i, show.next()) walked += show.at() + " ";
  EXPECT_EQ(walked, "1 2.1 2.2 2.3 3 ");
}

TEST(Reduce, PreviousWalksTheSameWayBack) {
  Show show(deck_of({1, 3, 1}));
  show.go(3, 0);
  std::string walked;
  for (int i = 0; i < 5; ++i, show.previous()) walked += show.at() + " ";
  EXPECT_EQ(walked, "3 2.3 2.2 2.1 1 ");
}

TEST(Reduce, NextOnTheLastSlideEndsTheShowAndThenChangesNothing) {
  Show show(deck_of({1, 1}, 1));
  for (int i = 0; i < 4; ++i) show.next();
  EXPECT_EQ(show.state.position, (Position{{2, 0}, 1, Holding::after}));
  const State ended = show.state;
  show.next();
  EXPECT_EQ(show.state, ended);
  show.previous();
  EXPECT_EQ(show.state.position, (Position{{2, 0}, 1})) << "as it was";
}

TEST(Reduce, TheSamePressOnTheLastSlideArrivingTwiceEndsTheShowOnce) {
  Show show(deck_of({1}));
  const Step press{Direction::next, show.deck.hash, show.state.position};
  show.press(press);
  EXPECT_EQ(std::get<Refusal>(show.press(press)), Refusal::moved_on);
  EXPECT_EQ(show.state.position.holding, Holding::after);
}

TEST(Reduce, ThePressBeforeTheStartShowsTheFirstSlide) {
  Show show(deck_of({2, 1}, 1), Opening::holding_slide);
  EXPECT_EQ(show.state.position, (Position{{1, 1}, 0, Holding::before}));
  show.previous();
  EXPECT_EQ(show.state.position.holding, Holding::before);
  EXPECT_EQ(show.state.revision, 1u);
  show.next();
  EXPECT_EQ(show.state.position, (Position{{1, 1}, 0}));
}

TEST(Reduce, ACodeIsPutOnTheStageOnlyBeforeTheStart) {
  Show show(deck_of({1, 1}), Opening::holding_slide);
  const Command on_stage = ManagePairing{OpenPairing{true, ""}};
  EXPECT_EQ(std::get<State>(show.press(on_stage)).revision, 1u);
  show.next();
  EXPECT_EQ(std::get<Refusal>(show.press(on_stage)), Refusal::has_begun);
  EXPECT_TRUE(std::holds_alternative<State>(show.press(ManagePairing{OpenPairing{}})));
  show.press(SetHolding{true});
  EXPECT_EQ(std::get<Refusal>(show.press(on_stage)), Refusal::has_begun) << "a pause is no start";
}

TEST(Reduce, APauseKeepsThePlaceAndAPressEndsIt) {
  for (const Direction direction : {Direction::next, Direction::previous}) {
    Show show(deck_of({1, 1, 1}, 1));
    for (int i = 0; i < 3; ++i) show.next();
    const Position place = show.state.position;
    show.press(SetHolding{true});
    EXPECT_EQ(show.state.position, (Position{place.slide, place.step, Holding::pause}));
    const Step press{direction, show.deck.hash, show.state.position};
    show.press(press);
    EXPECT_EQ(show.state.position, place);
    EXPECT_EQ(std::get<Refusal>(show.press(press)), Refusal::moved_on) << "the same press, late";
    show.press(SetHolding{true});
    show.press(SetHolding{false});
    EXPECT_EQ(show.state.position, place);
  }
}

TEST(Reduce, TheHoldingSlideOfTheStartAndTheEndIsNoPause) {
  Show show(deck_of({1}), Opening::holding_slide);
  show.press(SetHolding{true});
  EXPECT_EQ(show.state.position.holding, Holding::before);
  EXPECT_EQ(show.state.revision, 1u);
  show.press(SetHolding{false});
  EXPECT_EQ(show.state.position, (Position{{1, 0}, 0}));
  show.next();
  show.press(SetHolding{true});
  EXPECT_EQ(show.state.position.holding, Holding::after);
}

TEST(Reduce, AJumpTakesTheHoldingSlideAwayAndBackIsTheSlideThatWasBehindIt) {
  Show show(deck_of({1, 1, 1}));
  show.next();
  show.press(SetHolding{true});
  show.go(2, 0);
  EXPECT_EQ(show.state.position, (Position{{2, 0}, 0}));
  EXPECT_FALSE(show.state.back) << "it is where the show was";
  show.press(SetHolding{true});
  show.go(3, 0);
  EXPECT_EQ(show.state.position, (Position{{3, 0}, 0}));
  EXPECT_EQ(show.state.back, (Position{{2, 0}, 0}));
  show.press(SetHolding{true});
  show.press(GoBack{});
  EXPECT_EQ(show.state.position, (Position{{2, 0}, 0}));
}

TEST(Reduce, APauseIsSeenOnABlackStageAndAPressInFrontOfBlackOnlyBringsBackWhatWasUp) {
  Show show(deck_of({1, 1}));
  show.press(SetBlack{true});
  show.press(SetHolding{true});
  EXPECT_FALSE(show.state.black);
  show.press(SetBlack{true});
  show.next();
  EXPECT_FALSE(show.state.black);
  EXPECT_EQ(show.state.position.holding, Holding::pause);
}

TEST(Reduce, AFrozenStageKeepsTheHoldingSlide) {
  Show show(deck_of({1, 1}), Opening::holding_slide);
  show.press(SetFrozen{true});
  show.next();
  EXPECT_FALSE(show.state.position.holding);
  EXPECT_EQ(on_stage(show.state).position.holding, Holding::before);
  show.press(SetHolding{true});
  show.press(SetFrozen{false});
  EXPECT_EQ(on_stage(show.state).position.holding, Holding::pause);
}

TEST(Reduce, PreviousOnTheFirstSlideStaysThere) {
  Show show(deck_of({1, 1}));
  show.previous();
  EXPECT_EQ(show.at(), "1");
  EXPECT_EQ(show.state.revision, 1u);
}

TEST(Reduce, TheSamePressArrivingTwiceMovesOnce) {
  Show show(deck_of({1, 1, 1}));
  const Step press{Direction::next, show.deck.hash, show.state.position};
  show.press(press);
  EXPECT_EQ(std::get<Refusal>(show.press(press)), Refusal::moved_on);
  EXPECT_EQ(show.at(), "2");
}

TEST(Reduce, AStepForAnotherDeckIsRefused) {
  Show show(deck_of({1, 1}));
  EXPECT_EQ(std::get<Refusal>(show.press(Step{Direction::next, "another", show.state.position})),
            Refusal::other_deck);
}

TEST(Reduce, StepsComeBeforeTheNextSlideAndBackAllRevealed) {
  Show show(deck_of({1, 1}, 2));
  show.next();
  show.next();
  EXPECT_EQ(show.state.position, (Position{{1, 0}, 2}));
  show.next();
  EXPECT_EQ(show.state.position, (Position{{2, 0}, 0}));
  show.previous();
  EXPECT_EQ(show.state.position, (Position{{1, 0}, 2}));
}

TEST(Reduce, NextWhileBlackOnlyBringsTheSlideBack) {
  Show show(deck_of({1, 1}));
  show.press(SetBlack{true});
  show.next();
  EXPECT_FALSE(show.state.black);
  EXPECT_EQ(show.at(), "1");
}

TEST(Reduce, AJumpEndsBlack) {
  Show show(deck_of({1, 1}));
  show.press(SetBlack{true});
  show.go(2, 0);
  EXPECT_FALSE(show.state.black);
  EXPECT_EQ(show.at(), "2");
}

TEST(Reduce, BlackTwiceIsBlackOnce) {
  Show show(deck_of({1}));
  show.press(SetBlack{true});
  show.press(SetBlack{true});
  EXPECT_TRUE(show.state.black);
  EXPECT_EQ(show.state.revision, 2u);
}

TEST(Reduce, BackIsWhereTheShowWasBeforeTheLastJump) {
  Show show(deck_of({1, 1, 1, 1}, 1));
  show.next();
  show.next();
  show.next();
  show.go(4, 0);
  show.next();
  show.press(GoBack{});
  EXPECT_EQ(show.state.position, (Position{{2, 0}, 1}));
  show.press(GoBack{});
  EXPECT_EQ(show.state.position, (Position{{4, 0}, 1}));
}

TEST(Reduce, BackBeforeAnyJumpChangesNothing) {
  Show show(deck_of({1, 1}));
  show.next();
  const State before = show.state;
  show.press(GoBack{});
  EXPECT_EQ(show.state, before);
}

TEST(Reduce, AJumpToWhereTheShowIsForgetsNothing) {
  Show show(deck_of({1, 1, 1}));
  show.go(3, 0);
  show.go(3, 0);
  show.press(GoBack{});
  EXPECT_EQ(show.at(), "1");
}

TEST(Reduce, AFrozenStageKeepsWhatItShowsWhileTheShowMovesOn) {
  Show show(deck_of({1, 1, 1}));
  show.next();
  show.press(SetFrozen{true});
  const Frozen kept = on_stage(show.state);
  EXPECT_EQ(kept, (Frozen{3, show.deck.hash, {{2, 0}, 0}}));
  show.next();
  show.press(SetFrozen{true});
  EXPECT_EQ(show.at(), "3");
  EXPECT_EQ(on_stage(show.state), kept);
  show.press(SetFrozen{false});
  EXPECT_EQ(on_stage(show.state), (Frozen{5, show.deck.hash, {{3, 0}, 0}}));
}

TEST(Reduce, AJumpToAStackFindsItsHead) {
  Show show(deck_of({1, 3}));
  show.go(2, 0);
  EXPECT_EQ(show.at(), "2.1");
}

TEST(Reduce, AJumpNowhereIsRefused) {
  Show show(deck_of({1, 3}));
  EXPECT_EQ(std::get<Refusal>(show.press(GoTo{{2, 4}})), Refusal::no_such_slide);
  EXPECT_EQ(std::get<Refusal>(show.press(GoTo{{9, 0}})), Refusal::no_such_slide);
}

TEST(Reduce, FirstAndLastJumpToTheEnds) {
  Show show(deck_of({1, 3, 2}));
  show.press(GoToEnd{End::last});
  EXPECT_EQ(show.at(), "3.2");
  show.press(GoToEnd{End::first});
  EXPECT_EQ(show.at(), "1");
}

TEST(Reduce, ATimerPausesAndGoesOnWhereItStopped) {
  Show show(deck_of({1}));
  show.press(StartTimer{minutes(5)});
  show.now += minutes(2);
  show.press(PauseTimer{});
  show.now += minutes(10);
  EXPECT_EQ(remaining(show.state.qa, show.now), minutes(3));
  show.press(ResumeTimer{});
  show.now += minutes(1);
  EXPECT_EQ(remaining(show.state.qa, show.now), minutes(2));
}

TEST(Reduce, TimeCanBeAddedAndTakenButNotBelowNothing) {
  Show show(deck_of({1}));
  show.press(StartTimer{minutes(5)});
  show.press(AddTime{minutes(1)});
  EXPECT_EQ(show.state.qa.limit, minutes(6));
  show.press(AddTime{-minutes(2)});
  EXPECT_EQ(show.state.qa.limit, minutes(4));
  EXPECT_EQ(std::get<Refusal>(show.press(AddTime{-minutes(4)})), Refusal::limit_out_of_range);
}

TEST(Reduce, ATimerThatIsOffCannotBePausedResumedOrGivenTime) {
  Show show(deck_of({1}));
  for (const Command& command : {Command(PauseTimer{}), Command(ResumeTimer{}), Command(AddTime{minutes(1)})})
    EXPECT_EQ(std::get<Refusal>(show.press(command)), Refusal::timer_off);
}

TEST(Reduce, ALimitMustBeAboveZeroAndWithinADay) {
  Show show(deck_of({1}));
  for (const Duration limit : {Duration(0), -Duration(minutes(1)), Duration(std::chrono::hours(25))})
    EXPECT_EQ(std::get<Refusal>(show.press(StartTimer{limit})), Refusal::limit_out_of_range);
}

TEST(Reduce, AnotherStepDoesNotTouchTheTimer) {
  Show show(deck_of({1, 1}));
  show.press(StartTimer{minutes(5)});
  const QaTimer timer = show.state.qa;
  show.now += minutes(1);
  show.next();
  EXPECT_EQ(show.state.qa, timer);
}

// Whatever is asked, in whatever order.

rc::Gen<Command> any_command(const Show& show) {
  const auto duration =
      rc::gen::map(rc::gen::inRange(-100'000'000, 100'000'000), [](int ms) { return Duration(ms); });
  const auto somewhere =
      rc::gen::map(rc::gen::pair(rc::gen::inRange(0, 6), rc::gen::inRange(0, 5)), [](const auto& hv) {
        return Command(GoTo{{hv.first, hv.second}});
      });
  const auto step = [&show](Direction direction) {
    return rc::gen::map(rc::gen::inRange(0, 4), [direction, &show](int stale) {
      Position from = show.state.position;
      if (stale == 0) from.step += 1;
      return Command(Step{direction, show.deck.hash, from});
    });
  };
  return rc::gen::oneOf(
      step(Direction::next), step(Direction::previous), somewhere,
      rc::gen::element(Command(GoToEnd{End::first}), Command(GoToEnd{End::last}), Command(GoBack{}),
                       Command(SetBlack{true}), Command(SetBlack{false}), Command(SetFrozen{true}),
                       Command(SetFrozen{false}), Command(PauseTimer{}), Command(ResumeTimer{}),
                       Command(ResetTimer{}), Command(SetHolding{true}), Command(SetHolding{false})),
      rc::gen::map(duration, [](Duration d) { return Command(StartTimer{d}); }),
      rc::gen::map(duration, [](Duration d) { return Command(AddTime{d}); }));
}

RC_GTEST_PROP(ReduceProperty, EveryStateIsASlideOfTheDeckAndEveryChangeOneRevision, ()) {
  Show show(deck_of(*rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 5))),
                    *rc::gen::inRange(0, 3)),
            *rc::gen::element(Opening::first_slide, Opening::holding_slide));
  for (int i = 0; i < 40; ++i) {
    show.now += Duration(*rc::gen::inRange(0, 10'000));
    const State before = show.state;
    const Decision decision = show.press(*any_command(show));
    const auto index = deck::find_slide(show.deck, show.state.position.slide);
    RC_ASSERT(index.has_value());
    RC_ASSERT(show.deck.slides[*index].address == show.state.position.slide);
    RC_ASSERT(show.state.position.step >= 0 &&
              show.state.position.step <= show.deck.slides[*index].step_count);
    if (show.state.position.holding == Holding::before)
      RC_ASSERT(*index == 0 && show.state.position.step == 0);
    RC_ASSERT(show.state.epoch == before.epoch && show.state.deck == before.deck);
    if (show.state.revision == before.revision)
      RC_ASSERT(show.state == before);
    else
      RC_ASSERT(show.state.revision == before.revision + 1);
    if (std::holds_alternative<Refusal>(decision)) RC_ASSERT(show.state == before);
  }
}

RC_GTEST_PROP(ReduceProperty, PreviousUndoesNext, ()) {
  Show show(deck_of(*rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 5))),
                    *rc::gen::inRange(0, 3)));
  const int presses = *rc::gen::inRange(0, 30);
  for (int i = 0; i < presses; ++i) show.next();
  const State before = show.state;
  show.next();
  if (show.state == before) return;  // at the end
  show.previous();
  RC_ASSERT(show.state.position == before.position);
}

RC_GTEST_PROP(ReduceProperty, TheSameQuestionGetsTheSameAnswer, ()) {
  Show show(deck_of({1, 3, 2}, 1));
  const Command command = *any_command(show);
  RC_ASSERT(reduce(show.state, show.deck, command, show.now) ==
            reduce(show.state, show.deck, command, show.now));
}

}  // namespace
}  // namespace lectern::session
