#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

#include "tests/unit/deck/read.h"

namespace lectern::deck {
namespace {

std::string outline_of(std::string_view text) {
  return outline(read(text).deck);
}

TEST(Slides, AreSeparatedAsInRevealMdByDefault) {
  EXPECT_EQ(outline_of("a\n\n---\n\nb\n\n----\n\nc\n\n---\n\nd\n"), "1: a | 2.1: b | 2.2: c | 3: d");
}

TEST(Slides, StackBelowTheOneBeforeTheFirstVerticalSeparator) {
  EXPECT_EQ(outline_of("---\nseparator: ^-{3}\nverticalSeparator: ^\\+{3}\n---\na\n+++\nb\n+++\nc\n---\nd"),
            "1.1: a | 1.2: b | 1.3: c | 2: d");
}

TEST(Slides, AnEmptySlideIsASlide) {
  EXPECT_EQ(outline_of("---\nseparator: ^-{3}\n---\na\n---\n---\nb\n---\n"), "1: a | 2:  | 3: b | 4: ");
}

TEST(Slides, OfTwoUsualSeparatorsInARowTheSecondIsContent) {
  const Deck deck = read("a\n\n---\n---\n\nb").deck;
  ASSERT_EQ(deck.slides.size(), 2u);
  EXPECT_TRUE(std::holds_alternative<Rule>(deck.slides[1].content.at(0).content));
}

TEST(Slides, ATrailingSpaceKeepsTheUsualSeparatorFromSeparating) {
  EXPECT_EQ(read("a\n\n--- \n\nb").deck.slides.size(), 1u);
}

TEST(Slides, TheRestOfALongerRuleIsNoContent) {
  EXPECT_EQ(outline_of("---\nseparator: ^-{3}\n---\na\n-----  \nb"), "1: a | 2: b");
  EXPECT_EQ(outline_of("---\nseparator: ^-{3}\n---\na\n--- b"), "1: a | 2: b");
}

TEST(Slides, ATableHasNoSeparatorInIt) {
  EXPECT_EQ(outline_of("---\nseparator: ^-{3}\n---\n| a |\n|---|\n| b |"), "1: a b");
}

TEST(Slides, CodeIsNotCutAndTheAuthorIsTold) {
  const ReadDeck deck = read("a\n\n```yaml\n\n---\n\n```\n\n---\n\nb");
  EXPECT_EQ(outline(deck.deck), "1: a --- | 2: b");
  EXPECT_EQ(only_diagnostic(deck).line, 5);
}

TEST(Slides, AFenceThatIsNeverClosedEndsWithItsSlide) {
  EXPECT_EQ(outline_of("```\na\n\n---\n\nb"), "1: a | 2: b");
  EXPECT_EQ(outline_of("```\na\n\n---\n\n```js\nb\n```\n\n---\n\nc"), "1: a | 2: b | 3: c");
}

TEST(Slides, APatternThatCannotBeReadFallsBackToTheUsualOne) {
  const ReadDeck deck = read("---\nseparator: (?=x)---\n---\na\n\n---\n\nb");
  EXPECT_EQ(outline(deck.deck), "1: a | 2: b");
  EXPECT_EQ(only_diagnostic(deck).line, 2);
}

TEST(Slides, APatternThatMatchesNothingFallsBackToTheUsualOne) {
  const ReadDeck deck = read("---\nseparator: '-*'\n---\na--b\n\n---\n\nc");
  EXPECT_EQ(outline(deck.deck), "1: a--b | 2: c");
  EXPECT_EQ(only_diagnostic(deck).line, 2);
  EXPECT_EQ(outline_of("---\nseparator: \\b|--\n---\né--b"), "1: é | 2: b");
}

TEST(Slides, AreFoundHoweverFarApartTheyAre) {
  for (const std::size_t length : {60'000u, 65'530u, 65'535u, 65'536u, 65'540u, 200'000u}) {
    const Deck deck = read("x" + std::string(length, ' ') + "\n\n---\n\nb").deck;
    EXPECT_EQ(outline(deck), "1: x | 2: b") << length;
  }
}

TEST(Slides, AreAtMostSoMany) {
  std::string text = "x";
  for (std::size_t i = 0; i < max_slides; ++i) text += "\n\n---\n\nx";
  const ReadDeck deck = read(text);
  EXPECT_EQ(deck.deck.slides.size(), max_slides);
  EXPECT_EQ(only_diagnostic(deck).line, static_cast<int>(4 * max_slides - 1));
}

TEST(Slides, SayThatTheyHoldMoreTextThanCanBeShown) {
  EXPECT_TRUE(read("# a\n\n" + std::string(max_shown_text_bytes - 100, 'x')).diagnostics.empty());
  EXPECT_EQ(only_diagnostic(read("# a\n\n" + std::string(max_shown_text_bytes, 'x'))).code,
            Code::slide_too_long);
}

TEST(Slides, KnowTheirFirstLine) {
  const Deck deck = read("---\ntitle: T\n---\n\n# a\n\n---\n\nb").deck;
  EXPECT_EQ(deck.slides[0].line, 5);
  EXPECT_EQ(deck.slides[1].line, 9);
}

TEST(Slides, AreCalledByTheirHeadingElseTheirFirstWordsElseTheirPicture) {
  EXPECT_EQ(read("text\n\n## The *heading*").deck.slides[0].title, "The heading");
  EXPECT_EQ(read("- one\n- two\n\nmore").deck.slides[0].title, "one");
  EXPECT_EQ(read("| Parks | Target |\n|---|---|\n| Trees | 1,000 |").deck.slides[0].title, "Parks Target");
  EXPECT_EQ(read("![A leaflet](x.png)").deck.slides[0].title, "A leaflet");
  const std::string longest = read("# " + std::string(500, 'x')).deck.slides[0].title;
  EXPECT_EQ(longest, std::string(max_title_characters - 1, 'x') + "…");
}

TEST(ReadDeck, RefusesTextWithoutASlide) {
  for (const char* text : {"", "  \n\n", "---\ntitle: T\n---\n", "\xEF\xBB\xBF"})
    EXPECT_FALSE(read_deck(text)) << text;
}

TEST(ReadDeck, TakesWhatIsNotUtf8ForWindows1252AndSaysSo) {
  const ReadDeck deck = read(
      "# Caf\xE9 \x96 \x80"
      "5");
  EXPECT_EQ(deck.deck.slides[0].title, "Café – €5");
  EXPECT_EQ(only_diagnostic(deck).code, Code::encoding_converted);
}

TEST(ReadDeck, ReadsUtf16WithItsMark) {
  const ReadDeck deck = read(std::string_view("\xFF\xFE#\0 \0\xE9\0", 8));
  EXPECT_EQ(deck.deck.slides[0].title, "é");
  EXPECT_EQ(only_diagnostic(deck).code, Code::encoding_converted);
}

TEST(ReadDeck, RefusesWhatIsNoText) {
  const auto result = read_deck(std::string_view("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16));
  ASSERT_FALSE(result);
  EXPECT_FALSE(result.error().remedy.empty());
}

TEST(ReadDeck, RefusesWhatIsTooLarge) {
  EXPECT_FALSE(read_deck(std::string(max_file_bytes + 1, 'x')));
}

TEST(ReadDeck, HashesTheTextAsItWas) {
  EXPECT_NE(read("# a\r\n").deck.hash, read("# a\n").deck.hash);
  EXPECT_EQ(read("abc").deck.hash, "ba7816bf8f01cfea414140de5dae2223");  // FIPS 180-2 appendix B.1
}

RC_GTEST_PROP(ReadDeck, GivesEverySlideAnAddressThatFindsIt, ()) {
  const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
      "\n\n---\n\n", "\n\n----\n\n", "a", "```\n", "Note:", "\n", "<!--", "-->", "|-|"));
  std::string text = "x";
  for (const std::string& piece : pieces) text += piece;
  const Deck deck = read(text).deck;
  for (std::size_t i = 0; i < deck.slides.size(); ++i)
    RC_ASSERT(find_slide(deck, deck.slides[i].address) == i);
}

TEST(Slides, ALineThatLooksLikeASeparatorAndIsNoneIsNamed) {
  for (const char* line : {"+++", "++++", "—", "--", " ---", "---\u00A0", "--- ", "\u00A0---"})
    EXPECT_EQ(only_diagnostic(read(std::string("a\n\n") + line + "\n\nb\n")).code, Code::separator_missed)
        << line;
  for (const char* line : {"***", "- - -", "-----", "C++", "+", "a — b", "| --- |"})
    EXPECT_TRUE(read(std::string("a\n\n") + line + "\n\nb\n").diagnostics.empty()) << line;
  EXPECT_TRUE(read("Heading\n--\n").diagnostics.empty());
  EXPECT_TRUE(read("---\nseparator: ^={3}\n---\n\na\n\n+++\n\nb\n").diagnostics.empty());
}

TEST(Slides, ASeparatorInACommentIsNamedOnce) {
  const ReadDeck deck = read("a\n\n<!-- forgot\n\n---\n\nb\n\n---\n\nc --> d\n");
  EXPECT_EQ(outline(deck.deck), "1: a d");
  const Diagnostic diagnostic = only_diagnostic(deck);
  EXPECT_EQ(diagnostic.code, Code::separator_in_comment);
  EXPECT_EQ(diagnostic.line, 5);
  EXPECT_TRUE(read("a\n\n<!-- b\n\nc -->\n\n---\n\nd\n").diagnostics.empty());
}

TEST(Slides, ACommentInACommentIsNamed) {
  const ReadDeck deck = read("<!-- remember\n\ntext\n\n<!-- b -->\n\nc\n");
  EXPECT_EQ(outline(deck.deck), "1: c");
  EXPECT_EQ(only_diagnostic(deck).code, Code::comment_unclosed);
}

TEST(Slides, AreLeftOutWhereTheyComeToTooMuch) {
  std::string text;
  for (int i = 0; i < 50; ++i) text += "# a\n\n" + std::string(max_slide_bytes - 20, ' ') + "\n\n---\n\n";
  const ReadDeck deck = read(text);
  EXPECT_EQ(deck.deck.slides.size(), max_text_bytes / max_slide_bytes + 1);
  EXPECT_EQ(only_diagnostic(deck).code, Code::deck_too_long);
}

}  // namespace
}  // namespace lectern::deck
