#include "presenter/check/report.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "presenter/check/terminal.h"

namespace lectern::check {
namespace {

TEST(Excerpt, PointsAtItsColumn) {
  const auto [line, indent] = excerpt("![A map](x.jpg)", 10, 80);
  EXPECT_EQ(line, "![A map](x.jpg)");
  EXPECT_EQ(indent.size(), 9u);
}

TEST(Excerpt, CountsCellsNotCharacters) {
  EXPECT_EQ(excerpt("\u6f22\u5b57 x", 4, 80).indent.size(), 5u);
  EXPECT_EQ(excerpt("\u2705\tx", 3, 80).indent.size(), 3u);
  EXPECT_EQ(excerpt("e\u0301x", 3, 80).indent.size(), 1u);
}

TEST(Excerpt, CutsALongLineAroundItsColumn) {
  const std::string text = std::string(100, 'a') + "X" + std::string(100, 'b');
  const auto [line, indent] = excerpt(text, 101, 21);
  EXPECT_EQ(line, "\u2026aaaaaaaaaaXbbbbbbbb\u2026");
  EXPECT_EQ(indent.size(), 11u);
  EXPECT_EQ(excerpt(text, 1, 21).line, std::string(20, 'a') + "\u2026");
  EXPECT_EQ(excerpt(text, 201, 21).line, "\u2026" + std::string(20, 'b'));
}

TEST(Excerpt, OfAColumnBeyondTheLineIsItsEnd) {
  EXPECT_EQ(excerpt("ab", 99, 80).indent.size(), 2u);
  EXPECT_EQ(excerpt("", 1, 80).line, "");
}

TEST(Printable, LetsNothingThroughThatATerminalObeys) {
  EXPECT_EQ(printable("a\x1b[31m\tb\x07\u009b\u202ec\xff"), "a\uFFFD[31m b\uFFFD\uFFFD\uFFFDc\uFFFD");
  EXPECT_EQ(printable("caf\u00e9 \u2705 \u6f22"), "caf\u00e9 \u2705 \u6f22");
}

class AReport : public testing::Test {
 protected:
  deck::ReadDeck read = *deck::read_deck("# A\n\n---\n\n# B\u009b2J\n\nNote: one two\n");
  Source source{read.deck, read.text};
  Report report{"dir/slides.md",
                read.deck,
                source,
                {{deck::Code::slide_empty, {}, 5, 3, "it is \x1b[31mempty", "say something"},
                 {deck::Code::front_matter_value, "reveal-md.json", 1, 2, "no", "yes"}}};
};

TEST_F(AReport, ShowsTheLineWithACaret) {
  const std::string text = to_text(report, Colors::none, 80);
  EXPECT_TRUE(
      text.starts_with("dir/slides.md:5:3 slide-empty: it is \uFFFD[31mempty\n"
                       "    # B\uFFFD2J\n"
                       "      ^\n"
                       "    The audience looks at an empty screen and wonders what went wrong.\n"
                       "    Say something.\n"
                       "\n"
                       "dir/reveal-md.json:1:2 front-matter-value: no\n"))
      << text;
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
}

TEST_F(AReport, IsColouredWhereThatIsWanted) {
  EXPECT_NE(to_text(report, Colors::ansi, 80).find("\x1b[1mdir/slides.md:5:3\x1b[0m"), std::string::npos);
}

TEST_F(AReport, WithoutFindingsSaysSo) {
  report.findings.clear();
  EXPECT_EQ(to_text(report, Colors::none, 80), "No remarks: 2 slides, about 0 minutes of notes.\n");
}

TEST_F(AReport, NamesTheSlideInJson) {
  const auto json = boost::json::parse(to_json(report)).as_object();
  EXPECT_EQ(json.at("deck"), "dir/slides.md");
  const auto& finding = json.at("findings").at(0).as_object();
  EXPECT_EQ(finding.at("code"), "slide-empty");
  EXPECT_EQ(finding.at("line"), 5);
  EXPECT_EQ(finding.at("column"), 3);
  EXPECT_EQ(finding.at("slide"), "2");
  EXPECT_EQ(finding.at("remedy"), "say something");
  EXPECT_TRUE(json.at("findings").at(1).at("slide").is_null());
  EXPECT_EQ(json.at("findings").at(1).at("file"), "dir/reveal-md.json");
  EXPECT_TRUE(json.at("minutes").is_number());
}

}  // namespace
}  // namespace lectern::check
