#include "presenter/stage/keys.h"

#include <SDL2/SDL_keycode.h>
#include <gtest/gtest.h>

namespace lectern::stage {
namespace {

using PointerKind = session::Pointer::Kind;

using namespace std::chrono_literals;
using session::Direction;

session::State state(bool black = false) {
  session::State made;
  made.deck = "00112233445566778899aabbccddeeff";
  made.position = {{3, 2}, 0};
  made.black = black;
  return made;
}

std::optional<Intent> press(SDL_Keycode key, int modifiers = KMOD_NONE, const session::State& at = state()) {
  return intent({key, static_cast<std::uint16_t>(modifiers), false}, at);
}

Intent step(Direction direction) {
  return session::Command(session::Step{direction, state().deck, state().position});
}

TEST(Keys, NextStepsFromWhereTheShowIs) {
  for (const SDL_Keycode key : {SDLK_n, SDLK_PAGEDOWN, SDLK_SPACE, SDLK_RIGHT, SDLK_DOWN, SDLK_j})
    EXPECT_EQ(press(key), step(Direction::next)) << SDL_Keycode(key);
}

TEST(Keys, PreviousStepsBack) {
  for (const SDL_Keycode key : {SDLK_p, SDLK_PAGEUP, SDLK_LEFT, SDLK_UP, SDLK_h, SDLK_k})
    EXPECT_EQ(press(key), step(Direction::previous)) << SDL_Keycode(key);
  EXPECT_EQ(press(SDLK_SPACE, KMOD_LSHIFT), step(Direction::previous));
}

TEST(Keys, HomeAndEndJump) {
  EXPECT_EQ(press(SDLK_HOME), Intent(session::Command(session::GoToEnd{session::End::first})));
  EXPECT_EQ(press(SDLK_END), Intent(session::Command(session::GoToEnd{session::End::last})));
}

TEST(Keys, ShiftWithAnArrowJumpsToAnEnd) {
  const auto jump = [](session::End end) { return Intent(session::Command(session::GoToEnd{end})); };
  EXPECT_EQ(press(SDLK_LEFT, KMOD_LSHIFT), jump(session::End::first));
  EXPECT_EQ(press(SDLK_UP, KMOD_RSHIFT), jump(session::End::first));
  EXPECT_EQ(press(SDLK_RIGHT, KMOD_LSHIFT), jump(session::End::last));
  EXPECT_EQ(press(SDLK_DOWN, KMOD_LSHIFT), jump(session::End::last));
  EXPECT_FALSE(press(SDLK_DOWN, KMOD_LSHIFT, state(true)));
}

TEST(Keys, BlackSaysTheOutcome) {
  for (const SDL_Keycode key : {SDLK_b, SDLK_v, SDLK_PERIOD, SDLK_SLASH}) {
    EXPECT_EQ(press(key), Intent(session::Command(session::SetBlack{true})));
    EXPECT_EQ(press(key, KMOD_NONE, state(true)), Intent(session::Command(session::SetBlack{false})));
  }
  EXPECT_FALSE(press(SDLK_SLASH, KMOD_LSHIFT)) << "a question mark";
}

TEST(Keys, WhileBlackOnlyStepsAndTheBlackKeysReachTheShow) {
  EXPECT_EQ(press(SDLK_PAGEDOWN, KMOD_NONE, state(true)), step(Direction::next));
  EXPECT_EQ(press(SDLK_PAGEUP, KMOD_NONE, state(true)), step(Direction::previous));
  EXPECT_FALSE(press(SDLK_HOME, KMOD_NONE, state(true)));
  EXPECT_FALSE(press(SDLK_END, KMOD_NONE, state(true)));
}

TEST(Keys, AHeldKeyActsOnce) {
  EXPECT_FALSE(intent({SDLK_PAGEDOWN, KMOD_NONE, true}, state()));
  EXPECT_FALSE(intent({SDLK_b, KMOD_NONE, true}, state()));
  EXPECT_FALSE(intent({SDLK_q, KMOD_LCTRL, true}, state()));
}

TEST(Keys, AClickersStartButtonDoesNoHarm) {
  EXPECT_FALSE(press(SDLK_F5));
  EXPECT_FALSE(press(SDLK_ESCAPE));
  EXPECT_FALSE(press(SDLK_F5, KMOD_LSHIFT));
}

TEST(Keys, TheOperatorsKeysWorkWhileBlackToo) {
  EXPECT_EQ(press(SDLK_f, KMOD_NONE, state(true)), Intent(Action::toggle_fullscreen));
  EXPECT_EQ(press(SDLK_d, KMOD_LCTRL, state(true)), Intent(Action::move_to_next_display));
  EXPECT_EQ(press(SDLK_q, KMOD_RCTRL, state(true)), Intent(Action::leave));
  EXPECT_EQ(press(SDLK_o, KMOD_NONE, state(true)), Intent(Action::open_side_panel));
  EXPECT_FALSE(press(SDLK_q));
  EXPECT_FALSE(press(SDLK_d));
}

TEST(Keys, WithControlOrAltAKeyMeansSomethingElse) {
  EXPECT_FALSE(press(SDLK_n, KMOD_LCTRL));
  EXPECT_FALSE(press(SDLK_b, KMOD_LALT));
  EXPECT_FALSE(press(SDLK_RIGHT, KMOD_RGUI));
}

TEST(Keys, ControlRShowsTheEditThatWaits) {
  session::State state;
  EXPECT_FALSE(intent({SDLK_r, KMOD_LCTRL, false}, state));
  state.edit = {"fedcba9876543210fedcba9876543210", "slide 2 changed"};
  const auto wanted = intent({SDLK_r, KMOD_LCTRL, false}, state);
  ASSERT_TRUE(wanted);
  EXPECT_EQ(std::get<session::Command>(*wanted), session::Command(session::TakeEdit{state.edit->deck}));
}

TEST(Keys, ControlFFreezesAndThaws) {
  session::State frozen = state(true);
  EXPECT_EQ(press(SDLK_f, KMOD_LCTRL, frozen), Intent(session::Command(session::SetFrozen{true})));
  frozen.frozen = session::Frozen{};
  EXPECT_EQ(press(SDLK_f, KMOD_LCTRL, frozen), Intent(session::Command(session::SetFrozen{false})));
}

TEST(Keys, ControlHPutsTheHoldingSlideUpAndTakesItAway) {
  session::State held = state();
  EXPECT_EQ(press(SDLK_h, KMOD_LCTRL, held), Intent(session::Command(session::SetHolding{true})));
  held.position.holding = session::Holding::after;
  EXPECT_EQ(press(SDLK_h, KMOD_LCTRL, held), Intent(session::Command(session::SetHolding{false})));
  EXPECT_EQ(press(SDLK_PAGEDOWN, KMOD_NONE, held),
            Intent(session::Command(session::Step{Direction::next, held.deck, held.position})));
}

TEST(Keys, ControlWithPageDownAndPageUpOpensTheDecksBesideTheOneThatIsShown) {
  session::State of_three = state();
  of_three.decks.resize(3);
  const auto opens = [](std::uint32_t number) { return Intent(session::Command(session::OpenDeck{number})); };
  EXPECT_EQ(press(SDLK_PAGEDOWN, KMOD_LCTRL, of_three), opens(2));
  EXPECT_FALSE(press(SDLK_PAGEUP, KMOD_LCTRL, of_three));
  of_three.deck_number = 3;
  EXPECT_FALSE(press(SDLK_PAGEDOWN, KMOD_LCTRL, of_three));
  EXPECT_EQ(press(SDLK_PAGEUP, KMOD_LCTRL, of_three), opens(2));
  EXPECT_FALSE(press(SDLK_PAGEDOWN, KMOD_LCTRL)) << "there is but one";
}

TEST(Keys, BackspaceGoesBackOnceSomebodyHasJumped) {
  session::State jumped = state();
  EXPECT_FALSE(press(SDLK_BACKSPACE, KMOD_NONE, jumped));
  jumped.back = session::Position{{1, 0}, 0};
  EXPECT_EQ(press(SDLK_BACKSPACE, KMOD_NONE, jumped), Intent(session::Command(session::GoBack{})));
  jumped.black = true;
  EXPECT_FALSE(press(SDLK_BACKSPACE, KMOD_NONE, jumped));
}

TEST(Keys, LSAndZTakeAPointerUpUnlessTheDisplayIsBlack) {
  EXPECT_EQ(press(SDLK_l), Intent(TogglePointer{PointerKind::laser}));
  EXPECT_EQ(press(SDLK_s), Intent(TogglePointer{PointerKind::spotlight}));
  EXPECT_EQ(press(SDLK_z), Intent(TogglePointer{PointerKind::zoom}));
  EXPECT_FALSE(press(SDLK_l, KMOD_NONE, state(true)));
  EXPECT_FALSE(press(SDLK_z, KMOD_LCTRL));
}

TEST(Keys, InTheSidePanelKeysMoveTheChoiceAndLettersAreText) {
  const auto in_panel = [](SDL_Keycode key, bool is_repeat = false) {
    return panel_key({key, KMOD_NONE, is_repeat});
  };
  EXPECT_EQ(in_panel(SDLK_DOWN), PanelKey::down);
  EXPECT_EQ(in_panel(SDLK_PAGEUP, true), PanelKey::page_up) << "held, it goes on";
  EXPECT_EQ(in_panel(SDLK_RETURN), PanelKey::enter);
  EXPECT_FALSE(in_panel(SDLK_RETURN, true));
  EXPECT_FALSE(in_panel(SDLK_n));
  EXPECT_FALSE(in_panel(SDLK_F5));
}

TEST(Keys, LocksChangeNothing) {
  EXPECT_EQ(press(SDLK_n, KMOD_NUM | KMOD_CAPS), step(Direction::next));
}

TEST(LeaveGuard, LeavesOnlyAtTheSecondPress) {
  LeaveGuard guard;
  EXPECT_FALSE(guard.press(Instant{10s}));
  EXPECT_EQ(guard.open_until(Instant{11s}), Instant{13s});
  EXPECT_TRUE(guard.press(Instant{12s}));
}

TEST(LeaveGuard, AsksAgainAfterThreeSeconds) {
  LeaveGuard guard;
  EXPECT_FALSE(guard.press(Instant{10s}));
  EXPECT_FALSE(guard.open_until(Instant{13s}));
  EXPECT_FALSE(guard.press(Instant{13s}));
  EXPECT_TRUE(guard.press(Instant{14s}));
}

}  // namespace
}  // namespace lectern::stage
