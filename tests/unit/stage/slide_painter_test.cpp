#include "presenter/stage/slide_painter.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "presenter/stage/blend.h"
#include "tests/support/folder.h"
#include "tests/support/themes.h"
#include "tests/unit/stage/test_deck.h"

namespace lectern::stage {
namespace {

constexpr PixelSize small{160, 90};

SlidePainter painter(const std::filesystem::path& deck_folder = ".",
                     const typeset::Theme& theme = test::night()) {
  auto made = SlidePainter::create(deck_folder, LECTERN_FONT_DIR, theme);
  EXPECT_TRUE(made);
  return *std::move(made);
}

deck::Blocks hello() {
  deck::TextRun run;
  run.text = "Hello";
  return {{deck::Heading{1, {run}}}};
}

bool is_all(const Pixmap& frame, std::uint32_t color) {
  return std::ranges::all_of(frame.pixels, [&](std::uint32_t pixel) { return pixel == color; });
}

TEST(SlidePainter, AnEmptySlideIsItsBackground) {
  const auto deck = colored_deck(2);
  EXPECT_TRUE(is_all(painter().paint(*deck, 1, small), slide_color(1)));
}

TEST(SlidePainter, WithoutAColourOfItsOwnASlideHasTheThemes) {
  const auto deck = colored_deck(1);
  for (const char* color : {"", "linear-gradient(to right, red, blue)"}) {
    deck->slides[0].background.color = color;
    EXPECT_TRUE(is_all(painter().paint(*deck, 0, small), 0xff111111)) << color;
  }
}

TEST(SlidePainter, TextOnALightBackgroundIsDark) {
  const auto deck = colored_deck(1);
  deck->slides[0].content = hello();
  const auto has = [&](const Pixmap& frame, std::uint32_t pixel) {
    return std::ranges::find(frame.pixels, pixel) != frame.pixels.end();
  };
  constexpr PixelSize large{1920, 1080};
  deck->slides[0].background.color = "#eef";
  EXPECT_TRUE(has(painter().paint(*deck, 0, large), 0xff222222));
  deck->slides[0].background.color = "#112";
  EXPECT_TRUE(has(painter().paint(*deck, 0, large), 0xffeeeeee));
  EXPECT_TRUE(has(painter(".", test::theme("simple")).paint(*deck, 0, large), 0xffffffff));
}

TEST(SlidePainter, TheNumberStandsInTheLowerRightCornerOfTheBackground) {
  const auto deck = colored_deck(2);
  auto with = painter();
  const Pixmap plain = with.paint(*deck, 1, small);
  deck->settings.slide_number = deck::SlideNumber::number;
  const Pixmap numbered = with.paint(*deck, 1, small);
  int left = small.width, top = small.height;
  for (int y = 0; y < small.height; ++y)
    for (int x = 0; x < small.width; ++x)
      if (numbered.row(y)[x] != plain.row(y)[x]) left = std::min(left, x), top = std::min(top, y);
  EXPECT_GT(left, small.width * 9 / 10);
  EXPECT_LT(left, small.width);
  EXPECT_GT(top, small.height * 9 / 10);
  EXPECT_EQ(with.paint_background(*deck, 1, small).pixels, numbered.pixels);
  deck->slides[1].is_counted = false;
  EXPECT_EQ(with.paint(*deck, 1, small).pixels, plain.pixels);
}

TEST(SlidePainter, AMissingPictureLeavesTheColour) {
  const auto deck = colored_deck(1);
  deck->slides[0].background.images = {"nowhere.jpg"};
  EXPECT_TRUE(is_all(painter().paint(*deck, 0, small), slide_color(0)));
}

/// With a GIF of one white pixel.
void write_white(const test::Folder& folder, const char* name) {
  constexpr char white[] = "GIF89a\1\0\1\0\x80\0\0\xff\xff\xff\0\0\0,\0\0\0\0\1\0\1\0\0\2\2\x44\1\0;";
  folder.write(name, std::string(white, sizeof white - 1));
}

TEST(SlidePainter, APictureCoversTheColourByItsOpacity) {
  const test::Folder folder;
  write_white(folder, "white one.gif");
  const auto deck = colored_deck(1);
  deck::Background& background = deck->slides[0].background;
  background.images = {"white one.gif"};
  background.color = "#000";
  background.image_opacity = 0.5;
  const Pixmap frame = painter(folder.path()).paint(*deck, 0, small);
  EXPECT_TRUE(is_all(frame, 0xff808080)) << std::hex << frame.pixels[0];
}

TEST(SlidePainter, APictureIsVeiledForItsTextAloneInTheFrameAndInItsLayers) {
  const test::Folder folder;
  write_white(folder, "white.gif");
  const auto deck = colored_deck(2);
  for (deck::Slide& slide : deck->slides) slide.background = {.images = {"white.gif"}};
  deck->slides[1].content = hello();
  SlidePainter own = painter(folder.path());
  EXPECT_TRUE(is_all(own.paint_background(*deck, 1, small), 0xffffffff));
  deck->settings.is_legible = true;
  EXPECT_TRUE(is_all(own.paint_background(*deck, 0, small), 0xffffffff)) << "there is no text";
  Pixmap layers = own.paint_background(*deck, 1, small);
  EXPECT_LT(layers.pixels[0], 0xffa0a0a0);
  lay_over(canvas_of(layers), own.paint_content(*deck, 1, small, small, 0), 0, 0, 256);
  const Pixmap frame = own.paint(*deck, 1, small);
  EXPECT_EQ(layers.pixels[0], frame.pixels[0]);
  int worst = 0;
  for (std::size_t i = 0; i < frame.pixels.size(); ++i)
    worst = std::max(
        worst, std::abs(static_cast<int>(frame.pixels[i] & 255) - static_cast<int>(layers.pixels[i] & 255)));
  EXPECT_LE(worst, 2);
}

TEST(SlidePainter, WritesTheText) {
  const auto deck = colored_deck(1);
  deck->slides[0].content = hello();
  const Pixmap dark = painter().paint(*deck, 0, small);
  EXPECT_TRUE(std::ranges::count(dark.pixels, 0xffeeeeeeu) > 10);
  deck->slides[0].background.color = "#fff";
  const Pixmap light = painter().paint(*deck, 0, small);
  EXPECT_TRUE(std::ranges::count(light.pixels, 0xff222222u) > 10) << "dark text on a light ground";
}

TEST(SlidePainter, TellsTheBoxesWithoutDrawing) {
  const auto deck = colored_deck(1);
  deck->slides[0].content = hello();
  const auto boxes = painter().boxes(*deck, 0, small);
  ASSERT_EQ(boxes.size(), 1u);
  EXPECT_EQ(boxes[0].kind, "h1");
  EXPECT_EQ(boxes[0].text, "Hello");
}

}  // namespace
}  // namespace lectern::stage
