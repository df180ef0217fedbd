#include "presenter/stage/css_color.h"

#include <gtest/gtest.h>

namespace lectern::stage {
namespace {

TEST(OpaquePixel, HasTheColoursBytes) {
  EXPECT_EQ(opaque_pixel({1, 0, 0.2, 0.5}), 0xffff0033u);
}

}  // namespace
}  // namespace lectern::stage
