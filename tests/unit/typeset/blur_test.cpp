#include "common/typeset/blur.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>

namespace lectern::typeset {
namespace {

constexpr int side = 65, middle = 32;

/// A square of 9 pixels a side in the middle, blurred.
Pixmap square(double deviation) {
  Pixmap shape({side, side});
  for (int y = middle - 4; y <= middle + 4; ++y)
    for (int x = middle - 4; x <= middle + 4; ++x) shape.row(y)[x] = 0xff123456;
  blur_alpha(shape, deviation);
  return shape;
}

int alpha(const Pixmap& shape, int x, int y) {
  return static_cast<int>(shape.row(y)[x] >> 24);
}

TEST(Blur, IsNearlyAGaussian) {
  for (const double deviation : {2.0, 3.0, 4.5}) {
    const Pixmap blurred = square(deviation);
    const auto share = [&](double from, double to) {  // of a Gaussian, between two places
      const auto below = [&](double at) { return 0.5 * std::erfc(-at / deviation / std::sqrt(2.0)); };
      return below(to) - below(from);
    };
    for (int x = middle; x < side; ++x) {
      const double expected = 255 * share(x - middle - 4.5, x - middle + 4.5) * share(-4.5, 4.5);
      EXPECT_NEAR(alpha(blurred, x, middle), expected, 12) << deviation << " at " << x;
    }
  }
}

TEST(Blur, IsTheSameToAllSides) {
  for (const double deviation : {0.5, 1.0, 2.4, 3.1}) {
    const Pixmap blurred = square(deviation);
    for (int i = 1; i <= middle; ++i) {
      EXPECT_NEAR(alpha(blurred, middle - i, middle), alpha(blurred, middle + i, middle), 1);
      EXPECT_NEAR(alpha(blurred, middle, middle - i), alpha(blurred, middle + i, middle), 1);
    }
  }
}

TEST(Blur, ReachesNoFartherThanItSays) {
  const Pixmap blurred = square(3);
  const int edge = middle + 4 + blur_reach(3);
  for (int x = edge + 1; x < side; ++x) EXPECT_EQ(alpha(blurred, x, middle), 0);
  EXPECT_GT(alpha(blurred, middle + 6, middle), 0);
}

}  // namespace
}  // namespace lectern::typeset
