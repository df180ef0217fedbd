#include "presenter/pairing/desk.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace lectern::pairing {
namespace {

using session::Role;

Instant at(Duration since_start) {
  return Instant(since_start);
}
constexpr Instant start{};

bool has(const std::vector<Effect>& effects, const Effect& wanted) {
  return std::ranges::find(effects, wanted) != effects.end();
}

Proved by_pin(ConnectionId connection, std::uint32_t window = 1) {
  return {connection, Proved::By::pin, window, "Lisa's laptop", "amber river", {}};
}
Proved by_token(ConnectionId connection, std::uint32_t window = 1) {
  return {connection, Proved::By::token, window, "Omar's phone", "salmon table", {}};
}

Desk opened() {
  Desk desk;
  step(desk, Open{"04719382", {}}, start);
  return desk;
}

Desk with_lisa() {
  Desk desk = opened();
  step(desk, by_pin(7), start);
  step(desk, Accept{1, Role::controller, 1000}, start);
  return desk;
}

TEST(Desk, IsClosedUntilTheOperatorOpensIt) {
  Desk desk;
  EXPECT_EQ(step(desk, by_pin(7, 0), start), std::vector<Effect>{(Refuse{7, Refusal::closed})});
  EXPECT_EQ(step(desk, by_token(7, 0), start), std::vector<Effect>{(Refuse{7, Refusal::closed})});
  EXPECT_EQ(desk, Desk());
}

TEST(Desk, ClosesAfterThreeMinutes) {
  Desk desk = opened();
  EXPECT_TRUE(has(step(desk, by_pin(7), at(window_time - Duration(1))), Confirm{7}));
  EXPECT_TRUE(has(step(desk, by_pin(8), at(window_time)), Refuse{8, Refusal::closed}));
}

TEST(Desk, WhoKnowsThePinWaitsForTheOperatorAndIsLetInWithARole) {
  Desk desk = opened();
  EXPECT_TRUE(has(step(desk, by_pin(7), start), Confirm{7}));
  ASSERT_EQ(desk.asking.size(), 1u);
  EXPECT_EQ(desk.asking[0].words, "amber river");
  EXPECT_TRUE(desk.devices.empty());
  const auto effects = step(desk, Accept{1, Role::notes, 1000}, start);
  EXPECT_TRUE(has(effects, Admit{7, 1, Role::notes}));
  EXPECT_TRUE(has(effects, Keep{}));
  EXPECT_TRUE(desk.asking.empty());
  EXPECT_EQ(find(desk, 1)->role, Role::notes);
}

TEST(Desk, WhoIsDeclinedIsNoDevice) {
  Desk desk = opened();
  step(desk, by_pin(7), start);
  EXPECT_TRUE(has(step(desk, Decline{1}, start), Refuse{7, Refusal::declined}));
  EXPECT_TRUE(desk.asking.empty());
  EXPECT_TRUE(desk.devices.empty());
}

TEST(Desk, FiveFailuresCloseTheWindowAndItsPinIsWorthNothingAfterwards) {
  Desk desk = opened();
  for (ConnectionId i = 1; i <= 5; ++i)
    EXPECT_TRUE(has(step(desk, Failed{i, 1}, start), Refuse{i, Refusal::wrong}));
  EXPECT_EQ(desk.window, std::nullopt);
  EXPECT_TRUE(has(step(desk, by_pin(7), start), Refuse{7, Refusal::closed}));
  step(desk, Open{"55555555", {}}, start);
  EXPECT_TRUE(has(step(desk, by_pin(7), start), Refuse{7, Refusal::closed}))
      << "it was proved of the PIN before";
  EXPECT_TRUE(has(step(desk, by_pin(7, 2), start), Confirm{7}));
}

TEST(Desk, AFailureOfAnEarlierWindowDoesNotCountAgainstThisOne) {
  Desk desk = opened();
  step(desk, Open{"55555555", {}}, start);
  for (ConnectionId i = 1; i <= 10; ++i) step(desk, Failed{i, 1}, start);
  EXPECT_EQ(desk.window->failures, 0);
}

TEST(Desk, ATokenLetsOneIn) {
  Desk desk = opened();
  EXPECT_TRUE(has(step(desk, by_token(7), start), Confirm{7}));
  EXPECT_TRUE(has(step(desk, by_token(8), start), Refuse{8, Refusal::closed}));
  EXPECT_TRUE(has(step(desk, by_pin(9), start), Confirm{9})) << "the PIN is good for more";
}

TEST(Desk, ATokenIsOverAfterTwoMinutes) {
  Desk desk = opened();
  EXPECT_TRUE(has(step(desk, by_token(8), at(token_time)), Refuse{8, Refusal::closed}));
}

TEST(Desk, WhoLeavesAsksNoMore) {
  Desk desk = opened();
  step(desk, by_pin(7), start);
  EXPECT_TRUE(has(step(desk, Left{7}, start), Tell{}));
  EXPECT_TRUE(desk.asking.empty());
}

TEST(Desk, WhoGetsNoAnswerIsToldSo) {
  Desk desk = opened();
  step(desk, by_pin(7), start);
  EXPECT_TRUE(has(step(desk, Look{}, at(window_time)), Refuse{7, Refusal::unanswered}));
}

TEST(Desk, ClosingTurnsAwayWhoAsks) {
  Desk desk = opened();
  step(desk, by_pin(7), start);
  EXPECT_TRUE(has(step(desk, Close{}, start), Refuse{7, Refusal::declined}));
  EXPECT_EQ(desk.window, std::nullopt);
}

TEST(Desk, ManyMayNotAskAtOnce) {
  Desk desk = opened();
  for (ConnectionId i = 1; i <= max_asking; ++i) EXPECT_TRUE(has(step(desk, by_pin(i), start), Confirm{i}));
  EXPECT_TRUE(has(step(desk, by_token(99), start), Refuse{99, Refusal::busy}));
  EXPECT_TRUE(desk.window->invitation) << "it was not used";
}

TEST(Desk, ARevokedDeviceIsExpelledAndForgotten) {
  Desk desk = with_lisa();
  const auto effects = step(desk, Revoke{1}, start);
  EXPECT_TRUE(has(effects, Expel{1}));
  EXPECT_TRUE(has(effects, Keep{}));
  EXPECT_EQ(find(desk, 1), nullptr);
}

TEST(Desk, WhereTheCodeIsShownIsKnownForAsLongAsItIsGood) {
  const session::OpenPairing asked{true, "10.0.0.5"};
  Desk desk;
  step(desk, Open{"04719382", {}, asked}, start);
  EXPECT_EQ(desk.window->invitation->asked, asked);
  step(desk, Look{}, at(token_time - Duration(1)));
  EXPECT_TRUE(desk.window->invitation);
  step(desk, Look{}, at(token_time));
  EXPECT_FALSE(desk.window->invitation);
  step(desk, Open{"04719382", {}, asked}, start);
  step(desk, by_token(7, 2), start);
  EXPECT_FALSE(desk.window->invitation) << "it was used";
  step(desk, Open{"04719382", {}}, start);
  EXPECT_FALSE(desk.window->invitation->asked.is_on_stage) << "another window, not asked for there";
}

TEST(Desk, ANumberIsNotUsedTwice) {
  Desk desk = with_lisa();
  step(desk, Revoke{1}, start);
  step(desk, by_pin(8), start);
  EXPECT_EQ(desk.asking[0].number, 2u);
  Desk later = desk_with({{3, "Lisa's laptop", Role::controller, true, 0, {}}}, 5);
  step(later, Open{"04719382", {}}, start);
  step(later, by_pin(8), start);
  EXPECT_EQ(later.asking[0].number, 6u);
}

TEST(Desk, DevicesAreRenamedAndPinned) {
  Desk desk = with_lisa();
  EXPECT_TRUE(has(step(desk, Rename{1, "Lisa"}, start), Keep{}));
  EXPECT_TRUE(has(step(desk, Pin{1, true}, start), Keep{}));
  EXPECT_EQ(find(desk, 1)->name, "Lisa");
  EXPECT_TRUE(find(desk, 1)->is_pinned);
}

TEST(Desk, WhenTheSessionEndsOnlyPinnedDevicesStay) {
  Desk desk = with_lisa();
  step(desk, by_pin(8), start);
  step(desk, Accept{2, Role::controller, 1000}, start);
  step(desk, Pin{2, true}, start);
  EXPECT_TRUE(has(step(desk, End{}, start), Keep{}));
  EXPECT_EQ(find(desk, 1), nullptr);
  EXPECT_NE(find(desk, 2), nullptr);
}

TEST(Desk, WhatIsAskedOfADeviceThatIsNotThereCannotBe) {
  using namespace session;
  Desk desk = with_lisa();
  for (const PairingCommand& command :
       {PairingCommand(AcceptDevice{3, Role::notes}), PairingCommand(DeclineDevice{3}),
        PairingCommand(RevokeDevice{3}), PairingCommand(RenameDevice{3, "x"}),
        PairingCommand(PinDevice{3, true}), PairingCommand(AcceptDevice{1, Role::notes})})
    EXPECT_EQ(objection(desk, command), PairingTrouble::no_such_device);
  for (const Event& event : {Event(Accept{3, Role::notes, 0}), Event(Decline{3}), Event(Revoke{3}),
                             Event(Rename{3, "x"}), Event(Pin{3, true})})
    EXPECT_EQ(step(desk, event, start), std::vector<Effect>());
  EXPECT_EQ(objection(desk, RevokeDevice{1}), std::nullopt);
  EXPECT_EQ(objection(desk, OpenPairing{}), std::nullopt);
}

TEST(Desk, ThereAreOnlySoManyDevices) {
  Desk desk = opened();
  for (DeviceNumber number = 1; number <= max_devices; ++number) {
    step(desk, by_pin(number), start);
    EXPECT_EQ(objection(desk, session::AcceptDevice{number, Role::notes}), std::nullopt);
    step(desk, Accept{number, Role::notes, 0}, start);
  }
  step(desk, by_pin(99), start);
  EXPECT_EQ(objection(desk, session::AcceptDevice{max_devices + 1, Role::notes}),
            session::PairingTrouble::too_many_devices);
}

TEST(Desk, WhenNobodyComesForFifteenSecondsTheOperatorIsToldOnce) {
  Desk desk = opened();
  EXPECT_EQ(next_look(desk), at(advice_time));
  EXPECT_TRUE(has(step(desk, Look{}, at(advice_time)), Tell{}));
  EXPECT_TRUE(desk.window->is_unanswered);
  EXPECT_EQ(next_look(desk), at(token_time));
  EXPECT_TRUE(has(step(desk, Came{}, at(advice_time)), Tell{}));
  EXPECT_FALSE(desk.window->is_unanswered);
}

TEST(Desk, WhoComesInTimeSparesTheOperatorTheAdvice) {
  Desk desk = opened();
  step(desk, Came{}, start);
  EXPECT_EQ(next_look(desk), at(token_time));
  step(desk, Look{}, at(advice_time));
  EXPECT_FALSE(desk.window->is_unanswered);
}

// Who guesses is let guess five times a PIN, however often they try and however often the operator opens
// again.
TEST(Desk, AHundredThousandTriesAreFiveGuessesAWindow) {
  Desk desk;
  int told_wrong = 0;
  constexpr int windows = 20;
  for (int tries = 0; tries < 100'000; ++tries) {
    if (tries % (100'000 / windows) == 0) step(desk, Open{"04719382", {}}, start);
    told_wrong += has(step(desk, Failed{7, desk.window_count}, start), Refuse{7, Refusal::wrong});
  }
  EXPECT_EQ(told_wrong, windows * max_failures);
}

}  // namespace
}  // namespace lectern::pairing
