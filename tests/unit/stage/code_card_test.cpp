#include "presenter/stage/code_card.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace lectern::stage {
namespace {

constexpr std::uint32_t around = 0xff111111, paper = 0xffffffff, ink = 0xff000000, words = 0xffff0000;
constexpr PixelSize code_displays[] = {{1920, 1080}, {1024, 768}, {3840, 2160}, {320, 180}, {40, 30}};

qr::Code some_code() {
  return qr::encode(
             "http://192.168.1.20:7070/"
             "#v1.Y-65hlql4GqLOyjb9R5V1vqKX5_tcM32e86vrcE8uOg.ZpsVsPHyCxw-L854tH1BSA")
      .value();
}

int pixels_a_module(const Pixmap& card, const qr::Code& code) {
  return card.size.width / (code.side + 2 * qr::quiet_zone);
}

TEST(CodeCard, HasTheSameWholePixelsForEveryModuleAndALightQuietZone) {
  const qr::Code code = some_code();
  for (const PixelSize display : code_displays) {
    const Pixmap card = code_card(code, display);
    const int pixels = pixels_a_module(card, code);
    ASSERT_EQ(card.size, (PixelSize{pixels * (code.side + 8), pixels * (code.side + 8)}));
    for (int y = 0; y < card.size.height; ++y)
      for (int x = 0; x < card.size.width; ++x) {
        const int column = x / pixels - qr::quiet_zone, row = y / pixels - qr::quiet_zone;
        if (std::max({-column, -row, column - code.side + 1, row - code.side + 1}) > 2) continue;  // corners
        ASSERT_EQ(card.row(y)[x], code.is_dark(column, row) ? ink : paper) << column << ' ' << row;
      }
  }
}

TEST(CodeCard, TakesAThirdToTwoFifthsOfTheDisplaysHeight) {
  for (const PixelSize display : {code_displays[0], code_displays[1], code_displays[2]}) {
    const int height = code_card(some_code(), display).size.height;
    EXPECT_GE(height, display.height / 3);
    EXPECT_LE(height, display.height * 2 / 5);
  }
}

/// The rows from the first to the last that have a pixel of this colour; {0, 0}: none has.
struct Rows {
  int begin = 0, end = 0;
};
Rows rows_with(std::uint32_t color, const Pixmap& picture) {
  Rows rows;
  for (int y = 0; y < picture.size.height; ++y) {
    if (std::count(picture.row(y), picture.row(y) + picture.size.width, color) == 0) continue;
    if (rows.end == 0) rows.begin = y;
    rows.end = y + 1;
  }
  return rows;
}

/// A slide that says so much, in red, above a code.
Pixmap above_code(PixelSize display, PixelSize said_size, double scale = 1) {
  Pixmap picture(display), said(said_size);
  std::ranges::fill(picture.pixels, around);
  std::ranges::fill(said.pixels, words);
  draw_above_code(canvas_of(picture), said, scale, some_code());
  return picture;
}

TEST(AboveCode, WhatIsSaidStandsAboveTheCardWithTheSameRoomAllAround) {
  const Pixmap picture = above_code({1920, 1080}, {1200, 300});
  const Rows said = rows_with(words, picture), card = rows_with(paper, picture);
  EXPECT_EQ(said.end - said.begin, 300);
  EXPECT_NEAR(card.begin - said.end, said.begin, 2);
  EXPECT_NEAR(1080 - card.end, said.begin, 2);
  EXPECT_EQ(std::ranges::count(picture.pixels, words), 1200 * 300);
}

TEST(AboveCode, WhatIsTooHighShrinksToTheRoomThereIs) {
  const Pixmap picture = above_code({1920, 1080}, {1600, 1000});
  const Rows said = rows_with(words, picture), card = rows_with(paper, picture);
  EXPECT_GT(said.begin, 1080 / 40);
  EXPECT_GT(card.begin - said.end, 1080 / 40);
  EXPECT_GT(1080 - card.end, 1080 / 40);
  EXPECT_NEAR(said.end - said.begin, 558, 4) << "all the room that the card leaves";
}

TEST(AboveCode, WhatWasKeptAtHalfItsSizeIsAsLargeAsItWas) {
  const Pixmap picture = above_code({1920, 1080}, {600, 150}, 2);
  const Rows said = rows_with(words, picture);
  EXPECT_NEAR(said.end - said.begin, 300, 2);
}

TEST(AboveCode, OnTheSmallestDisplayWhatIsOutsideIsCut) {
  above_code({40, 30}, {20, 10});
}

}  // namespace
}  // namespace lectern::stage
