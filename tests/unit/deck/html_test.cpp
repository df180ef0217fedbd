// HTML inside Markdown: what is understood, what only its text remains of, what is shown as it stands.
#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "tests/unit/deck/read.h"

namespace lectern::deck {
namespace {

template <class Content>
const Content& block(const Blocks& blocks, std::size_t index) {
  return std::get<Content>(blocks.at(index).content);
}

const TextRun& run(const Inlines& inlines, std::size_t index) {
  return std::get<TextRun>(inlines.at(index));
}

TextRun only_run(std::string_view markdown) {
  const Inlines all = block<Paragraph>(read_markdown(markdown), 0).content;
  EXPECT_EQ(all.size(), 1u) << markdown;
  return run(all, 0);
}

TEST(Html, TagsInALineStyleTheirText) {
  EXPECT_TRUE(only_run("<b>x</b>").strong);
  EXPECT_TRUE(only_run("<I>x</I>").emphasis);
  EXPECT_TRUE(only_run("<u>x</u>").underline);
  EXPECT_TRUE(only_run("<s>x</s>").strike);
  EXPECT_TRUE(only_run("<mark>x</mark>").mark);
  EXPECT_TRUE(only_run("<kbd>x</kbd>").keyboard);
  EXPECT_TRUE(only_run("<code>x</code>").code);
  EXPECT_EQ(only_run("<sub>x</sub>").baseline, Baseline::sub);
  EXPECT_EQ(only_run("<sup>x</sup>").baseline, Baseline::super);
  EXPECT_DOUBLE_EQ(only_run("<small>x</small>").size, 0.6);
  EXPECT_EQ(only_run("<a href=\"#/2\">x</a>").href, "#/2");
  EXPECT_EQ(only_run("<q>x</q>").text, "“x”");
}

TEST(Html, StylesGiveColourSizeWeightSlantAndDecoration) {
  const TextRun styled = only_run(
      "<span style=\"color: rgb(1, 2, 3); font-size: 20px; font-weight:700; font-style:italic; "
      "text-decoration: underline line-through\">x</span>");
  EXPECT_EQ(styled.color, "rgb(1, 2, 3)");
  EXPECT_DOUBLE_EQ(styled.size, 0.5);
  EXPECT_TRUE(styled.strong && styled.emphasis && styled.underline && styled.strike);
  EXPECT_EQ(only_run("<font color=red size=6>x</font>").color, "red");
  EXPECT_DOUBLE_EQ(only_run("<span style='font-size:50%'><span style='font-size:3em'>x</span></span>").size,
                   1.5);
  EXPECT_FALSE(only_run("**<span style='font-weight:normal'>x</span>**").strong);
}

TEST(Html, FormattingThatIsNotClosedGoesOnUntilItsEndTag) {
  const Blocks blocks = read_markdown("a <b><small>b\n\n## c\n\n- d</b> e");
  EXPECT_TRUE(run(block<Heading>(blocks, 1).content, 0).strong);
  EXPECT_DOUBLE_EQ(run(block<Heading>(blocks, 1).content, 0).size, 0.6);
  const Inlines& item = block<Plain>(block<List>(blocks, 2).items.at(0).blocks, 0).content;
  EXPECT_TRUE(run(item, 0).strong);
  EXPECT_FALSE(run(item, 1).strong);
  EXPECT_DOUBLE_EQ(run(item, 1).size, 0.6);
}

TEST(Html, FormattingThatIsClosedBeforeItGoesOnEndsThere) {
  for (const char* markdown : {"<b>a\n\n</b>b", "**<b>a** b</b>\n\nb", "<i><b>a</i></b>\n\nb"})
    EXPECT_FALSE(run(block<Paragraph>(read_markdown(markdown), 1).content, 0).strong) << markdown;
}

TEST(Html, FormattingThatIsNotClosedInACellEndsWithIt) {
  const Blocks blocks = read_markdown("<i>a\n\n| b <b>b |\n|---|\n| c </i> |\n\nd");
  const Table& table = block<Table>(blocks, 1);
  EXPECT_TRUE(run(table.header.at(0).at(0), 0).emphasis);
  EXPECT_FALSE(run(table.body.at(0).at(0), 0).strong);
  EXPECT_TRUE(run(block<Paragraph>(blocks, 2).content, 0).emphasis);
}

TEST(Html, OtherElementsEndWithTheirParagraphAndSoDoFragments) {
  const TextRun plain = only_run("b");
  for (const char* tag : {"<mark>", "<span style='color:red'>", "<a href='#/2'>", "<b class=fragment>"}) {
    const Blocks blocks = read_markdown(tag + std::string("a\n\nb"));
    EXPECT_EQ(run(block<Paragraph>(blocks, 1).content, 0), plain) << tag;
  }
}

TEST(Html, NoMoreThanEightFormattingsGoOn) {
  std::string markdown;
  for (int i = 0; i < 20; ++i) markdown += "<big>";
  const TextRun carried = run(block<Paragraph>(read_markdown(markdown + "a\n\nb"), 1).content, 0);
  EXPECT_NEAR(carried.size, std::pow(1.2, 8), 1e-9);
}

TEST(Html, WhatIsNeverClosedIsNamedOnceAtItsPlace) {
  const Diagnostic first = only_diagnostic(read("a\n\n- b <i>c\n- <u>d\n"));
  EXPECT_EQ(first.code, Code::html_unclosed);
  EXPECT_EQ(first.line, 3);
  EXPECT_EQ(first.column, 5);
  for (const char* open : {"<b>x <i>y</b> z", "**<i>x**", "<p>a <b>b</p>", "<table><tr><td><b>x</table>",
                           "<small>a", "<a href='#/2'>a", "<span class=fragment>a"})
    EXPECT_EQ(only_diagnostic(read(open)).code, Code::html_unclosed) << open;
  for (const char* closed : {"<b>x</b>", "<div>x", "<ul><li>a<li>b</ul>", "<p>a<p>b", "a<br>b", "x</b>",
                             "<a name=here>a", "<ruby>漢<rt>kan</ruby>", "<small>\n\n- a\n\n</small>"})
    EXPECT_TRUE(read(closed).diagnostics.empty()) << closed;
}

TEST(Html, ATagEndsBehindItsQuotedValues) {
  EXPECT_EQ(only_run("<span title='a > b'\nclass = \"language-x>y\">x</span>").text, "x");
  EXPECT_EQ(plain_text(read_markdown("<div title=\"a > b\">\nx\n</div>")), "x");
}

TEST(Html, AGroupStylesTheMarkdownInItUntilItIsClosed) {
  const Blocks blocks = read_markdown(
      "<div style=\"color:red;text-align:right;font-size:0.5em\">\n\n# a\n\n- **b**\n\n</div>\n\nc");
  ASSERT_EQ(blocks.size(), 3u);
  EXPECT_EQ(run(block<Heading>(blocks, 0).content, 0).color, "red");
  EXPECT_EQ(blocks[0].align, Align::right);
  EXPECT_DOUBLE_EQ(blocks[0].size, 0.5);
  EXPECT_DOUBLE_EQ(blocks[1].size, 0.5);
  const Blocks& item = block<List>(blocks, 1).items.at(0).blocks;
  EXPECT_DOUBLE_EQ(item.at(0).size, 1) << "of the list's size";
  EXPECT_EQ(run(block<Plain>(item, 0).content, 0).color, "red");
  EXPECT_EQ(run(block<Paragraph>(blocks, 2).content, 0).color, "");
  EXPECT_EQ(blocks[2].align, Align::none);
}

TEST(Html, AGroupThatIsNeverClosedEndsWithItsSlide) {
  const ReadDeck deck = read("<center>\n\na\n\n---\n\nb");
  EXPECT_EQ(deck.deck.slides.at(0).content.at(0).align, Align::center);
  EXPECT_EQ(deck.deck.slides.at(1).content.at(0).align, Align::none);
}

TEST(Html, BlocksOfHtmlAreBlocks) {
  const Blocks blocks = read_markdown(
      "<h2>a</h2><p align=right>b<br>c</p>\n<blockquote><p>d</p></blockquote><hr>\n"
      "<ol start=3><li>e<ul><li>f</ul><li>g</ol>\n<pre><code class=\"language-cpp\">  h &lt;\n  "
      "i</code></pre>j");
  ASSERT_EQ(blocks.size(), 7u);
  EXPECT_EQ(block<Heading>(blocks, 0).level, 2);
  EXPECT_DOUBLE_EQ(blocks[0].size, 1);
  EXPECT_EQ(block<Paragraph>(blocks, 1).content.size(), 3u);
  EXPECT_EQ(blocks[1].align, Align::right);
  EXPECT_EQ(plain_text(block<Quote>(blocks, 2).blocks), "d");
  EXPECT_TRUE(std::holds_alternative<Rule>(blocks[3].content));
  const List& list = block<List>(blocks, 4);
  EXPECT_TRUE(list.ordered);
  EXPECT_EQ(list.start, 3);
  ASSERT_EQ(list.items.size(), 2u);
  EXPECT_EQ(plain_text(block<List>(list.items[0].blocks, 1).items.at(0).blocks), "f");
  EXPECT_EQ(block<CodeBlock>(blocks, 5).text, "  h <\n  i");
  EXPECT_EQ(block<CodeBlock>(blocks, 5).language, "cpp");
  EXPECT_EQ(plain_text(block<Plain>(blocks, 6).content), "j");
}

TEST(Html, TablesHaveAllCellsOfAllRows) {
  const Blocks blocks = read_markdown(
      "<table><thead><tr><th>a<th align=right>b</tr></thead>\n"
      "<tr><td><p>c</p><p>d</p></td></tr><tr><td>e</td><td>f</td><td>g</td></tr></table>");
  const Table& table = block<Table>(blocks, 0);
  EXPECT_EQ(table.columns, (std::vector{Align::none, Align::right, Align::none}));
  EXPECT_EQ(plain_text(table.header.at(0).at(1)), "b");
  ASSERT_EQ(table.body.size(), 2u);
  for (const Table::Row& row : table.body) EXPECT_EQ(row.size(), 3u);
  EXPECT_EQ(table.body[0][0].size(), 3u) << "two lines";
  const Blocks headless = read_markdown("<table><tr><td>a</td></tr></table>");
  EXPECT_TRUE(block<Table>(headless, 0).header.empty());
}

TEST(Html, ImagesHaveTheirSize) {
  const Inlines all =
      block<Paragraph>(
          read_markdown("x <img src=\"a%20b.png\" alt='c' title=d width=\"300\" style=\"height: 50%\">"), 0)
          .content;
  const InlineImage& image = std::get<InlineImage>(all.at(1));
  EXPECT_EQ(image.source, "a b.png");
  EXPECT_EQ(image.alt, "c");
  EXPECT_EQ(image.title, "d");
  EXPECT_EQ(image.width, (Length{300, false}));
  EXPECT_EQ(image.height, (Length{50, true}));
}

TEST(Html, WhatIsNotUnderstoodIsShownAsItStands) {
  const ReadDeck deck = read("Dear <insert name>, a <T> &lt;x&gt;");
  EXPECT_EQ(outline(deck.deck), "1: Dear <insert name>, a <T> <x>");
  ASSERT_EQ(deck.diagnostics.size(), 2u);
  EXPECT_EQ(deck.diagnostics[0].code, Code::html_unknown);
  EXPECT_EQ(deck.diagnostics[0].column, 6);
  EXPECT_EQ(outline(read("<insert picture>").deck), "1: <insert picture>");
}

TEST(Html, OfWhatHasNoEffectTheTextRemains) {
  const ReadDeck deck =
      read("a <video src=x>b</video> <svg viewBox=\"0 0 1 1\"><path d=\"M0\"/><foo>c</foo></svg> d");
  EXPECT_EQ(outline(deck.deck), "1: a b c d");
  ASSERT_EQ(deck.diagnostics.size(), 2u);
  EXPECT_EQ(deck.diagnostics[0].code, Code::html_ignored);
}

TEST(Html, AStyleOrClassWithoutEffectIsRemarkedOnOnce) {
  const Diagnostic style =
      only_diagnostic(read("<span style=\"float:left\">a</span> <span style=\"float:right\">b</span>"));
  EXPECT_EQ(style.code, Code::html_ignored);
  EXPECT_EQ(only_diagnostic(read("<div class=\"columns\">a</div>")).code, Code::html_ignored);
}

TEST(Html, AnUnreadableNumberOfColumnsIsRemarkedOn) {
  EXPECT_EQ(only_diagnostic(read("<table><tr><td colspan=two>a</td></tr></table>")).code,
            Code::attribute_value);
  EXPECT_TRUE(read("<table><tr><td colspan=\" 2 \" rowspan=0>a</td></tr></table>").diagnostics.empty());
}

TEST(Html, NotesInAnElementThatIsNoAsideAreNamed) {
  EXPECT_EQ(only_diagnostic(read("<div class=\"notes\">a</div>")).code, Code::notes_shown);
  EXPECT_TRUE(read("<aside class=\"notes\">a</aside>b").diagnostics.empty());
}

TEST(Html, ATagMayGoOverSeveralLines) {
  EXPECT_EQ(only_run("<span\nstyle='color:\nred'>x</span>").color, "red");
}

TEST(Html, WrongNestingLosesNoText) {
  EXPECT_EQ(plain_text(read_markdown("<b>a <i>b</b> c</i> </u> **d </b> e**")), "a b c d e");
  EXPECT_EQ(plain_text(read_markdown("<td>a</td></tr><li>b</li></table>\n\nc</div></p> d")), "a b c d");
  EXPECT_EQ(plain_text(read_markdown("<table>a<tr>b<td>c<table><tr><td>d</table>e")), "a b c d e");
  EXPECT_EQ(plain_text(read_markdown("- <div>a\n- b</div>\n\n<ul>c\n\n- d\n\n</ul> e")), "a b c d e");
}

}  // namespace
}  // namespace lectern::deck
