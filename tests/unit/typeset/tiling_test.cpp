#include "common/typeset/tiling.h"

#include <gtest/gtest.h>

namespace lectern::typeset {
namespace {

constexpr PixelSize display{200, 100};

Tiling tiling(TilingStyle style, PixelSize natural = {40, 40}) {
  const auto read = tiling_of(style, natural, display);
  EXPECT_TRUE(read.has_value());
  return read.value_or(Tiling{});
}

void expect_box(const Tiling& tiling, double x, double y, double width, double height) {
  EXPECT_DOUBLE_EQ(tiling.x, x);
  EXPECT_DOUBLE_EQ(tiling.y, y);
  EXPECT_DOUBLE_EQ(tiling.width, width);
  EXPECT_DOUBLE_EQ(tiling.height, height);
}

TEST(Tiling, CoversTheDisplayUnlessItSaysOtherwise) {
  expect_box(tiling({}), 0, -50, 200, 200);
  expect_box(tiling({.size = "cover", .position = "0 0", .repeat = ""}), 0, 0, 200, 200);
}

TEST(Tiling, HasTheSizeThatItSays) {
  expect_box(tiling({.size = "contain", .position = "", .repeat = ""}), 50, 0, 100, 100);
  expect_box(tiling({.size = "auto", .position = "", .repeat = ""}), 80, 30, 40, 40);
  expect_box(tiling({.size = "50%", .position = "", .repeat = ""}), 50, 0, 100, 100);
  expect_box(tiling({.size = "auto 20px", .position = "", .repeat = ""}), 90, 40, 20, 20);
  expect_box(tiling({.size = "100% 50%", .position = "", .repeat = ""}), 0, 25, 200, 50);
  expect_box(tiling({.size = "80px, cover", .position = "", .repeat = ""}), 60, 10, 80, 80);
}

TEST(Tiling, LiesWhereItSays) {
  const auto at = [](std::string_view position) {
    return tiling({.size = "40px", .position = position, .repeat = ""});
  };
  expect_box(at("right bottom"), 160, 60, 40, 40);
  expect_box(at("top"), 80, 0, 40, 40);
  expect_box(at("bottom left"), 0, 60, 40, 40);
  expect_box(at("25% 12px"), 40, 12, 40, 40);
}

TEST(Tiling, IsRepeatedAsItSays) {
  const auto repeated = [](std::string_view repeat) {
    const Tiling read = tiling({.size = "auto", .position = "", .repeat = repeat});
    return std::pair(read.repeats_across, read.repeats_down);
  };
  EXPECT_EQ(repeated(""), std::pair(false, false));
  EXPECT_EQ(repeated("repeat"), std::pair(true, true));
  EXPECT_EQ(repeated("repeat-x"), std::pair(true, false));
  EXPECT_EQ(repeated("no-repeat repeat"), std::pair(false, true));
}

TEST(Tiling, ThatCannotBeReadIsNone) {
  for (const char* size : {"covr", "10", "-5px", "1e9px", "cover cover", "1px 2px 3px", "0"})
    EXPECT_FALSE(tiling_of({.size = size, .position = "", .repeat = ""}, {40, 40}, display)) << size;
  for (const char* position : {"middle", "1 2", "left top 3px"})
    EXPECT_FALSE(tiling_of({.size = "", .position = position, .repeat = ""}, {40, 40}, display)) << position;
  EXPECT_FALSE(tiling_of({.size = "", .position = "", .repeat = "space"}, {40, 40}, display));
}

TEST(DrawTiles, FillsItsPlacesAndNoOthers) {
  Pixmap picture({2, 2});
  std::fill(picture.pixels.begin(), picture.pixels.end(), 0xffffffffu);
  Pixmap target({8, 6});
  draw_tiles(picture, {.x = 2, .y = 2, .width = 2, .height = 2}, 1, target);
  int white = 0;
  for (const auto pixel : target.pixels) white += pixel == 0xffffffffu;
  EXPECT_EQ(white, 4);
  EXPECT_EQ(target.row(2)[2], 0xffffffffu);
  draw_tiles(picture, {.x = 2, .y = 2, .width = 2, .height = 2, .repeats_across = true}, 0.5, target);
  EXPECT_NEAR(static_cast<int>(target.row(3)[7] >> 24), 128, 1);
  EXPECT_EQ(target.row(1)[0], 0u);
}

}  // namespace
}  // namespace lectern::typeset
