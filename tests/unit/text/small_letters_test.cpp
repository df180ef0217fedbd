#include "common/text/small_letters.h"

#include <gtest/gtest.h>

namespace lectern {
namespace {

TEST(SmallLetters, AreThoseOfEuropesAlphabets) {
  EXPECT_EQ(small_letters("CAFÉ Ångström ŁÓDŹ ŸPRES ŽUPA ȘTEFAN"), "café ångström łódź ÿpres župa ștefan");
  EXPECT_EQ(small_letters("ΑΘΉΝΑ ΌΨΗ МОСКВА ЁЛКА КИЇВ"), "αθήνα όψη москва ёлка київ");
  EXPECT_EQ(small_letters("İZMİR TIẾNG"), "izmir tiếng");
}

TEST(SmallLetters, LeaveEverythingElse) {
  for (const char* text : {"a.png × ÷ ß ı ĸ", "ألف 漢字 ✅ עברית", ""}) EXPECT_EQ(small_letters(text), text);
  EXPECT_EQ(small_letters("a\xff"), "a\uFFFD");
}

}  // namespace
}  // namespace lectern
