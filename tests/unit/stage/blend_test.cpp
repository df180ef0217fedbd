#include "presenter/stage/blend.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <vector>

namespace lectern::stage {
namespace {

int channel(std::uint32_t pixel, int shift) {
  return static_cast<int>(pixel >> shift & 0xff);
}

Pixmap pixmap_of(PixelSize size, const Pixels& pixels) {
  Pixmap made(size);
  made.pixels = pixels;
  return made;
}

/// Random and opaque, so wide that vectorised loops have a rest.
Pixmap any_opaque(PixelSize size) {
  const auto count = static_cast<std::size_t>(size.width * size.height);
  auto pixels = *rc::gen::container<Pixels>(count, rc::gen::arbitrary<std::uint32_t>());
  for (auto& pixel : pixels) pixel |= 0xff000000u;
  return pixmap_of(size, pixels);
}

RC_GTEST_PROP(CrossFade, IsTheWeightedMeanInTheLight, ()) {
  const PixelSize size{*rc::gen::inRange(1, 70), *rc::gen::inRange(1, 3)};
  const Pixmap below = any_opaque(size), above = any_opaque(size);
  const int blend = *rc::gen::inRange(0, 257), light = *rc::gen::inRange(0, 257);
  Pixmap out(size);
  cross_fade(canvas_of(out), below, above, blend, light);
  for (std::size_t i = 0; i < out.pixels.size(); ++i) {
    RC_ASSERT(out.pixels[i] >> 24 == 255u);
    for (const int shift : {0, 8, 16}) {
      const double mean = channel(below.pixels[i], shift) * (1 - blend / 256.0) +
                          channel(above.pixels[i], shift) * blend / 256.0;
      RC_ASSERT(std::abs(channel(out.pixels[i], shift) - mean * light / 256) <= 1.6);
    }
  }
}

RC_GTEST_PROP(CrossFade, EndsExactlyOnThePictureAbove, ()) {
  const PixelSize size{*rc::gen::inRange(1, 70), 2};
  const Pixmap below = any_opaque(size), above = any_opaque(size);
  Pixmap out(size);
  cross_fade(canvas_of(out), below, above, 256, 256);
  RC_ASSERT(out.pixels == above.pixels);
  cross_fade(canvas_of(out), below, above, 0, 256);
  RC_ASSERT(out.pixels == below.pixels);
}

TEST(Put, DrawsRowsApartOnAWiderCanvas) {
  const Pixmap picture = pixmap_of({2, 2}, {0xff000001, 0xff000002, 0xff000003, 0xff000004});
  Pixels memory(6, 9);
  put({memory.data(), 3, {2, 2}}, picture, 256);
  EXPECT_EQ(memory, (Pixels{0xff000001, 0xff000002, 9, 0xff000003, 0xff000004, 9}));
  put({memory.data(), 3, {2, 2}}, picture, 0);
  EXPECT_EQ(memory, (Pixels{0xff000000, 0xff000000, 9, 0xff000000, 0xff000000, 9}));
}

RC_GTEST_PROP(LayOver, IsPorterDuffOver, ()) {
  Pixmap out = any_opaque({5, 1});
  const Pixmap below = out;
  Pixmap overlay({5, 1});
  for (auto& pixel : overlay.pixels) {
    const auto alpha = *rc::gen::inRange<std::uint32_t>(0, 256);
    const auto part = [&] { return *rc::gen::inRange<std::uint32_t>(0, alpha + 1); };
    pixel = alpha << 24 | part() << 16 | part() << 8 | part();
  }
  const int opacity = *rc::gen::inRange(0, 257);
  lay_over(canvas_of(out), overlay, 0, 0, opacity);
  for (std::size_t i = 0; i < out.pixels.size(); ++i)
    for (const int shift : {0, 8, 16}) {
      const double factor = opacity / 256.0, alpha = channel(overlay.pixels[i], 24) / 255.0;
      const double expected =
          channel(overlay.pixels[i], shift) * factor + channel(below.pixels[i], shift) * (1 - alpha * factor);
      RC_ASSERT(std::abs(channel(out.pixels[i], shift) - expected) <= 1.0);
    }
}

TEST(LayOver, CutsWhatLiesOutside) {
  const Pixmap overlay = pixmap_of({3, 3}, Pixels(9, 0xffffffff));
  Pixmap out({4, 4});
  fill(canvas_of(out), 0xff000000);
  lay_over(canvas_of(out), overlay, -2, -2, 256);
  lay_over(canvas_of(out), overlay, 3, 3, 256);
  lay_over(canvas_of(out), overlay, 40, -40, 256);
  int white_count = 0;
  for (const auto pixel : out.pixels) white_count += pixel == 0xffffffff;
  EXPECT_EQ(white_count, 2);
  EXPECT_EQ(out.row(0)[0], 0xffffffff);
  EXPECT_EQ(out.row(3)[3], 0xffffffff);
}

TEST(LayOverScaled, DrawsItsMiddleOnThePointAndCutsWhatLiesOutside) {
  const Pixmap overlay = pixmap_of({2, 2}, {0xffff0000, 0xff00ff00, 0xff0000ff, 0xffffffff});
  Pixmap out({8, 8});
  fill(canvas_of(out), 0);
  lay_over_scaled(canvas_of(out), overlay, 2, 6, 2, 256);
  EXPECT_EQ(out.row(4)[0], 0xffff0000) << "a corner's outer half is the corner's colour";
  EXPECT_EQ(out.row(4)[3], 0xff00ff00);
  EXPECT_EQ(out.row(7)[0], 0xff0000ff);
  EXPECT_EQ(out.row(7)[3], 0xffffffff);
  EXPECT_EQ(out.row(3)[0], 0xff000000);
  EXPECT_EQ(out.row(4)[4], 0xff000000);
  lay_over_scaled(canvas_of(out), overlay, 4, 4, 100, 256);
  lay_over_scaled(canvas_of(out), overlay, -40, 4, 4, 256);
  lay_over_scaled(canvas_of(out), overlay, 4, 4, 0.001, 256);
}

RC_GTEST_PROP(LayOverScaled, AtItsOwnSizeIsLayOver, ()) {
  Pixmap overlay = any_opaque({33, 5});
  for (auto& pixel : overlay.pixels)
    if (pixel % 3 == 0) pixel = 0;
  const int opacity = *rc::gen::inRange(0, 257);
  const int x = *rc::gen::inRange(-40, 41), y = *rc::gen::inRange(-8, 9);
  Pixmap expected = any_opaque({41, 7}), out = expected;
  lay_over(canvas_of(expected), overlay, x, y, opacity);
  lay_over_scaled(canvas_of(out), overlay, x + 16.5, y + 2.5, 1, opacity);
  RC_ASSERT(out.pixels == expected.pixels);
}

RC_GTEST_PROP(LayOverScaled, StaysOnTheCanvasAndWithinThePicturesColours, ()) {
  const PixelSize size{*rc::gen::inRange(1, 40), *rc::gen::inRange(1, 9)};
  Pixmap overlay(size);
  std::fill(overlay.pixels.begin(), overlay.pixels.end(), 0xff808080u);
  Pixels memory(50 * 12, 9);
  const Canvas canvas{memory.data() + 55, 50, {40, 10}};
  const double scale = *rc::gen::inRange(1, 2000) / 100.0;
  lay_over_scaled(canvas, overlay, *rc::gen::inRange(-300, 300) / 4.0, *rc::gen::inRange(-90, 90) / 4.0,
                  scale, 256);
  for (std::size_t i = 0; i < memory.size(); ++i) {
    const bool is_on_canvas = i >= 55 && (i - 55) / 50 < 10 && (i - 55) % 50 < 40;
    RC_ASSERT(memory[i] == 9u || (is_on_canvas && memory[i] >= 0xff7f7f7fu && memory[i] <= 0xff808080u));
  }
}

TEST(Dim, TakesLightFromWhatIsThere) {
  Pixmap out = pixmap_of({2, 1}, {0xff804020, 0xffffffff});
  dim(canvas_of(out), 128);
  EXPECT_EQ(out.pixels, (Pixels{0xff402010, 0xff7f7f7f}));
  dim(canvas_of(out), 0);
  EXPECT_EQ(out.pixels, (Pixels{0xff000000, 0xff000000}));
}

TEST(Halved, IsTheMeanOfEveryFourPixels) {
  const Pixmap picture =
      pixmap_of({4, 2}, {0xff000000, 0xff000000, 0x80808080, 0, 0xff00ff00, 0xff00ff00, 0, 0});
  const Pixmap half = halved(picture);
  EXPECT_EQ(half.size, (PixelSize{2, 1}));
  EXPECT_EQ(half.pixels[0] & ~0x100u, 0xff007e00u);
  EXPECT_EQ(half.pixels[1], 0x20202020u);
}

TEST(Halved, OfAnOddSideTheLastIsAPixelOfItsOwn) {
  const Pixmap half = halved(pixmap_of({3, 1}, {0xff101010, 0xff101010, 0xff333333}));
  EXPECT_EQ(half.pixels, (Pixels{0xff101010, 0xff333333}));
}

TEST(PutDoubled, GoesSmoothlyFromOnePixelToTheNext) {
  const Pixmap half = pixmap_of({2, 1}, {0xff000000, 0xff646464});
  Pixmap out({4, 2});
  put_doubled(canvas_of(out), half);
  const Pixels row{0xff000000, 0xff191919, 0xff4b4b4b, 0xff646464};
  EXPECT_EQ(Pixels(out.pixels.begin(), out.pixels.begin() + 4), row);
  EXPECT_EQ(Pixels(out.pixels.begin() + 4, out.pixels.end()), row);
}

RC_GTEST_PROP(PutDoubled, OfAHalvedPictureStaysWithinItsShadesWhateverItsSize, ()) {
  const PixelSize size{*rc::gen::inRange(1, 40), *rc::gen::inRange(1, 6)};
  const Pixmap picture = any_opaque(size);
  Pixmap out(size);
  put_doubled(canvas_of(out), halved(picture));
  for (const int shift : {0, 8, 16}) {
    const auto shade = [&](std::uint32_t pixel) { return channel(pixel, shift); };
    const auto [darkest, lightest] = std::ranges::minmax(picture.pixels, {}, shade);
    for (const std::uint32_t pixel : out.pixels) {
      RC_ASSERT(pixel >> 24 == 255u);
      RC_ASSERT(shade(pixel) >= shade(darkest) && shade(pixel) <= shade(lightest));
    }
  }
}

TEST(Stretched, KeepsTheCorners) {
  const Pixmap picture = pixmap_of({2, 2}, {1, 2, 3, 4});
  const Pixmap large = stretched(picture, {7, 5});
  EXPECT_EQ(large.row(0)[0], 1u);
  EXPECT_EQ(large.row(0)[6], 2u);
  EXPECT_EQ(large.row(4)[0], 3u);
  EXPECT_EQ(large.row(4)[6], 4u);
  EXPECT_EQ(stretched(picture, {1, 1}).pixels, Pixels{1});
}

}  // namespace
}  // namespace lectern::stage
