#include "presenter/stage/timer_overlay.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace lectern::stage {
namespace {

constexpr PixelSize full_hd{1920, 1080};

Pixmap digits() {
  auto typesetter = typeset::Typesetter::create(LECTERN_FONT_DIR);
  EXPECT_TRUE(typesetter);
  return paint_timer_digits(*typesetter, full_hd);
}

bool has_ink(const Pixmap& plate, std::uint32_t color) {
  return std::ranges::find(plate.pixels, color) != plate.pixels.end();
}

TEST(TimerPlate, IsLargeEnoughToReadFromTheBack) {
  const Pixmap plate = timer_plate({"15:00", false, false}, digits());
  EXPECT_GT(plate.size.height, full_hd.height / 10);
  EXPECT_LT(plate.size.height, full_hd.height / 5);
  EXPECT_LT(plate.size.width, full_hd.width / 3);
}

TEST(TimerPlate, KeepsItsWidthWhileTheDigitsChange) {
  const Pixmap made = digits();
  EXPECT_EQ(timer_plate({"1:11", false, false}, made).size, timer_plate({"8:48", false, false}, made).size);
}

TEST(TimerPlate, ShowsItsStateByColour) {
  const Pixmap made = digits();
  EXPECT_TRUE(has_ink(timer_plate({"4:59", false, false}, made), 0xffffffff));
  EXPECT_TRUE(has_ink(timer_plate({"+0:12", true, false}, made), 0xffff7666));
  EXPECT_FALSE(has_ink(timer_plate({"+0:12", true, false}, made), 0xffffffff));
  EXPECT_TRUE(has_ink(timer_plate({"4:59", false, true}, made), 0xffa8a8a8));
}

TEST(TimerPlate, IsPremultipliedWithRoundCorners) {
  const Pixmap plate = timer_plate({"1:02:03", false, true}, digits());
  EXPECT_EQ(plate.row(0)[0], 0u);
  for (const std::uint32_t pixel : plate.pixels)
    ASSERT_LE(std::max({pixel >> 16 & 0xff, pixel >> 8 & 0xff, pixel & 0xff}), pixel >> 24);
}

TEST(TimerPlate, CanBeMadeForTheSmallestDisplay) {
  auto typesetter = typeset::Typesetter::create(LECTERN_FONT_DIR);
  ASSERT_TRUE(typesetter);
  EXPECT_GT(timer_plate({"1:02:03", false, true}, paint_timer_digits(*typesetter, {1, 1})).size.width, 0);
}

}  // namespace
}  // namespace lectern::stage
