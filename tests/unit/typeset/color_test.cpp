#include "common/typeset/color.h"

#include <gtest/gtest.h>

namespace lectern::typeset {
namespace {

TEST(IsLight, DividesAtTheMiddle) {
  EXPECT_TRUE(is_light(rgb(0xffffff)));
  EXPECT_TRUE(is_light(rgb(0x808080)));
  EXPECT_FALSE(is_light(rgb(0x7f7f7f)));
  EXPECT_FALSE(is_light(rgb(0x0000ff)));
}

TEST(Over, MixesByAlphaToAnOpaqueColour) {
  const Color mixed = over(rgb(0xff0000, 0.25), rgb(0x0000ff));
  EXPECT_DOUBLE_EQ(mixed.red, 0.25);
  EXPECT_DOUBLE_EQ(mixed.green, 0);
  EXPECT_DOUBLE_EQ(mixed.blue, 0.75);
  EXPECT_EQ(mixed.alpha, 1);
}

}  // namespace
}  // namespace lectern::typeset
