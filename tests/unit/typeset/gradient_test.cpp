#include "common/typeset/gradient.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

namespace lectern::typeset {
namespace {

Pixmap drawn(const std::string& css, PixelSize size = {101, 51}) {
  Pixmap target(size);
  EXPECT_TRUE(draw_gradient(css, target)) << css;
  return target;
}

int red_at(const Pixmap& target, int x, int y) {
  return static_cast<int>(target.row(y)[x] >> 16 & 0xff);
}

TEST(Gradient, RunsDownwardsUnlessItSaysOtherwise) {
  const Pixmap down = drawn("linear-gradient(#000, #f00)");
  EXPECT_LT(red_at(down, 50, 0), 8);
  EXPECT_NEAR(red_at(down, 50, 25), 128, 3);
  EXPECT_GT(red_at(down, 0, 50), 247);
  EXPECT_EQ(red_at(down, 0, 20), red_at(down, 100, 20));
}

TEST(Gradient, RunsWhereItsDirectionPoints) {
  for (const char* right : {"to right", "90deg", "0.25turn", "100grad"}) {
    const Pixmap target = drawn("linear-gradient(" + std::string(right) + ", #000, #f00)");
    EXPECT_LT(red_at(target, 0, 25), 8) << right;
    EXPECT_GT(red_at(target, 100, 25), 247) << right;
    EXPECT_EQ(red_at(target, 30, 0), red_at(target, 30, 50)) << right;
  }
  const Pixmap corner = drawn("linear-gradient(to top right, #000, #f00)");
  EXPECT_LT(red_at(corner, 0, 50), 8);
  EXPECT_GT(red_at(corner, 100, 0), 247);
  EXPECT_NEAR(red_at(corner, 0, 0), 128, 4) << "the other corners lie in the middle";
  EXPECT_NEAR(red_at(corner, 100, 50), 128, 4);
}

TEST(Gradient, HasStopsWhereItSays) {
  const Pixmap target = drawn("linear-gradient(to right, #000 20%, #f00 20px 60%, #00f)");
  EXPECT_EQ(red_at(target, 10, 5), 0);
  EXPECT_EQ(red_at(target, 40, 5), 255);
  EXPECT_NEAR(red_at(target, 80, 5), 128, 8);
  EXPECT_NEAR(red_at(drawn("linear-gradient(to right, #000, #f00, #000)"), 50, 5), 255, 3);
}

TEST(Gradient, CanBeRound) {
  const Pixmap circle = drawn("radial-gradient(circle farthest-corner at center, #f00 0%, #000 100%)");
  EXPECT_GT(red_at(circle, 50, 25), 247);
  EXPECT_LT(red_at(circle, 0, 0), 8);
  EXPECT_NEAR(red_at(circle, 50, 0), 255 * (1 - 25.5 / std::hypot(50.5, 25.5)), 6);
  const Pixmap ellipse = drawn("radial-gradient(closest-side, #f00, #000)");
  EXPECT_NEAR(red_at(ellipse, 25, 25), 128, 4);
  EXPECT_NEAR(red_at(ellipse, 50, 12), 128, 6);
  EXPECT_EQ(red_at(ellipse, 0, 0), red_at(ellipse, 3, 3)) << "beyond the last stop is its colour";
  EXPECT_GT(red_at(drawn("radial-gradient(at left top, #f00, #000)"), 0, 0), 247);
}

TEST(Gradient, IsLaidOverWhatIsThere) {
  Pixmap target({4, 4});
  std::fill(target.pixels.begin(), target.pixels.end(), 0xff00ff00u);
  ASSERT_TRUE(draw_gradient("linear-gradient(transparent, transparent)", target));
  EXPECT_EQ(target.row(2)[2], 0xff00ff00u);
}

TEST(Gradient, ThatCannotBeReadIsNotDrawn) {
  for (const char* css :
       {"", "nonsense", "linear-gradient()", "linear-gradient(red)", "linear-gradient(red, nope)",
        "linear-gradient(to nowhere, red, blue)", "linear-gradient(red, blue", "conic-gradient(red, blue)",
        "radial-gradient(square, red, blue)", "repeating-linear-gradient(red, blue)",
        "linear-gradient(red 1%% , blue)", "radial-gradient(circle at 1 2 3, red, blue)"}) {
    EXPECT_FALSE(is_gradient(css)) << css;
  }
  EXPECT_TRUE(is_gradient(" linear-gradient(rgba(1, 2, 3, 0.5), hsl(20, 30%, 40%) 1e9px) "));
}

}  // namespace
}  // namespace lectern::typeset
