#include "presenter/stage/css_color.h"

#include <gtest/gtest.h>

namespace lectern::stage {
namespace {

TEST(HexColor, ReadsBothLengths) {
  EXPECT_EQ(opaque_pixel(parse_hex_color("#12aBff").value()), 0xff12abffu);
  EXPECT_EQ(opaque_pixel(parse_hex_color("#1af").value()), 0xff11aaffu);
}

TEST(HexColor, IsNothingElse) {
  for (const char* text : {"", "#", "red", "#12", "#12345", "#12345g", "#-12", "123456", "rgb(1,2,3)"})
    EXPECT_FALSE(parse_hex_color(text)) << text;
}

TEST(IsLight, DividesAtTheMiddle) {
  EXPECT_TRUE(is_light(*parse_hex_color("#fff")));
  EXPECT_TRUE(is_light(*parse_hex_color("#808080")));
  EXPECT_FALSE(is_light(*parse_hex_color("#7f7f7f")));
  EXPECT_FALSE(is_light(*parse_hex_color("#00f")));
}

}  // namespace
}  // namespace lectern::stage
