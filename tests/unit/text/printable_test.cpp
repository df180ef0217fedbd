#include "common/text/printable.h"

#include <gtest/gtest.h>

namespace lectern {
namespace {

TEST(Printable, WordsStayAsTheyAre) {
  EXPECT_EQ(printable("Siambr · Tŷ Mawr 🎤 مجلس"), "Siambr · Tŷ Mawr 🎤 مجلس");
}

TEST(Printable, WhatSteersATerminalIsDots) {
  EXPECT_EQ(printable("a\x1b[2Jb\r\n\x7f"), "a.[2Jb...");
  EXPECT_EQ(printable("\xc2\x9b"
                      "2J"),
            ".2J")
      << "an escape in one character";
  EXPECT_EQ(printable(std::string_view("\0", 1)), ".");
}

TEST(Printable, WhatTurnsTextRoundIsDots) {
  EXPECT_EQ(printable("abc\u202e321\u2069"), "abc.321.");
}

TEST(Printable, WhatIsNoTextIsReplaced) {
  EXPECT_EQ(printable("a\xff"), "a\ufffd");
}

}  // namespace
}  // namespace lectern
