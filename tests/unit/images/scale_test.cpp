#include "presenter/images/scale.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <cstdlib>
#include <vector>

namespace lectern::images {
namespace {

struct Picture {
  PixelSize size;
  int channels = 3;
  std::vector<std::uint8_t> samples;
  Rows rows() const {
    return {samples.data(), static_cast<std::size_t>(size.width * channels), size, channels};
  }
  Region all() const { return {0, 0, static_cast<double>(size.width), static_cast<double>(size.height)}; }
};

TEST(Scaled, AtItsOwnSizeIsThePictureItself) {
  const Picture picture{{2, 2}, 3, {1, 2, 3, 4, 5, 6, 7, 8, 9, 250, 251, 252}};
  EXPECT_EQ(scaled(picture.rows(), picture.all(), {2, 2}).pixels,
            (Pixels{0xff010203, 0xff040506, 0xff070809, 0xfffafbfc}));
}

/// IEC 61966-2-1
double light_of(double step) {
  const double value = step / 255;
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

TEST(Scaled, EveryStepOfColourIsItselfAgain) {
  for (int step = 0; step < 256; ++step) {
    const Picture picture{{2, 2}, 3, std::vector<std::uint8_t>(12, static_cast<std::uint8_t>(step))};
    const auto pixel = static_cast<std::uint32_t>(0xff000000 | step * 0x10101);
    EXPECT_EQ(scaled(picture.rows(), picture.all(), {1, 1}).pixels, Pixels{pixel});
  }
}

TEST(Scaled, DownIsTheMeanOfTheLightAndNotOfTheSteps) {
  Picture board{{8, 8}, 3, {}};
  for (int i = 0; i < 64; ++i) board.samples.insert(board.samples.end(), 3, (i + i / 8) % 2 == 0 ? 255 : 0);
  for (const std::uint32_t pixel : scaled(board.rows(), board.all(), {4, 4}).pixels)
    EXPECT_EQ(pixel, 0xffbcbcbc);
}

TEST(Scaled, DownCountsPixelsByTheAreaThatIsCovered) {
  const Picture picture{{3, 1}, 3, {0, 0, 0, 255, 255, 255, 0, 0, 0}};
  // A third of white light each.
  EXPECT_EQ(scaled(picture.rows(), picture.all(), {2, 1}).pixels,
            (Pixels{0xff9c9c9c, 0xff9c9c9c}));
}

TEST(Scaled, UpIsLinearBetweenTheCentres) {
  const Picture picture{{2, 1}, 3, {0, 0, 0, 255, 188, 0}};
  // A quarter and three quarters of full light and of half of it.
  EXPECT_EQ(scaled(picture.rows(), picture.all(), {4, 1}).pixels,
            (Pixels{0xff000000, 0xff896300, 0xffe1a500, 0xffffbc00}));
}

TEST(Scaled, ATransparentPixelsColourDoesNotBleed) {
  const Picture picture{{2, 1}, 4, {255, 0, 0, 0, 0, 255, 0, 255}};
  EXPECT_EQ(scaled(picture.rows(), picture.all(), {1, 1}).pixels, (Pixels{0x80008000}));
}

TEST(Scaled, TakesOnlyTheRegion) {
  const Picture picture{{4, 1}, 3, {9, 9, 9, 1, 1, 1, 2, 2, 2, 9, 9, 9}};
  EXPECT_EQ(scaled(picture.rows(), {1, 0, 2, 1}, {2, 1}).pixels,
            (Pixels{0xff010101, 0xff020202}));
}

int channel(std::uint32_t pixel, int c) {
  return static_cast<int>(pixel >> (16 - 8 * c) & 0xff);
}

RC_GTEST_PROP(Scaled, NeverGoesBeyondThePicturesOwnRange, ()) {
  const auto side = rc::gen::inRange(1, 40);
  Picture picture{{*side, *side}, 3, {}};
  const int low = *rc::gen::inRange(0, 256), high = *rc::gen::inRange(low, 256);
  picture.samples = *rc::gen::container<std::vector<std::uint8_t>>(
      static_cast<std::size_t>(picture.size.width * picture.size.height * 3),
      rc::gen::map(rc::gen::inRange(low, high + 1), [](int v) { return static_cast<std::uint8_t>(v); }));
  const auto out = scaled(picture.rows(), picture.all(), {*side, *side});
  for (const std::uint32_t pixel : out.pixels) {
    RC_ASSERT(pixel >> 24 == 255u);
    for (int c = 0; c < 3; ++c) RC_ASSERT(channel(pixel, c) >= low && channel(pixel, c) <= high);
  }
}

RC_GTEST_PROP(Scaled, DownKeepsTheLight, ()) {
  const int factor = *rc::gen::inRange(1, 9);
  Picture picture{{factor * *rc::gen::inRange(1, 6), factor * *rc::gen::inRange(1, 6)}, 3, {}};
  const auto count = static_cast<std::size_t>(picture.size.width * picture.size.height);
  picture.samples =
      *rc::gen::container<std::vector<std::uint8_t>>(count * 3, rc::gen::arbitrary<std::uint8_t>());
  const PixelSize small{picture.size.width / factor, picture.size.height / factor};
  const auto out = scaled(picture.rows(), picture.all(), small);
  double before = 0, after = 0;
  for (const std::uint8_t sample : picture.samples) before += light_of(sample);
  for (const std::uint32_t pixel : out.pixels)
    for (int c = 0; c < 3; ++c) after += light_of(channel(pixel, c));
  const double mean_before = before / static_cast<double>(count * 3);
  const double mean_after = after / static_cast<double>(out.pixels.size() * 3);
  RC_ASSERT(std::abs(mean_before - mean_after) < 0.005);  // half of the largest step
}

}  // namespace
}  // namespace lectern::images
