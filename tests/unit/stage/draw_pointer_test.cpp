#include "presenter/stage/draw_pointer.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace lectern::stage {
namespace {

using session::Pointer;
using PointerKind = session::Pointer::Kind;

constexpr PixelSize canvas_size{1600, 900};

std::uint32_t red_of(std::uint32_t pixel) {
  return pixel >> 16 & 255;
}
std::uint32_t blue_of(std::uint32_t pixel) {
  return pixel & 255;
}

/// A picture that is redder to the right and bluer further down.
Pixmap picture() {
  Pixmap made(canvas_size);
  for (int y = 0; y < canvas_size.height; ++y)
    for (int x = 0; x < canvas_size.width; ++x)
      made.row(y)[x] = 0xff000000u | static_cast<std::uint32_t>(x * 255 / (canvas_size.width - 1)) << 16 |
                       static_cast<std::uint32_t>(y * 255 / (canvas_size.height - 1));
  return made;
}

Pixmap plain(std::uint32_t pixel) {
  Pixmap made(canvas_size);
  std::ranges::fill(made.pixels, pixel);
  return made;
}

Pixmap drawn(const Pointer& pointer, Pixmap ground = picture()) {
  Pixmap scratch;
  draw_pointer(canvas_of(ground), pointer, scratch);
  return ground;
}

TEST(DrawPointer, NoneLeavesThePictureAsItIs) {
  EXPECT_EQ(drawn({}).pixels, picture().pixels);
}

TEST(DrawPointer, ALaserIsARedDotInAWhiteRingOnAnyGround) {
  for (const std::uint32_t ground : {0xff000000u, 0xffffffffu, 0xff2040c0u}) {
    const Pixmap frame = drawn({PointerKind::laser, 0.5f, 0.5f, 0}, plain(ground));
    EXPECT_EQ(frame.row(450)[800], 0xffff0000u);
    EXPECT_EQ(frame.row(450)[800 + 11], 0xffffffffu);
    EXPECT_EQ(frame.row(450)[800 + 16], ground);
    EXPECT_EQ(frame.row(450 + 16)[800], ground);
  }
}

TEST(DrawPointer, ALaserReachesEveryCorner) {
  for (const float x : {0.0f, 1.0f})
    for (const float y : {0.0f, 1.0f}) {
      const Pixmap frame = drawn({PointerKind::laser, x, y, 0}, plain(0xff000000u));
      EXPECT_EQ(frame.row(y > 0 ? 899 : 0)[x > 0 ? 1599 : 0], 0xffff0000u);
    }
}

TEST(DrawPointer, ASpotlightDarkensAllButItsCircle) {
  const Pixmap frame =
      drawn({PointerKind::spotlight, 0.5f, 0.5f, 0.2f}, plain(0xffc8c8c8u));  // a radius of 180
  EXPECT_EQ(frame.row(450)[800], 0xffc8c8c8u);
  EXPECT_EQ(frame.row(450)[800 + 160], 0xffc8c8c8u);
  EXPECT_EQ(frame.row(450 - 160)[800], 0xffc8c8c8u);
  const std::uint32_t edge = blue_of(frame.row(450)[800 + 180]);
  EXPECT_TRUE(edge > 80 && edge < 190) << edge;
  for (const std::uint32_t pixel : {frame.row(450)[800 + 200], frame.row(450 + 200)[800], frame.row(0)[0]})
    EXPECT_NEAR(blue_of(pixel), 0.35 * 0xc8, 1);
}

TEST(DrawPointer, ASpotlightAtAnEdgeIsCut) {
  const Pixmap frame = drawn({PointerKind::spotlight, 1, 0, 0.5f}, plain(0xffc8c8c8u));
  EXPECT_EQ(frame.row(0)[1599], 0xffc8c8c8u);
  EXPECT_NEAR(blue_of(frame.row(899)[0]), 70, 1);
}

TEST(DrawPointer, AZoomEnlargesWhatLiesAroundThePoint) {
  const Pixmap frame = drawn({PointerKind::zoom, 0.5f, 0.25f, 2});
  EXPECT_NEAR(red_of(frame.row(450)[800]), 127, 1) << "the point comes to the middle";
  EXPECT_NEAR(blue_of(frame.row(450)[800]), 64, 1);
  EXPECT_NEAR(red_of(frame.row(450)[0]), 64, 1);
  EXPECT_NEAR(red_of(frame.row(450)[1599]), 191, 1);
  EXPECT_NEAR(blue_of(frame.row(899)[800]), 127, 1);
}

TEST(DrawPointer, AZoomNeverLeavesThePicture) {
  for (const float factor : {1.25f, 3.3f, 4.0f}) {
    const Pixmap first = drawn({PointerKind::zoom, 0, 0, factor}),
                 last = drawn({PointerKind::zoom, 1, 1, factor});
    EXPECT_NEAR(red_of(first.row(0)[0]) + blue_of(first.row(0)[0]), 0, 1);
    EXPECT_NEAR(red_of(last.row(899)[1599]) + blue_of(last.row(899)[1599]), 2 * 255, 2);
    EXPECT_NEAR(red_of(last.row(899)[0]), 255 * (1 - 1 / factor), 2);
  }
}

}  // namespace
}  // namespace lectern::stage
