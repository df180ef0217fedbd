#include "common/text/plain_letters.h"

#include <gtest/gtest.h>

namespace lectern {
namespace {

TEST(PlainLetters, HaveNoCapitalsAndNoAccents) {
  EXPECT_EQ(plain_letters("Tŷ Ŵyr Môn"), "ty wyr mon");
  EXPECT_EQ(plain_letters("ŁÓDŹ, Çağlar"), "lodz, caglar");
  EXPECT_EQ(plain_letters("Nguyễn Ẁ ẅ"), "nguyen w w");
}

TEST(PlainLetters, AnAccentThatStandsApartIsLeftOut) {
  EXPECT_EQ(plain_letters("Ty\u0302"), "ty");
}

TEST(PlainLetters, OtherScriptsStayAsTheyAre) {
  EXPECT_EQ(plain_letters("議會 – مجلس ×"), "議會 – مجلس ×");
  EXPECT_EQ(plain_letters("Совет"), "совет");
}

}  // namespace
}  // namespace lectern
