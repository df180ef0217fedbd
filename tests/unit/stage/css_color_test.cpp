#include "presenter/stage/css_color.h"

#include <gtest/gtest.h>

namespace lectern::stage {
namespace {

TEST(OpaquePixel, HasTheColoursBytes) {
  EXPECT_EQ(opaque_pixel({1, 0, 0.2, 0.5}), 0xffff0033u);
}

TEST(IsLight, DividesAtTheMiddle) {
  EXPECT_TRUE(is_light({1, 1, 1, 1}));
  EXPECT_TRUE(is_light({128 / 255.0, 128 / 255.0, 128 / 255.0, 1}));
  EXPECT_FALSE(is_light({127 / 255.0, 127 / 255.0, 127 / 255.0, 1}));
  EXPECT_FALSE(is_light({0, 0, 1, 1}));
}

}  // namespace
}  // namespace lectern::stage
