// Who drives, and what a lock keeps whom from.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "common/session/permission.h"
#include "common/session/reduce.h"
#include "tests/support/decks.h"

namespace lectern::session {
namespace {

const Sender lisa{"lisa", "Lisa", Role::controller};
const Sender omar{"omar", "Omar", Role::controller};
const Sender clerk{"clerk", "The clerk", Role::timer};
const Sender console{"console", "The console", Role::operator_};

struct Room {
  Decision ask(const Sender& sender, const Command& command) {
    const Decision decision = reduce(state, deck, command, Instant{}, sender);
    if (const auto* next = std::get_if<State>(&decision)) state = *next;
    return decision;
  }
  Decision next(const Sender& sender) {
    return ask(sender, Step{Direction::next, deck.hash, state.position});
  }
  std::string driver() const { return state.driver ? state.driver->name : "nobody"; }
  int at() const { return state.position.slide.h; }

  deck::Deck deck = test::deck_of({1, 1, 1, 1});
  State state = first_state(deck, 42);
};

bool is(const Decision& decision, Refusal refusal) {
  const auto* const refused = std::get_if<Refusal>(&decision);
  return refused && *refused == refusal;
}

TEST(Driver, IsNobodyAtFirstAndThenWhoeverMovedLast) {
  Room room;
  EXPECT_EQ(room.driver(), "nobody");
  room.next(lisa);
  EXPECT_EQ(room.driver(), "Lisa");
  room.next(omar);
  EXPECT_EQ(room.driver(), "Omar");
  room.next(operator_at_display());
  EXPECT_EQ(room.driver(), "the operator");
}

TEST(Driver, IsNotWhoMovedNothing) {
  Room room;
  room.next(lisa);
  room.ask(omar, SetBlack{true});
  room.ask(omar, SetBlack{false});
  room.ask(omar, StartTimer{std::chrono::minutes(5)});
  room.ask(omar, SetLock{false});
  room.next(show_itself());
  EXPECT_EQ(room.driver(), "Lisa");
  EXPECT_EQ(room.at(), 3);
}

TEST(Driver, WhoTookOverStaysWhoeverMoves) {
  Room room;
  room.next(lisa);
  room.ask(omar, TakeOver{});
  EXPECT_EQ(room.driver(), "Omar");
  room.next(lisa);
  EXPECT_EQ(room.at(), 3) << "nothing is locked";
  EXPECT_EQ(room.driver(), "Omar");
}

TEST(Driver, IsADeviceByAllItsConnections) {
  const Sender first{"first", "Lisa’s laptop", Role::controller, 3};
  const Sender second{"second", "Lisa’s laptop", Role::controller, 3};
  const Sender another{"first", "Omar’s phone", Role::controller, 4};
  Room room;
  room.ask(first, SetLock{true});
  room.next(second);
  EXPECT_EQ(room.at(), 2);
  EXPECT_TRUE(is(room.next(another), Refusal::not_driving)) << "whatever client id it chose";
  EXPECT_TRUE(is(room.next({"first", "Lisa", Role::controller}), Refusal::not_driving)) << "and is no device";
  room.ask(second, SetLock{false});
  EXPECT_FALSE(room.state.driver->is_locked);
}

TEST(Driver, HandsOverToSomebodyWhoMayDriveOnly) {
  Room room;
  room.next(lisa);
  EXPECT_TRUE(is(room.ask(lisa, HandOver{clerk}), Refusal::nobody_to_drive));
  EXPECT_TRUE(is(room.ask(lisa, HandOver{{"gone", {}, {}}}), Refusal::nobody_to_drive));
  EXPECT_EQ(room.driver(), "Lisa");
  room.ask(lisa, HandOver{omar});
  EXPECT_EQ(room.driver(), "Omar");
}

TEST(Driver, WhoLocksKeepsAllOthersFromMovingButNotTheTimer) {
  Room room;
  room.next(lisa);
  room.ask(lisa, SetLock{true});
  EXPECT_TRUE(is(room.next(omar), Refusal::not_driving));
  EXPECT_TRUE(is(room.ask(omar, SetBlack{true}), Refusal::not_driving));
  EXPECT_TRUE(is(room.ask(omar, TakeOver{}), Refusal::not_driving));
  EXPECT_TRUE(is(room.ask(omar, SetLock{false}), Refusal::not_driving));
  EXPECT_FALSE(is(room.ask(clerk, StartTimer{std::chrono::minutes(5)}), Refusal::not_driving));
  room.next(lisa);
  EXPECT_EQ(room.at(), 3);
  room.ask(lisa, SetLock{false});
  room.next(omar);
  EXPECT_EQ(room.at(), 4);
}

TEST(Driver, TakesTheLockAlongWhenItIsHandedOver) {
  Room room;
  room.ask(lisa, SetLock{true});
  EXPECT_EQ(room.driver(), "Lisa") << "who locks what nobody drives";
  room.ask(lisa, HandOver{omar});
  EXPECT_TRUE(is(room.next(lisa), Refusal::not_driving));
  room.next(omar);
  EXPECT_EQ(room.at(), 2);
}

TEST(Driver, OthersDoNotLockForThem) {
  Room room;
  room.next(lisa);
  EXPECT_TRUE(is(room.ask(omar, SetLock{true}), Refusal::not_driving));
  room.ask(console, SetLock{true});
  EXPECT_EQ(room.driver(), "Lisa") << "the operator locks for who drives";
  EXPECT_TRUE(is(room.next(omar), Refusal::not_driving));
}

TEST(Driver, DoesNotChangeWhenTheOperatorMovesWhatIsLocked) {
  Room room;
  room.next(lisa);
  room.ask(lisa, SetLock{true});
  room.next(operator_at_display());
  EXPECT_EQ(room.at(), 3);
  EXPECT_EQ(room.driver(), "Lisa");
}

/// What any of them may ask for at any time.
struct Asked {
  Sender sender;
  Command command;
};

Asked any(const Room& room) {
  const Step forward{Direction::next, room.deck.hash, room.state.position};
  const auto sender = *rc::gen::element(lisa, omar, console, operator_at_display(), show_itself());
  const auto command = *rc::gen::element<Command>(
      forward, Step{Direction::previous, room.deck.hash, room.state.position}, GoTo{{3, 0}},
      GoToEnd{End::first}, GoBack{}, SetBlack{true}, SetBlack{false}, SetFrozen{true}, SetFrozen{false},
      SetHolding{true}, SetHolding{false}, OpenDeck{1}, StartTimer{std::chrono::minutes(5)}, PauseTimer{},
      ResetTimer{}, TakeOver{}, HandOver{omar}, HandOver{lisa}, HandOver{clerk}, SetLock{true},
      SetLock{false});
  if (sender == show_itself()) return {sender, forward};
  return {sender, command};
}

Sender any_controller_but(const std::optional<Driver>& driver) {
  return driver && driver->client == lisa.client ? omar : lisa;
}

constexpr int command_count = 30;

RC_GTEST_PROP(Driver, OfALockedShowIsAloneToMoveItButForTheOperator, ()) {
  Room room;
  for (int i = 0; i < command_count; ++i) {
    const Asked asked = any(room);
    const State before = room.state;
    const Decision decision = room.ask(asked.sender, asked.command);
    if (asked.sender.role == Role::operator_) RC_ASSERT(!is(decision, Refusal::not_driving));
    State but_for_the_timer = room.state;
    but_for_the_timer.qa = before.qa;
    but_for_the_timer.revision = before.revision;
    if (is_locked_out(before, asked.sender)) RC_ASSERT(but_for_the_timer == before);
  }
}

RC_GTEST_PROP(Driver, ChangesOnlyToWhoAskedOrToWhomTheyNamed, ()) {
  Room room;
  for (int i = 0; i < command_count; ++i) {
    const Asked asked = any(room);
    const auto before = room.state.driver;
    room.ask(asked.sender, asked.command);
    const auto& after = room.state.driver;
    if (!after || (before && before->client == after->client)) continue;
    const auto* const hand_over = std::get_if<HandOver>(&asked.command);
    RC_ASSERT(after->client == (hand_over ? hand_over->to.client : asked.sender.client));
    RC_ASSERT(hand_over || !asked.sender.name.empty());
  }
}

RC_GTEST_PROP(Driver, OneSlideWhoeverPressesFromTheSamePlace, ()) {
  Room room;
  for (int i = 0; i < command_count; ++i) {
    const Asked asked = any(room);
    room.ask(asked.sender, asked.command);
  }
  const Step press{Direction::next, room.deck.hash, room.state.position};
  room.ask(lisa, press);
  const Position after = room.state.position;
  if (after != press.from) RC_ASSERT(!std::holds_alternative<State>(room.ask(omar, press)));
  RC_ASSERT(room.state.position == after);
}

RC_GTEST_PROP(Driver, CanAlwaysBeKeptFromMovingUnlessLockedByAnother, ()) {
  Room room;
  for (int i = 0; i < command_count; ++i) {
    const Asked asked = any(room);
    room.ask(asked.sender, asked.command);
  }
  room.ask(console, SetLock{true});
  RC_ASSERT(room.state.driver && room.state.driver->is_locked);
  RC_ASSERT(is_locked_out(room.state, any_controller_but(room.state.driver)));
  room.ask(operator_at_display(), SetLock{false});
  RC_ASSERT(!is_locked_out(room.state, lisa) && !is_locked_out(room.state, omar));
}

}  // namespace
}  // namespace lectern::session
