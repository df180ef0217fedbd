#include "common/typeset/css_color.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

namespace lectern::typeset {
namespace {

/// "ff8000" or "ff8000/0.5"; "-" for what is no colour.
std::string parsed(std::string_view text) {
  const auto color = parse_color(text);
  if (!color) return "-";
  char hex[32];
  const auto byte = [](double part) { return static_cast<unsigned>(std::lround(part * 255)); };
  std::snprintf(hex, sizeof hex, "%02x%02x%02x", byte(color->red), byte(color->green), byte(color->blue));
  return color->alpha == 1 ? hex : hex + std::string("/") + std::to_string(std::lround(color->alpha * 100));
}

TEST(CssColor, HasNamesInAnyCase) {
  EXPECT_EQ(parsed("red"), "ff0000");
  EXPECT_EQ(parsed(" RebeccaPurple "), "663399");
  EXPECT_EQ(parsed("aliceblue"), "f0f8ff");
  EXPECT_EQ(parsed("yellowgreen"), "9acd32");
  EXPECT_EQ(parsed("transparent"), "000000/0");
}

TEST(CssColor, HasFigures) {
  EXPECT_EQ(parsed("#369"), "336699");
  EXPECT_EQ(parsed("#FF8000"), "ff8000");
  EXPECT_EQ(parsed("#3690"), "336699/0");
  EXPECT_EQ(parsed("#ff800080"), "ff8000/50");
}

TEST(CssColor, HasFunctions) {
  EXPECT_EQ(parsed("rgb(255, 128, 0)"), "ff8000");
  EXPECT_EQ(parsed("RGBA(100%, 50%, 0%, .5)"), "ff8000/50");
  EXPECT_EQ(parsed("rgb(255 128 0 / 50%)"), "ff8000/50");
  EXPECT_EQ(parsed("hsl(120, 100%, 25%)"), "008000");
  EXPECT_EQ(parsed("hsl(-240deg 100% 25%)"), "008000");
  EXPECT_EQ(parsed("rgb(999, -5, 0)"), "ff0000") << "clamped";
}

TEST(CssColor, NothingElseIsOne) {
  for (const char* text : {"", "#", "#12", "#12345", "#ggg", "redd", "rgb(1,2)", "rgb(1,2,3,4,5)",
                           "rgb(a,b,c)", "rgb(1,2,3", "url(x)", "linear-gradient(red, blue)"})
    EXPECT_EQ(parsed(text), "-") << text;
}

}  // namespace
}  // namespace lectern::typeset
