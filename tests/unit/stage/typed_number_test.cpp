#include "presenter/stage/typed_number.h"

#include <SDL2/SDL_keycode.h>
#include <gtest/gtest.h>

namespace lectern::stage {
namespace {

using namespace std::chrono_literals;

class Typed : public testing::Test {
 protected:
  /// The number that the last of the keys ends.
  std::optional<std::size_t> press(std::initializer_list<SDL_Keycode> keys, int modifiers = KMOD_NONE) {
    std::optional<std::size_t> number;
    for (const SDL_Keycode key : keys)
      number = typed_.press({key, static_cast<std::uint16_t>(modifiers), false}, now_);
    return number;
  }

  TypedNumber typed_;
  Instant now_{10s};
};

TEST_F(Typed, EnterEndsANumber) {
  EXPECT_FALSE(press({SDLK_1}));
  EXPECT_FALSE(press({SDLK_2}));
  EXPECT_EQ(press({SDLK_RETURN}), 12u);
  EXPECT_FALSE(press({SDLK_RETURN})) << "it is used up";
}

TEST_F(Typed, TheKeypadCountsToo) {
  EXPECT_EQ(press({SDLK_KP_1, SDLK_KP_0, SDLK_KP_ENTER}), 10u);
  EXPECT_EQ(press({SDLK_7}, KMOD_NUM), std::nullopt);
  EXPECT_EQ(press({SDLK_RETURN}, KMOD_NUM | KMOD_CAPS), 7u);
}

TEST_F(Typed, EachDigitWaitsThreeSeconds) {
  press({SDLK_1});
  now_ += 2999ms;
  press({SDLK_2});
  now_ += 2999ms;
  EXPECT_EQ(press({SDLK_RETURN}), 12u);
  press({SDLK_1});
  now_ += 3s;
  EXPECT_FALSE(press({SDLK_RETURN}));
  press({SDLK_1});
  now_ += 3s;
  EXPECT_EQ(press({SDLK_2, SDLK_RETURN}), 2u);
}

TEST_F(Typed, AnyOtherKeyForgetsIt) {
  EXPECT_FALSE(press({SDLK_1, SDLK_PAGEDOWN, SDLK_RETURN}));
  EXPECT_FALSE(press({SDLK_1, SDLK_PERIOD, SDLK_RETURN}));
}

TEST_F(Typed, WithAModifierADigitIsNone) {
  press({SDLK_1}, KMOD_LCTRL);
  EXPECT_FALSE(press({SDLK_RETURN}));
  EXPECT_FALSE(press({SDLK_0, SDLK_RETURN})) << "no slide has that number";
}

TEST_F(Typed, AHeldKeyIsOneDigit) {
  press({SDLK_1});
  typed_.press({SDLK_1, KMOD_NONE, true}, now_);
  EXPECT_EQ(press({SDLK_RETURN}), 1u);
}

TEST_F(Typed, TooManyDigitsAreNoSlide) {
  for (int i = 0; i < 100; ++i) press({SDLK_9});
  EXPECT_EQ(press({SDLK_RETURN}), 99'999u);
}

}  // namespace
}  // namespace lectern::stage
