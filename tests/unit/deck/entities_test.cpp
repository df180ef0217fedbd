#include "common/deck/markup/entities.h"

#include <gtest/gtest.h>

#include "tests/unit/deck/read.h"

namespace lectern::deck {
namespace {

std::string in_text(std::string_view html) {
  return resolve_entities(html, ReferencesIn::text);
}

std::string in_attribute(std::string_view html) {
  return resolve_entities(html, ReferencesIn::attribute);
}

TEST(Entities, OldNamesStandWithoutTheirSemicolonAndNewOnesDoNot) {
  EXPECT_EQ(in_text("&copy 2024 &AMP&amp &eacute"), "© 2024 && é");
  EXPECT_EQ(in_text("&rarr &hellip &nosuch & &"), "&rarr &hellip &nosuch & &");
}

TEST(Entities, TheLongestNameThatAWordBeginsWithCounts) {
  EXPECT_EQ(in_text("&notin; &notit; &notin &copycat; &frac123"), "∉ ¬it; ¬in ©cat; ½3");
}

TEST(Entities, AnAddressInAnAttributeHoldsNone) {
  EXPECT_EQ(in_attribute("?a=1&copy=2&lt3&copy;=&copy &lt"), "?a=1&copy=2&lt3©=© <");
  EXPECT_EQ(in_text("?a=1&copy=2"), "?a=1©=2");
}

TEST(Entities, NumbersEndWhereTheirDigitsDo) {
  EXPECT_EQ(in_text("&#169 &#xA9; &#XA9x &#x; &#; &#y"), "© © ©x &#x; &#; &#y");
  EXPECT_EQ(in_text("&#0;&#xD800;&#99999999999999999999;"), "\uFFFD\uFFFD\uFFFD");
}

TEST(Entities, NumbersOfControlsAreThoseOfWindows) {
  EXPECT_EQ(in_text("&#146;&#x96;&#128;"), "’–€");
}

TEST(Entities, TextHasThemAndCodeAddressesAndEscapedOnesHaveNot) {
  EXPECT_EQ(plain_text(read_markdown("&copy 2024 <b>&notit;</b> ![&copy](a.png)"), Alternatives::include),
            "© 2024 ¬it; ©");
  EXPECT_EQ(plain_text(read_markdown("<p>&copy 2024</p>")), "© 2024");
  EXPECT_EQ(plain_text(read_markdown("`&copy; &copy 2024` \\&copy")), "&copy; &copy 2024 &copy");
  const Blocks link = read_markdown("https://x.org?a=1&copy=2");
  const auto& run = std::get<TextRun>(std::get<Paragraph>(link.at(0).content).content.at(0));
  EXPECT_EQ(run.text, run.href);
}

}  // namespace
}  // namespace lectern::deck
