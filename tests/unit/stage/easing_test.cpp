#include "presenter/stage/easing.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace lectern::stage {
namespace {

// What browsers compute for cubic-bezier(0.25, 0.1, 0.25, 1).
TEST(Ease, IsTheCurveOfCss) {
  EXPECT_NEAR(ease(0.1), 0.0948, 1e-3);
  EXPECT_NEAR(ease(0.25), 0.4085, 1e-3);
  EXPECT_NEAR(ease(0.5), 0.8024, 1e-3);
  EXPECT_NEAR(ease(0.75), 0.9604, 1e-3);
}

TEST(Ease, StaysAtItsEnds) {
  EXPECT_EQ(ease(-1), 0);
  EXPECT_EQ(ease(0), 0);
  EXPECT_EQ(ease(1), 1);
  EXPECT_EQ(ease(7), 1);
}

// What browsers compute for cubic-bezier(0.26, 0.86, 0.44, 0.985).
TEST(Glide, IsOffAtOnceAndLongInArriving) {
  EXPECT_EQ(glide(0), 0);
  EXPECT_NEAR(glide(0.1), 0.3040, 1e-3);
  EXPECT_NEAR(glide(0.25), 0.6375, 1e-3);
  EXPECT_NEAR(glide(0.5), 0.9004, 1e-3);
  EXPECT_EQ(glide(1), 1);
}

RC_GTEST_PROP(Ease, NeverGoesBack, ()) {
  const double a = *rc::gen::inRange(0, 1000) / 1000.0, b = *rc::gen::inRange(0, 1000) / 1000.0;
  RC_ASSERT((a <= b) == (ease(a) <= ease(b)));
}

}  // namespace
}  // namespace lectern::stage
